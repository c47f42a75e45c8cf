import { form, mailedCode } from './people.js';
import { Sender, tally } from './http.js';
import { onPostgres, serverOf } from './stage.js';
import type { Finding } from './finding.js';

const GUESSES = 10_000;
/** Under way at once, per server. */
const CONNECTIONS = 500;

/** Ten thousand wrong codes at once, on two processes over one PostgreSQL; then the right one. */
export async function guesses(postgres: string): Promise<Finding[]> {
  const stage = await onPostgres(postgres, 2);
  const sender = new Sender(CONNECTIONS);
  const email = 'attaque@commune.example';
  const signUp = await sender.json<{ signUpId: string; secret: string }>(`${stage.urls[0]}/v1/sign-ups`, { method: 'POST', body: form(email) });
  const right = await mailedCode(stage, email);
  const all = Array.from({ length: GUESSES }, (_, n) => String(n).padStart(4, '0'));
  const wrong = all.map((code) => (code === right ? code.replace(/.$/, (last) => String((Number(last) + 1) % 10)) : code));
  const guess = (code: string, index: number) =>
    sender.ask(`${serverOf(stage, index)}/v1/sign-ups/${signUp.signUpId}/confirmation`, {
      method: 'POST',
      headers: { 'Sign-Up-Secret': signUp.secret },
      body: { code },
    });
  const started = performance.now();
  const replies = await Promise.all(wrong.map(guess));
  const seconds = (performance.now() - started) / 1000;
  const sixth = await guess(right, 1);
  const [row] = await stage.db.query<{ tries: number; wrong: number }>(
    'SELECT tries, (SELECT count(*) FROM wrong_codes)::integer AS wrong FROM sign_up_codes',
  );
  sender.close();
  await stage.close();
  const counts = tally(replies);
  return [
    { what: 'wrong codes sent at once', value: String(GUESSES), wanted: String(GUESSES), holds: true },
    { what: 'compared', value: String(counts['422 code_wrong'] ?? 0), wanted: '5 at most', holds: (counts['422 code_wrong'] ?? 0) <= 5 },
    { what: 'accepted', value: String(counts['200'] ?? 0), wanted: '0', holds: counts['200'] === undefined },
    { what: 'all outcomes', value: JSON.stringify(counts), wanted: 'no 5xx', holds: !/"5/.test(JSON.stringify(counts)) },
    { what: 'tries in the database', value: `${row?.tries} of the code, ${row?.wrong} of the address`, wanted: '5, 5', holds: row?.tries === 5 && row.wrong === 5 },
    { what: 'the right code as the sixth', value: Object.keys(tally([sixth])).join(), wanted: 'refused', holds: sixth.status === 409 },
    { what: 'seconds', value: seconds.toFixed(1) },
  ];
}
