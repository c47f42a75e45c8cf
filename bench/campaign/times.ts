import { randomUUID } from 'node:crypto';
import type { Finding } from './finding.js';
import { Sender } from './http.js';
import { form, makePeople, PASSWORD } from './people.js';
import { onPostgres } from './stage.js';
import { median, oddsOfLonger } from './statistics.js';

/** Of each kind: pure chance then stays within 0.04 of one half, 19 times in 20. */
const EACH = 400;
const CHANCE = 0.06;

/** Whether time tells a known address from an unknown one, at sign-up, new code and sign-in. One request after the other, in turn. */
export async function times(postgres: string): Promise<Finding[]> {
  const stage = await onPostgres(postgres, 1);
  const sender = new Sender(1);
  const [base = ''] = stage.urls;
  const owners = await makePeople(stage, EACH * 2);
  const [forSignUp, forSignIn] = [owners.slice(0, EACH), owners.slice(EACH)];
  // As long as the others: only who has an account may differ.
  const strangers = Array.from({ length: EACH }, () => `${randomUUID()}@commune.example`);
  const signUp = (email: string) => sender.ask(`${base}/v1/sign-ups`, { method: 'POST', body: form(email) });
  const signIn = (login: string) =>
    sender.ask(`${base}/v1/session`, { method: 'POST', body: { login, password: `${PASSWORD}!`, transport: 'bearer' } });
  const renew = ({ signUpId, secret }: { signUpId: string; secret: string }) =>
    sender.ask(`${base}/v1/sign-ups/${signUpId}/code`, { method: 'POST', headers: { 'Sign-Up-Secret': secret } });

  // The first requests of a process compile and connect.
  for (let n = 0; n < 20; n++) await signUp(`premier${n}@commune.example`);

  const ms: Record<string, number[]> = {};
  const note = (kind: string, value: number) => (ms[kind] ??= []).push(value);
  const pending: { known: boolean; signUpId: string; secret: string }[] = [];
  for (let n = 0; n < EACH; n++) {
    for (const known of n % 2 === 0 ? [true, false] : [false, true]) {
      const { text, ms: took } = await signUp((known ? forSignUp[n]?.email : strangers[n]) ?? '');
      note(`sign-up ${known}`, took);
      pending.push({ known, ...(JSON.parse(text) as { signUpId: string; secret: string }) });
    }
  }
  await sender.json(`${base}/qa/clock`, { method: 'PUT', body: { advanceSeconds: 61 } });
  for (const each of pending) note(`code ${each.known}`, (await renew(each)).ms);
  for (let n = 0; n < EACH; n++) {
    note('sign-in true', (await signIn(forSignIn[n]?.email ?? '')).ms);
    note('sign-in false', (await signIn(`${randomUUID()}@commune.example`)).ms);
    note('sign-in pending', (await signIn(strangers[n] ?? '')).ms);
  }
  sender.close();
  await stage.close();

  const compare = (what: string, some: string, others: string): Finding => {
    const [one, other] = [ms[some] ?? [], ms[others] ?? []];
    const odds = oddsOfLonger(one, other);
    return {
      what,
      value: `medians ${median(one).toFixed(1)} and ${median(other).toFixed(1)} ms, odds ${odds.toFixed(2)}`,
      wanted: 'odds of 0.5',
      holds: Math.abs(odds - 0.5) < CHANCE,
    };
  };
  return [
    compare('sign-up, known and unknown address', 'sign-up true', 'sign-up false'),
    compare('new code, known and unknown address', 'code true', 'code false'),
    compare('sign-in with a wrong password, known and unknown address', 'sign-in true', 'sign-in false'),
    compare('sign-in with a wrong password, unconfirmed and unknown address', 'sign-in pending', 'sign-in false'),
  ];
}
