import type { Config } from '../../config.js';
import type { LetterContent } from '../../letter/letter-content.js';

/** Whom a letter names for questions and reports. The number is of those that ARCEP keeps for fiction: nobody is rung up by a demonstration. */
export function contactOf(config: Config): LetterContent['contact'] {
  return { name: 'Banque des Territoires', phone: '01 99 00 40 72', url: `${config.publicUrl}/` };
}
