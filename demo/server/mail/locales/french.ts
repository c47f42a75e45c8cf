/** Whoever reads a mail or a letter lives by this clock, whatever the server's is. */
const timeZone = 'Europe/Paris';

const day = new Intl.DateTimeFormat('fr-FR', { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** `4 janvier 2027`, and `1er janvier 2027`, as French wants for the first alone. */
export function frenchDate(date: Date): string {
  return day.format(date).replace(/^1(?=\s)/u, '1er');
}

/** `4 janvier 2027 à 14 h 05`, Paris time. */
export function frenchDateTime(date: Date): string {
  const part = (type: 'hour' | 'minute') =>
    time.formatToParts(date).find((each) => each.type === type)?.value ?? '';
  return `${frenchDate(date)} à ${Number(part('hour'))}\u00A0h\u00A0${part('minute')}`;
}

/** `Documents, Encours et Demande de prêts`. */
export function frenchList(items: readonly string[]): string {
  return list.format(items);
}

export type Civility = 'mr' | 'mrs';

export function frenchCivility(civility: Civility): string {
  return civility === 'mrs' ? 'Madame' : 'Monsieur';
}
