import { createClient, type BdtClient } from '../../../src/sdk.js';
import type { JobFunction } from '../../../src/contract.js';
import { codeIn, type Backend } from './backend.js';
import type { Visitor } from './browser.js';
import { PASSWORD, type Person } from './people.js';

/** COMMUNE D'EUS, a client of the Caisse des Dépôts. */
export const EUS = '21660074200011';

/** Someone who has an account, and a program that speaks for them. */
export interface Registered {
  readonly loginId: string;
  readonly client: BdtClient;
}

/** Has someone sign up, confirm and sign in without a page, for a story that begins after that. */
export async function register(backend: Backend, { firstName, lastName, email }: Person): Promise<Registered> {
  const client = createClient({ baseUrl: backend.url, transport: 'bearer' });
  const { signUpId, secret = '' } = await client.signUps.create({
    civility: 'mrs',
    firstName,
    lastName,
    email,
    password: PASSWORD,
    sector: 'local_authorities',
    offers: { accepted: false, wording: 'Offres' },
    terms: { termsVersion: '1', privacyVersion: '1' },
    locale: 'fr',
  });
  const mail = await backend.mailTo(email, 'code de validation');
  const { loginId } = await client.signUps.confirm({ signUpId, secret }, codeIn(mail));
  await client.sessions.signIn({ login: loginId, password: PASSWORD });
  return { loginId, client };
}

/** Attaches them to a structure. @returns The membership's id. */
export async function join({ client }: Registered, siret: string, jobFunction?: JobFunction): Promise<string> {
  const { membershipId } = await client.memberships.create(siret);
  if (jobFunction) await client.memberships.update(membershipId, { jobFunction });
  return membershipId;
}

/** Puts a session of theirs in a browser, as signing in there would. */
export async function enter({ context }: Visitor, backend: Backend, login: string): Promise<void> {
  const response = await context.request.post('/v1/session', {
    data: { login, password: PASSWORD, transport: 'cookie' },
    headers: { origin: backend.url },
  });
  if (!response.ok()) throw new Error(`Signing in was answered ${response.status()}.`);
}
