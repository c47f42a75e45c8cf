/** 128 random bits, as hexadecimal digits. Not `randomUUID`, which pages that came over plain http don't have. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
