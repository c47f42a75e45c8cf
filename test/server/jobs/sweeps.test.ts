import { it } from 'node:test';
import { expect } from 'chai';
import { describeEachEngine } from '../support/engines.js';
import { applicant, cookieOf, register, signIn } from '../support/people.js';

describeEachEngine('what falls due', (open) => {
  it('happens by the application’s clock, and one failure holds up nothing else', async () => {
    const server = await open();
    const seen: Date[] = [];
    server.context.jobs.onTick('broken', () => Promise.reject(new Error('broken sweep')));
    server.context.jobs.onTick('sound', async (now) => void seen.push(now));
    await server.advance(30 * 86_400);

    await server.runDue();
    const logged = server.logged.join('');
    await server.close();

    expect(seen).to.have.length(1);
    expect((seen[0]?.getTime() ?? 0) - Date.now()).to.be.within(29 * 86_400_000, 31 * 86_400_000);
    expect(logged).to.include('broken sweep');
  });

  it('leaves nothing of sessions, counts and answers that are over', async () => {
    const server = await open();
    const person = applicant();
    const loginId = await register(server, person);
    cookieOf(await signIn(server, loginId, person.password));
    await signIn(server, loginId, 'Faux mot 12');
    await server.request('POST', '/v1/sign-ups', { body: applicant(), headers: { 'Idempotency-Key': 'one' } });
    await server.advance(15 * 86_400);

    await server.runDue();
    const counts = await server.context.db.query(
      `SELECT (SELECT count(*) FROM sessions)::integer AS sessions, (SELECT count(*) FROM sign_in_failures)::integer AS failures,
         (SELECT count(*) FROM kept_answers)::integer AS answers, (SELECT count(*) FROM code_mails)::integer AS mails,
         (SELECT count(*) FROM sign_ups)::integer AS sign_ups, (SELECT count(*) FROM accounts)::integer AS accounts`,
    );
    await server.close();

    expect(counts).to.deep.equal([{ sessions: 0, failures: 0, answers: 0, mails: 0, sign_ups: 0, accounts: 1 }]);
  });
});
