import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.js';
import { localeOf } from '../../mail/locale.js';
import type { Sql } from '../../store/database.js';
import { links } from '../links.js';
import { giveLoginId } from './login-ids.js';
import type { SignUpRow } from './sign-up-rows.js';

/** What was agreed to, when the form was sent: which text, which version, through which channel. */
async function recordConsents(tx: Sql, accountId: string, row: SignUpRow): Promise<void> {
  const consents = [
    { subject: 'terms', accepted: true, version: row.terms_version, wording: null },
    { subject: 'privacy', accepted: true, version: row.privacy_version, wording: null },
    { subject: 'offers', accepted: row.offers_accepted, version: null, wording: row.offers_wording },
  ];
  for (const { subject, accepted, version, wording } of consents) {
    await tx.query(
      `INSERT INTO consents (consent_id, account_id, subject, accepted, version, wording, channel, given_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'sign_up_form', $7)`,
      [randomUUID(), accountId, subject, accepted, version, wording, row.created_at],
    );
  }
}

/** Makes the account of a confirmed sign-up, and welcomes its owner. @returns Its identifier. */
export async function createAccount(context: Context, tx: Sql, row: SignUpRow, now: Date): Promise<string> {
  const loginId = await giveLoginId(tx, row.first_name, row.last_name, now);
  const accountId = randomUUID();
  await tx.query(
    `INSERT INTO accounts (account_id, login_id, civility, first_name, last_name, email, email_key, sector, locale, password_hash, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      accountId, loginId, row.civility, row.first_name, row.last_name, row.email, row.email_key, row.sector, row.locale,
      row.password_hash, now,
    ],
  );
  await recordConsents(tx, accountId, row);
  await context.jobs.sendMail(tx, {
    to: row.email,
    locale: localeOf(row.locale),
    accountId,
    mail: { template: 'welcome', civility: row.civility, lastName: row.last_name, loginId, signInUrl: links.signIn(context.config) },
  });
  return loginId;
}
