import { createServer, type AddressInfo } from 'node:net';
import { it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openMailer, type Mailer, type OutgoingMail } from '../../../demo/server/mail/mailer.js';
import { MailDelayedError } from '../../../demo/server/mail/mail-errors.js';
import { startMailServer } from '../mail/mail-server.js';
import { mailServerAt } from './mail-server-at.js';
import { describeEachEngine, type TestServer } from '../support/engines.js';
import { applicant, createSignUp } from '../support/people.js';

const FROM = 'Espace personnel <ne-pas-repondre@portail.example>';

/** An address where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const rows = (server: TestServer) => server.context.db.query('SELECT state, payload IS NULL AS empty FROM mails ORDER BY number');

/** A mail server in memory that can be told how to behave. */
function fakeMailer(send: (mail: OutgoingMail) => Promise<void>): Mailer {
  return { send, close: async () => {} };
}

describeEachEngine('mails', (open) => {
  it('arrive by themselves, about a second after their cause, and leave nothing behind', async () => {
    const mailServer = await startMailServer();
    const server = await open({ settings: { smtpUrl: mailServer.url } });
    const person = applicant();
    await server.startJobs();
    await createSignUp(server, person);
    for (let waited = 0; waited < 100 && mailServer.caught.length === 0; waited++) await wait(50);
    for (let waited = 0; waited < 40 && (await rows(server))[0]?.['state'] !== 'sent'; waited++) await wait(50);

    const sent = await rows(server);
    await server.close();
    await mailServer.close();

    expect(mailServer.caught.map(({ recipients }) => recipients)).to.deep.equal([[person.email]]);
    expect(mailServer.caught[0]?.mail.subject).to.match(/\d{4}/);
    expect(sent).to.deep.equal([{ state: 'sent', empty: true }]);
  });

  it('wait while the mail server is down, hold nobody up, and leave once when it is back', async () => {
    const port = await closedPort();
    const server = await open({ parts: { mailer: openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, timeout: 500 }) } });
    const person = applicant();
    const started = performance.now();
    const reply = await createSignUp(server, person);
    const took = performance.now() - started;
    await server.runDue();
    await server.runDue();
    const down = await rows(server);
    const mailServer = await mailServerAt(port);
    await server.runDue();
    await server.runDue();

    const back = await rows(server);
    await server.close();
    await mailServer.close();

    expect(reply.status).to.equal(201);
    expect(took).to.be.below(1000);
    expect(down).to.deep.equal([{ state: 'queued', empty: false }]);
    expect(back).to.deep.equal([{ state: 'sent', empty: true }]);
    expect(mailServer.caught.map(({ recipients }) => recipients)).to.deep.equal([[person.email]]);
  });

  it('that are refused for good hold up no other', async () => {
    const mailServer = await startMailServer({
      onRcptTo({ address }, _session, done) {
        done(address.startsWith('refused') ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null);
      },
    });
    const server = await open({ settings: { smtpUrl: mailServer.url } });
    await createSignUp(server, applicant({ email: 'refused@commune.example' }));
    await createSignUp(server, applicant({ email: 'taken@commune.example' }));
    await server.runDue();

    const ended = await rows(server);
    await server.close();
    await mailServer.close();

    expect(ended).to.deep.equal([{ state: 'refused', empty: true }, { state: 'sent', empty: true }]);
    expect(mailServer.caught.map(({ recipients }) => recipients)).to.deep.equal([['taken@commune.example']]);
  });

  it('that were cut off after they left are doubled at most once, under the same number', async () => {
    const numbers: string[] = [];
    const server = await open({
      parts: {
        mailer: fakeMailer(async ({ messageId }) => {
          numbers.push(messageId);
          if (numbers.length === 1) throw new MailDelayedError('ECONNRESET');
        }),
      },
    });
    await createSignUp(server, applicant());
    for (let runs = 0; runs < 3; runs++) await server.runDue();
    await server.close();

    expect(numbers).to.have.length(2);
    expect(numbers[1]).to.equal(numbers[0]);
    expect(numbers[0]).to.match(/^<[0-9a-f-]{36}@localhost>$/);
  });

  it('are never written when their cause is undone', async () => {
    const { messages, mailer } = collecting();
    const server = await open({ parts: { mailer } });
    const { db, jobs } = server.context;
    const failed = db.transaction(async (tx) => {
      await jobs.sendMail(tx, { to: 'a@commune.example', locale: 'fr', mail: { template: 'codes_lengthened', code: '12345678', minutes: 10 } });
      throw new Error('changed my mind');
    });
    const message = await failed.catch((error: Error) => error.message);
    await server.runDue();
    const left = await rows(server);
    await server.close();

    expect(message).to.equal('changed my mind');
    expect(left).to.deep.equal([]);
    expect(messages).to.deep.equal([]);
  });

  it('are sealed while they wait', async () => {
    const server = await open();
    const person = applicant();
    await createSignUp(server, person);
    const stored = JSON.stringify([
      await server.context.db.query('SELECT * FROM mails'),
      await server.context.db.query('SELECT * FROM pgboss.job'),
    ]);
    await server.close();

    expect(stored).to.not.include(person.email).and.not.include(person.lastName);
  });

  it('leave though the process that had begun with them died', async () => {
    const { messages, mailer } = collecting();
    const server = await open({ parts: { mailer } });
    await createSignUp(server, applicant());
    // As a process leaves it that is killed before it hands the mail over.
    await server.context.db.query(`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour'`);
    await server.runDue();
    const meanwhile = messages.length;

    await server.superviseJobs();
    await server.runDue();
    await server.close();

    expect(meanwhile).to.equal(0);
    expect(messages).to.have.length(1);
  });
});

function collecting(): { messages: OutgoingMail[]; mailer: Mailer } {
  const messages: OutgoingMail[] = [];
  return { messages, mailer: fakeMailer(async (mail) => void messages.push(mail)) };
}
