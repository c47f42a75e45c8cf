/**
 * A day as people write it: `23/11/2026` in French.
 *
 * @param iso - A day (`YYYY-MM-DD`), or an instant, which is shown in the reader's time zone.
 * @returns What was given, when it is no date.
 */
export function formatDay(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const timeZone = iso.includes('T') ? undefined : 'UTC';
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(date);
}

/**
 * A day and a time as people write them, in the reader's time zone: `23/11/2026 14:05` in French.
 *
 * @param at - Milliseconds since 1970.
 */
export function formatMoment(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}
