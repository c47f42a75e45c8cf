import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { hashPassword } from '../../demo/server/services/accounts/passwords.js';
import type { Finding } from './finding.js';
import { Sender } from './http.js';
import { form, makePeople, PASSWORD } from './people.js';
import { onPostgres, startProcess } from './stage.js';
import { median } from './statistics.js';

const ROUNDS = 5;
const ROUND_MS = 4000;
/** Requests under way at once: enough for all cores, few enough that none waits long. */
const AT_ONCE = 8;

/** @returns How often `work` ended in a second, with so many under way all the time. */
async function perSecond(work: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  let next = 0;
  const one = async () => {
    while (performance.now() - started < ROUND_MS) {
      await work(next++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return done / ((performance.now() - started) / 1000);
}

/** Seconds of all cores that a process has used, where the system says so. See proc(5), fields 14 and 15. */
function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

interface Measured {
  rates: number[];
  /** Milliseconds of processor that the server used for each. */
  cpu: number[];
}

/** What the server makes of its cores; rounds of each kind in turn, so that whatever else the machine does hits all alike. */
export async function backend(postgres: string): Promise<Finding[]> {
  const stage = await onPostgres(postgres, 1);
  const [{ database_url: name } = { database_url: '' }] = await stage.db.query<{ database_url: string }>('SELECT current_database() AS database_url');
  const own = new URL(postgres);
  own.pathname = `/${name}`;
  const bare = await startProcess('bench/campaign/bare.ts', { DATABASE_URL: own.href });
  const sender = new Sender(AT_ONCE);
  const [base = ''] = stage.urls;
  const people = await makePeople(stage, 400);
  const someone = (n: number) => people[n % people.length];
  const signIn = (login: string | undefined) =>
    sender.json(`${base}/v1/session`, { method: 'POST', body: { login, password: PASSWORD, transport: 'bearer' } });
  let address = 0;
  const fresh = () => `debit.${address++}@commune.example`;
  const kinds: Record<string, { pid?: number; work: (n: number) => Promise<unknown> }> = {
    hash: { pid: process.pid, work: () => hashPassword(PASSWORD) },
    signUp: { pid: stage.pids[0], work: () => sender.json(`${base}/v1/sign-ups`, { method: 'POST', body: form(fresh()) }) },
    signIn: { pid: stage.pids[0], work: (n) => signIn(someone(n)?.loginId) },
    signInByAddress: { pid: stage.pids[0], work: (n) => signIn(someone(n)?.email) },
    read: { pid: stage.pids[0], work: (n) => sender.json(`${base}/v1/session`, { headers: someone(n)?.headers }) },
    bare: { pid: bare.child.pid, work: (n) => sender.json(`${bare.url}/session/${someone(n)?.accountId}`) },
  };
  const measured: Record<string, Measured> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [kind, { pid, work }] of Object.entries(kinds)) {
      const before = pid === undefined ? NaN : cpuSeconds(pid);
      const rate = await perSecond(work);
      const cpu = pid === undefined ? NaN : ((cpuSeconds(pid) - before) * 1000) / (rate * (ROUND_MS / 1000));
      // The first round warms up.
      if (round === 0) continue;
      const { rates, cpu: used } = (measured[kind] ??= { rates: [], cpu: [] });
      rates.push(rate);
      used.push(cpu);
    }
  }
  sender.close();
  await bare.stop();
  await stage.close();

  const rate = (kind: string) => median(measured[kind]?.rates ?? []);
  const told = (kind: string) => `${rate(kind).toFixed(0)} a second, ${median(measured[kind]?.cpu ?? []).toFixed(2)} ms of processor each`;
  const ratio = (what: string, of: string, to: string, least: number, each = 1): Finding => {
    const value = (rate(of) * each) / rate(to);
    return { what, value: `${(value * 100).toFixed(0)} %`, wanted: `${least * 100} % or more`, holds: value >= least };
  };
  return [
    { what: `Argon2id alone, ${cpus().length} cores`, value: told('hash') },
    { what: 'sign-ups', value: told('signUp') },
    { what: 'sign-ins by identifier, one hash each', value: told('signIn') },
    { what: 'sign-ins by address, two hashes each', value: told('signInByAddress') },
    ratio('sign-ups against hashes alone', 'signUp', 'hash', 0.8),
    ratio('sign-ins by identifier against hashes alone', 'signIn', 'hash', 0.8),
    // Two, so that the time does not tell whether an address has an account beside a sign-up.
    ratio('hashes of sign-ins by address against hashes alone', 'signInByAddress', 'hash', 0.8, 2),
    { what: 'reads of one’s own session', value: told('read') },
    { what: 'the same query behind bare Hono', value: told('bare') },
    ratio('reads against bare Hono', 'read', 'bare', 0.5),
  ];
}
