import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Hashes and seals secrets under keys derived from `SECRET_KEY`, which is not in the database. */
export interface Keys {
  /** HMAC-SHA-256 in hexadecimal, for codes and tokens at rest. `purpose` keeps hashes of different things apart. */
  digest(purpose: string, secret: string): string;
  /** AES-256-GCM; base64url. `purpose` is authenticated and must be the same to open. */
  seal(purpose: string, value: unknown): string;
  /** @throws when it was sealed for another purpose, under another key, or changed. */
  open<T>(purpose: string, sealed: string): T;
}

/** @param secretKey - 32 bytes or more, as text. */
export function openKeys(secretKey: string): Keys {
  const derive = (name: string) => Buffer.from(hkdfSync('sha256', secretKey, 'bdt-inscription', name, 32));
  const digestKey = derive('digest');
  const sealKey = derive('seal');
  return {
    digest: (purpose, secret) => createHmac('sha256', digestKey).update(purpose).update('\0').update(secret).digest('hex'),
    seal(purpose, value) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open<T>(purpose: string, sealed: string) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
      return JSON.parse(text) as T;
    },
  };
}
