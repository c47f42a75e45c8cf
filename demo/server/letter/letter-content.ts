import type { Locale } from '../mail/locale.js';
import type { Civility } from '../mail/locales/french.js';

/** What one activation letter says. Whatever people typed is made plain by the renderer, not by the caller. */
export interface LetterContent {
  locale: Locale;
  /** The letter's id, quoted by whoever calls about it. */
  reference: string;
  structure: {
    name: string;
    /** 14 digits, without spaces. */
    siret: string;
    /** From the street to the postcode and town, the latter last. */
    addressLines: readonly string[];
  };
  requester: { civility: Civility; firstName: string; lastName: string };
  /** Display names of the services asked for. */
  services: readonly string[];
  /** 10 characters of Crockford's base 32, capitals, without hyphen. */
  code: string;
  sentOn: Date;
  expiresOn: Date;
  /** Address of the portal where the code is typed. */
  portalUrl: string;
  /** Who answers questions, and takes the report of a structure that expected nothing. */
  contact: { name: string; phone: string };
}
