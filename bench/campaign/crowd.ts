import { Sender, tally, type Reply } from './http.js';
import type { Finding } from './finding.js';
import { makePeople, printedCode, type Someone } from './people.js';
import { onPglite, onPostgres, serverOf, type Stage } from './stage.js';

const PEOPLE = 1000;
const CONNECTIONS = 500;
/** COMMUNE D'EUS in the directory of the demonstration. */
const SIREN = '216600742';

async function measure(stage: Stage): Promise<Finding[]> {
  const sender = new Sender(CONNECTIONS);
  const people = await makePeople(stage, PEOPLE);
  const at = (index: number, path: string) => `${serverOf(stage, index)}/v1${path}`;
  const found = await sender.json<{ results: { siret: string }[] }>(at(0, `/structures?q=${SIREN}`));
  const siret = found.results[0]?.siret;
  const memberships = await Promise.all(
    people.map(async ({ headers }, index) => {
      const { membershipId } = await sender.json<{ membershipId: string }>(at(index, '/memberships'), { method: 'POST', headers, body: { siret } });
      await sender.json(at(index, `/memberships/${membershipId}`), { method: 'PATCH', headers, body: { jobFunction: 'finance' } });
      return membershipId;
    }),
  );
  const ask = ({ headers }: Someone, index: number, acceptedCase: string) =>
    sender.ask(at(index, '/habilitations'), {
      method: 'POST',
      headers,
      body: { membershipId: memberships[index], serviceId: 'encours', acceptedCase },
    });
  async function timed(work: readonly Promise<Reply>[]): Promise<{ replies: Reply[]; seconds: string }> {
    const started = performance.now();
    const replies = await Promise.all(work);
    return { replies, seconds: ((performance.now() - started) / 1000).toFixed(1) };
  }
  const claims = await timed(people.map((who, index) => ask(who, index, 'first_user')));
  const claimed = tally(claims.replies);
  const code = await printedCode(stage);
  const [row] = await stage.db.query<{ claim_id: string; account_id: string }>('SELECT claim_id, account_id FROM claims');
  const claimant = people.find(({ accountId }) => accountId === row?.account_id);
  const others = await timed(people.map((who, index) => (who === claimant ? ask(who, index, 'own_claim') : ask(who, index, 'future_administrator'))));
  const redemptions = await timed(
    Array.from({ length: PEOPLE }, (_, index) =>
      sender.ask(at(index, `/claims/${row?.claim_id}/activation`), { method: 'POST', headers: claimant?.headers, body: { code, handedOver: true } }),
    ),
  );
  const redeemed = tally(redemptions.replies);
  const [kept] = await stage.db.query<{ letters: number; administrators: number; waiting: number; told: number }>(
    `SELECT (SELECT count(*) FROM letters)::integer AS letters,
       (SELECT count(*) FROM administrators WHERE state = 'active')::integer AS administrators,
       (SELECT count(*) FROM habilitations WHERE state = 'awaiting_administrator')::integer AS waiting,
       (SELECT count(*) FROM mails WHERE account_id = $1)::integer AS told`,
    [row?.account_id],
  );
  sender.close();
  const no5xx = (counts: Record<string, number>) => !Object.keys(counts).some((outcome) => outcome.startsWith('5'));
  const on = (what: string) => `${stage.title}: ${what}`;
  return [
    { what: on(`${PEOPLE} accept case 1 at once`), value: `${JSON.stringify(claimed)} in ${claims.seconds} s`, wanted: 'one, no 5xx', holds: claimed['201'] === 1 && no5xx(claimed) },
    { what: on('letters'), value: String(kept?.letters), wanted: '1', holds: kept?.letters === 1 },
    { what: on('the others ask to wait'), value: `${JSON.stringify(tally(others.replies))} in ${others.seconds} s`, wanted: 'all, no 5xx', holds: tally(others.replies)['201'] === PEOPLE },
    { what: on(`${PEOPLE} redemptions of one code`), value: `${JSON.stringify(redeemed)} in ${redemptions.seconds} s`, wanted: 'one, no 5xx', holds: redeemed['200'] === 1 && no5xx(redeemed) },
    { what: on('active administrators'), value: String(kept?.administrators), wanted: '1', holds: kept?.administrators === 1 },
    { what: on('requests that wait for them, and mails to them'), value: `${kept?.waiting}, ${kept?.told}`, wanted: String(PEOPLE - 1), holds: kept?.waiting === PEOPLE - 1 && kept.told >= PEOPLE - 1 },
  ];
}

/** A thousand people on one structure, and a thousand redemptions of one code, on both engines. */
export async function crowd(postgres: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const open of [() => onPostgres(postgres, 2), onPglite]) {
    const stage = await open();
    findings.push(...(await measure(stage).finally(() => stage.close())));
  }
  return findings;
}
