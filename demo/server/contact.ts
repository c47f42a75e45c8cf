/**
 * Whom letters and mails name for questions and reports. The number is of those that ARCEP keeps for fiction: nobody
 * is rung up by a demonstration.
 */
export const CONTACT = { name: 'Banque des Territoires', phone: '01\u00a099\u00a000\u00a040\u00a072' } as const;
