import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hashPassword } from '../../demo/server/services/accounts/passwords.js';
import { readPdf } from '../../test/server/letter/reading.js';
import type { Stage } from './stage.js';

export const PASSWORD = 'Un chemin de halage 7';

/** Somebody with an account and a session. */
export interface Someone {
  readonly accountId: string;
  readonly loginId: string;
  readonly email: string;
  readonly headers: { readonly Authorization: string };
}

/** Puts people straight into the database, once per stage: their passwords are not what a crowd is about. */
export async function makePeople({ db, keys }: Stage, howMany: number): Promise<Someone[]> {
  const passwordHash = await hashPassword(PASSWORD);
  const people = Array.from({ length: howMany }, (_, n) => {
    const accountId = randomUUID();
    return { accountId, loginId: `sole${100_000 + n}`, email: `${accountId}@commune.example`, token: `${randomUUID()}${randomUUID()}` };
  });
  await db.query(
    `INSERT INTO accounts (account_id, login_id, civility, first_name, last_name, email, email_key, sector, locale, password_hash, created_at)
     SELECT id, login, 'mrs', 'Solène', 'Kerbrat', id || '@commune.example', id || '@commune.example', 'local_authorities', 'fr', $3, now()
     FROM unnest($1::text[], $2::text[]) AS of_person (id, login)`,
    [people.map(({ accountId }) => accountId), people.map(({ loginId }) => loginId), passwordHash],
  );
  await db.query(
    `INSERT INTO sessions (session_id, token_digest, account_id, transport, created_at, last_seen_at)
     SELECT id, digest, id, 'bearer', now(), now() FROM unnest($1::text[], $2::text[]) AS of_person (id, digest)`,
    [people.map(({ accountId }) => accountId), people.map(({ token }) => keys.digest('session-token', token))],
  );
  return people.map(({ token, ...rest }) => ({ ...rest, headers: { Authorization: `Bearer ${token}` } }));
}

/** What a form well filled in sends. */
export function form(email: string): Record<string, unknown> {
  return {
    civility: 'mrs',
    firstName: 'Solène',
    lastName: 'Kerbrat',
    email,
    password: PASSWORD,
    sector: 'local_authorities',
    offers: { accepted: false, wording: 'Je souhaite recevoir les offres par courriel.' },
    terms: { termsVersion: '2026-01', privacyVersion: '2026-02' },
    locale: 'fr',
  };
}

/** The code of the newest mail to an address. */
export async function mailedCode({ db, keys }: Stage, email: string): Promise<string> {
  const rows = await db.query<{ payload: string }>('SELECT payload FROM mails WHERE payload IS NOT NULL ORDER BY number DESC LIMIT 100');
  const mails = rows.map(({ payload }) => keys.open<{ to: string; mail: { code?: string } }>('mail', payload));
  return mails.find(({ to, mail }) => to === email && mail.code !== undefined)?.mail.code ?? '';
}

/** The code that the last letter prints, once it has left. */
export async function printedCode({ db, letterDir }: Stage): Promise<string> {
  for (let looks = 0; looks < 300; looks++) {
    const [letter] = await db.query<{ letter_id: string }>("SELECT letter_id FROM letters WHERE state = 'sent' ORDER BY sent_at DESC LIMIT 1");
    if (letter) {
      const { text } = await readPdf(new Uint8Array(await readFile(join(letterDir, `${letter.letter_id}.pdf`))));
      return /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text)?.[0] ?? '';
    }
    await wait(100);
  }
  throw new Error('No letter left within 30 s.');
}
