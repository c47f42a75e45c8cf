import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim, Habilitation, Membership, Session, SignUp, StructurePage } from '../../../src/contract.js';
import { readPdf } from '../letter/reading.js';
import { applicant, codeFor, confirm, signUp, wrongCode, type Applicant } from './people.js';
import type { TestReply, TestServer } from './test-server.js';

/** Somebody who went through it, and what nobody else may learn. */
export interface Participant {
  readonly person: Applicant;
  readonly headers: Record<string, string>;
  readonly membershipId: string;
}

export interface WholeStory {
  readonly boss: Participant;
  readonly colleague: Participant;
  /** Passwords, addresses, codes, tokens: everything that belongs in no log, by what it is. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Every answer that was a refusal. */
  readonly refusals: readonly string[];
}

/** Goes through the whole registration over HTTP, with its wrong turns, so that each kind of mail is sent once at least. */
export async function wholeStory(server: TestServer): Promise<WholeStory> {
  const secrets = new Map<string, string>();
  const refusals: string[] = [];

  async function ask(who: Record<string, string>, method: string, path: string, body?: unknown): Promise<TestReply> {
    const reply = await server.request(method, path, { headers: who, body });
    if (reply.status >= 400) refusals.push(reply.text);
    return reply;
  }

  function keep(who: Applicant, pending: SignUp, code: string): void {
    secrets.set(`password of ${who.firstName}`, who.password);
    secrets.set(`address of ${who.firstName}`, who.email);
    secrets.set(`address of ${who.firstName}, in capitals`, who.email.toUpperCase());
    secrets.set(`secret of ${who.firstName}’s sign-up`, pending.secret ?? '');
    secrets.set(`code of ${who.firstName}`, code);
  }

  async function arrive(person: Applicant, query: string): Promise<Participant> {
    const pending = await signUp(server, person);
    const code = await codeFor(server, person.email);
    keep(person, pending.answer, code);
    refusals.push((await confirm(server, pending, wrongCode(code))).text);
    await confirm(server, pending, code);
    await ask({}, 'POST', '/v1/session', { login: person.email, password: `${person.password}!`, transport: 'bearer' });
    const session = await ask({}, 'POST', '/v1/session', { login: person.email, password: person.password, transport: 'bearer' });
    const { token = '' } = session.as<Session>();
    secrets.set(`token of ${person.firstName}`, token);
    const headers = { Authorization: `Bearer ${token}` };
    const found = await ask({}, 'GET', `/v1/structures?q=${encodeURIComponent(query)}`);
    const siret = found.as<StructurePage>().results[0]?.siret ?? '';
    const { membershipId } = (await ask(headers, 'POST', '/v1/memberships', { siret })).as<Membership>();
    await ask(headers, 'PATCH', `/v1/memberships/${membershipId}`, { jobFunction: 'finance' });
    return { person, headers, membershipId };
  }

  async function request({ headers, membershipId }: Participant, serviceId: string, acceptedCase: string): Promise<Habilitation> {
    return (await ask(headers, 'POST', '/v1/habilitations', { membershipId, serviceId, acceptedCase })).as<Habilitation>();
  }

  const boss = await arrive(applicant({ firstName: 'Hélène', lastName: 'Vasseur' }), 'eus 66500');
  const { claimId } = await request(boss, 'encours', 'first_user');
  await server.runDue();
  const claim = (await ask(boss.headers, 'GET', `/v1/claims/${claimId}`)).as<Claim>();
  const pdf = await readPdf(new Uint8Array(await readFile(join(server.context.config.letterDir, `${claim.letter.letterId}.pdf`))));
  const printed = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(pdf.text)?.[0] ?? '';
  secrets.set('code of the letter', printed);
  secrets.set('code of the letter, unbroken', printed.replace('-', ''));
  await ask(boss.headers, 'POST', `/v1/claims/${claimId}/activation`, { code: printed.replace(/^./, (first) => (first === '0' ? '1' : '0')), handedOver: true });
  await ask(boss.headers, 'POST', `/v1/claims/${claimId}/activation`, { code: printed, handedOver: true });

  const colleague = await arrive(applicant({ firstName: 'Yann', lastName: 'Le Goff', civility: 'mr' }), 'eus 66500');
  const granted = await request(colleague, 'encours', 'administrator');
  await ask(colleague.headers, 'POST', `/v1/habilitations/${granted.habilitationId}/decision`, { decision: 'grant' });
  await ask(boss.headers, 'POST', `/v1/habilitations/${granted.habilitationId}/decision`, { decision: 'grant' });
  const refused = await request(colleague, 'documents', 'administrator');
  await ask(boss.headers, 'POST', `/v1/habilitations/${refused.habilitationId}/decision`, { decision: 'refuse', reason: 'Pas votre secteur.' });

  // Somebody else gives up elsewhere, and somebody tries an address that has an account.
  const other = await arrive(applicant({ firstName: 'Colette', lastName: 'Brun' }), '66000 perpignan');
  const givenUp = await request(other, 'dataviz-coeur-de-ville', 'first_user');
  await ask(other.headers, 'POST', `/v1/claims/${givenUp.claimId}/cancellation`);
  await server.advance(61);
  const again = await signUp(server, applicant({ email: boss.person.email }));
  secrets.set('secret of the sign-up that leads nowhere', again.answer.secret ?? '');

  // Nine wrong codes in a day make the next ones long.
  const guessed = applicant({ firstName: 'Basile', lastName: 'Roy' });
  const pending = await signUp(server, guessed);
  for (let round = 0; round < 2; round++) {
    const code = await codeFor(server, guessed.email);
    for (let tries = 0; tries < 5; tries++) refusals.push((await confirm(server, pending, wrongCode(code))).text);
    await server.advance(61);
    if (round === 0) await ask(pending.headers, 'POST', `/v1/sign-ups/${pending.signUpId}/code`);
  }
  keep(guessed, pending.answer, await codeFor(server, guessed.email));
  await server.runDue();
  return { boss, colleague, secrets, refusals };
}
