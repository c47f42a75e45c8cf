import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { mailServerAt } from './jobs/mail-server-at.js';
import { applicant } from './support/people.js';
import { writePgliteCopy } from './support/pglite-template.js';

interface Started {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  /** Address on stdout; empty when the process ended without one. */
  url: string;
}

async function start(env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  while (!out.includes('\n') && child.exitCode === null) await wait(50);
  return { child, out: () => out, err: () => err, url: out.trim() };
}

async function end(started: Started, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(started.child, 'exit');
  started.child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

describe('the server process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bdt-process-'));
  const env = { DATA_DIR: folder };
  before(() => writePgliteCopy(join(folder, 'db')));
  after(() => rmSync(folder, { recursive: true }));

  it('says one line, where it is; a second one on its folder is refused; it stops when asked', async () => {
    const first = await start(env);
    const ready = await fetch(`${first.url}/readyz`);
    const second = await start(env);
    const started = performance.now();
    const code = await end(first, 'SIGTERM');

    expect(first.out()).to.match(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(ready.status).to.equal(200);
    expect(second.child.exitCode).to.equal(1);
    expect(second.err().trim().split('\n')).to.have.length(1);
    expect(second.err()).to.include(folder).and.include('in use');
    expect(code).to.equal(0);
    expect(performance.now() - started).to.be.below(10_000);
    for (const line of first.err().trim().split('\n')) expect(() => JSON.parse(line) as unknown, line).to.not.throw();
  });

  it('loses no mail when it is killed', async () => {
    // Taken and let go: nobody listens there for now.
    const reserved = await mailServerAt(0);
    await reserved.close();
    const withMail = { ...env, SMTP_URL: `smtp://127.0.0.1:${reserved.port}` };
    const first = await start(withMail);
    const person = applicant();
    const reply = await fetch(`${first.url}/v1/sign-ups`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(person),
    });
    await wait(800);
    await end(first, 'SIGKILL');

    const mailServer = await mailServerAt(reserved.port);
    const second = await start(withMail);
    for (let waited = 0; waited < 200 && mailServer.caught.length === 0; waited++) await wait(100);
    await end(second, 'SIGTERM');
    await mailServer.close();

    expect(reply.status).to.equal(201);
    expect(mailServer.caught.map(({ recipients }) => recipients)).to.deep.equal([[person.email]]);
    expect(first.err() + second.err()).to.not.include(person.email);
  });

  it('stops at once with the sentence when a setting is wrong', async () => {
    const started = await start({ ...env, PORT: 'eighty' });

    expect(started.child.exitCode).to.equal(1);
    expect(started.out()).to.equal('');
    expect(started.err()).to.equal('PORT must be a whole number from 0 to 65535.\n');
  });

  it('stops with a sentence when its database is not there', async () => {
    const started = await start({
      ...env,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      SECRET_KEY: 'k'.repeat(32),
      LETTER_DIR: join(folder, 'letters'),
      QA: 'on',
    });

    expect(started.child.exitCode).to.equal(1);
    expect(started.err()).to.match(/^DATABASE_URL names a database that can't be reached: [^\n]+\.\n$/);
  });
});
