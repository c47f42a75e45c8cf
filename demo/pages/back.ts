/** Where the person was when their session ended; this tab only. */
export const BACK_KEY = 'portal:back';
