import type { Civility } from './locales/french.js';

/** Whom a mail greets. Their e-mail address is the envelope's affair. */
interface Reader {
  civility: Civility;
  lastName: string;
}

/** What each mail needs to know. Names and reasons are as people typed them; links are whole, http or https. */
export interface MailData {
  /** First code of a sign-up, or a new one on request. */
  sign_up_code: Reader & { code: string; minutes: number };
  /** Somebody signed up with an address that already has an account. */
  sign_up_existing: Reader & { signInUrl: string };
  /** The short code still in use was recalled; this longer one takes its place. */
  codes_lengthened: { code: string; minutes: number };
  welcome: Reader & { loginId: string; signInUrl: string };
  /** To the future administrator. Never holds the letter's code. */
  letter_on_its_way: Reader & {
    structureName: string;
    /** As printed on the letter. */
    addressLines: readonly string[];
    serviceNames: readonly string[];
    expectedBy: Date;
    activationUrl: string;
  };
  administrator_activated: Reader & { structureName: string; serviceNames: readonly string[]; adminUrl: string };
  /** To an administrator. The link opens the screen and decides nothing. */
  habilitation_requested: Reader & {
    requesterName: string;
    structureName: string;
    serviceName: string;
    requestedOn: Date;
    adminUrl: string;
  };
  habilitation_granted: Reader & { structureName: string; serviceName: string; servicesUrl: string };
  habilitation_refused: Reader & { structureName: string; serviceName: string; reason: string; servicesUrl: string };
  /** To the future administrator whose claim is over without activation. */
  claim_ended: Reader & { structureName: string; why: 'lapsed' | 'cancelled' | 'disowned'; servicesUrl: string };
}

export type Template = keyof MailData;

export type MailOf<T extends Template> = { [K in T]: { template: K } & MailData[K] }[T];

/** Everything that the backend writes to people, told apart by `template`. */
export type Mail = MailOf<Template>;
