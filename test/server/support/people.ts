import { randomInt } from 'node:crypto';
import type { BodyInputOf, operations, Problem, SignUp } from '../../../src/contract.js';
import type { TestReply, TestServer } from './test-server.js';

export type Applicant = BodyInputOf<(typeof operations)['createSignUp']>;

/** Somebody who fills in the form well; each has another address. */
export function applicant(changes: Partial<Applicant> = {}): Applicant {
  return {
    civility: 'mrs',
    firstName: 'Solène',
    lastName: 'Kerbrat',
    email: `mairie.${randomInt(2 ** 40).toString(36)}@commune.example`,
    password: 'Un chemin de halage 7',
    sector: 'local_authorities',
    offers: { accepted: false, wording: 'Je souhaite recevoir les offres par courriel.' },
    terms: { termsVersion: '2026-01', privacyVersion: '2026-02' },
    locale: 'fr',
    ...changes,
  };
}

export function createSignUp(server: TestServer, person: Applicant, headers?: Record<string, string>): Promise<TestReply> {
  return server.request('POST', '/v1/sign-ups', { body: person, headers });
}

/** Signs up, and holds the secret. */
export async function signUp(server: TestServer, person: Applicant): Promise<{ signUpId: string; headers: Record<string, string>; answer: SignUp }> {
  const reply = await createSignUp(server, person);
  const answer = reply.as<SignUp>();
  return { signUpId: answer.signUpId, headers: { 'Sign-Up-Secret': answer.secret ?? '' }, answer };
}

/** The code in the newest mail to an address; empty when that mail has none. */
export async function codeFor(server: TestServer, email: string): Promise<string> {
  const mail = (await server.mails()).find(({ to }) => to === email);
  return /(?<!\d)(\d{8}|\d{4})(?!\d)/.exec(mail?.text.replace(/https?:\S+/g, '') ?? '')?.[1] ?? '';
}

export function confirm(server: TestServer, { signUpId, headers }: { signUpId: string; headers: Record<string, string> }, code: string): Promise<TestReply> {
  return server.request('POST', `/v1/sign-ups/${signUpId}/confirmation`, { headers, body: { code } });
}

/** A code that is certainly not this one. */
export function wrongCode(code: string): string {
  return code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
}

/** Signs up and confirms. @returns The identifier. */
export async function register(server: TestServer, person: Applicant): Promise<string> {
  const pending = await signUp(server, person);
  const reply = await confirm(server, pending, await codeFor(server, person.email));
  return reply.as<{ loginId: string }>().loginId;
}

export function signIn(server: TestServer, login: string, password: string, headers?: Record<string, string>): Promise<TestReply> {
  return server.request('POST', '/v1/session', { body: { login, password, transport: 'cookie' }, headers });
}

/** What a browser sends back of the cookies it was given. */
export function cookieOf(reply: TestReply): Record<string, string> {
  return { Cookie: reply.headers.get('Set-Cookie')?.split(';')[0] ?? '' };
}

/** Registers, signs in, and gives the headers of the session. */
export async function signedIn(server: TestServer, person: Applicant): Promise<Record<string, string>> {
  const loginId = await register(server, person);
  return cookieOf(await signIn(server, loginId, person.password));
}

/** The stable part of a refusal, to compare. */
export function refusal(reply: TestReply): { status: number; code: string } {
  return { status: reply.status, code: reply.as<Problem>().code };
}
