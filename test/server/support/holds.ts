/** Whether a text gives a secret away. A short code is looked for as a word of its own, since times and numbers hold any four digits. */
export function holds(text: string, secret: string): boolean {
  return /^\d+$/.test(secret) ? new RegExp(`(?<![\\w-])${secret}(?![\\w-])`).test(text) : text.includes(secret);
}
