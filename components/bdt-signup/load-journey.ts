/**
 * What comes after the first paint.
 *
 * Loaders stand here because a bundle of one file holds modules in the order in which it meets their imports: met before the
 * client, the rules and answers come beside the forms that they resemble, and the file is half a kilobyte smaller.
 */
export const loadJourney = () => import('./signup-journey.js');

export const loadSuggestion = () => import('../../sdk/rules/email-suggestion.js');

export type Journey = Awaited<ReturnType<typeof loadJourney>>;
