import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { readSettings, SettingError, withPort } from '../../demo/server/config.js';

describe('the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bdt-settings-'));
  after(() => rmSync(folder, { recursive: true }));
  const read = (env: Record<string, string> = {}) => readSettings({ DATA_DIR: folder, ...env });
  const key = 'k'.repeat(32);

  it('need nothing: the portal is on this machine, with its console', () => {
    expect(read()).to.include({ port: 8080, host: '127.0.0.1', qa: true, directory: 'embedded', letterDir: join(folder, 'letters') });
    expect(withPort(read(), 8081).publicUrl).to.equal('http://127.0.0.1:8081');
  });

  it('make a key that only the owner can read, and find it again', () => {
    const { secretKey } = read();

    expect(Buffer.from(secretKey, 'base64url')).to.have.length(32);
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).to.equal(0o600);
    expect(readFileSync(join(folder, 'secret-key'), 'utf8')).to.equal(secretKey);
    expect(read().secretKey).to.equal(secretKey);
  });

  const consoles: [string, Record<string, string>, boolean][] = [
    ['on a loopback', {}, true],
    ['under the name localhost', { HOST: 'localhost' }, true],
    ['when asked for beside a mail server', { SMTP_URL: 'smtp://mail.example', QA: 'on' }, true],
    ['with a mail server', { SMTP_URL: 'smtp://mail.example' }, false],
    ['on every interface, with a mail server', { HOST: '0.0.0.0', PUBLIC_URL: 'https://portail.example', SMTP_URL: 'smtp://mail.example' }, false],
    ['when it is off', { QA: 'off', SMTP_URL: 'smtp://mail.example' }, false],
  ];
  for (const [when, env, qa] of consoles) {
    it(`${qa ? 'open' : 'close'} the console ${when}`, () => {
      expect(read(env).qa).to.equal(qa);
    });
  }

  it('keep the real limits when a test run left its own in the environment of production', () => {
    const production = read({ SMTP_URL: 'smtp://mail.example', QA_REQUESTS_PER_MINUTE: '100000' });
    const tests = read({ QA_REQUESTS_PER_MINUTE: '100000' });

    expect(production.requests).to.deep.equal({ perMinute: 300, sensitivePerMinute: 20 });
    expect(tests.requests).to.deep.equal({ perMinute: 100_000, sensitivePerMinute: 100_000 });
  });

  const wrong: [string, Record<string, string>, string][] = [
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a port too high', { PORT: '65536' }, 'PORT'],
    ['another word for on', { QA: 'yes' }, 'QA'],
    ['no console and no mail server', { QA: 'off' }, 'SMTP_URL'],
    ['every interface, without a mail server', { HOST: '0.0.0.0', PUBLIC_URL: 'https://portail.example' }, 'SMTP_URL'],
    ['every interface, without an address that people can open', { HOST: '0.0.0.0', SMTP_URL: 'smtp://mail.example' }, 'PUBLIC_URL'],
    ['another database', { DATABASE_URL: 'mysql://db.example/x', SECRET_KEY: key, LETTER_DIR: folder }, 'DATABASE_URL'],
    ['a database without a key', { DATABASE_URL: 'postgres://db.example/x', LETTER_DIR: folder, QA: 'on' }, 'SECRET_KEY'],
    ['a database without a folder for letters', { DATABASE_URL: 'postgres://db.example/x', SECRET_KEY: key, QA: 'on' }, 'LETTER_DIR'],
    ['a short key', { SECRET_KEY: 'short' }, 'SECRET_KEY'],
    ['a mail server by the web', { SMTP_URL: 'https://mail.example' }, 'SMTP_URL'],
    ['an address with a path', { PUBLIC_URL: 'https://portail.example/inscription' }, 'PUBLIC_URL'],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://a.example,https://b.example/x' }, 'ALLOWED_ORIGINS'],
    ['any origin', { ALLOWED_ORIGINS: '*' }, 'ALLOWED_ORIGINS'],
    ['a proxy by name', { TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES'],
    ['a range too wide to write', { TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    ['another directory', { DIRECTORY: 'phonebook' }, 'DIRECTORY'],
  ];
  for (const [what, env, name] of wrong) {
    it(`are refused with one sentence that names ${name}: ${what}`, () => {
      let sentence = '';
      try {
        read(env);
      } catch (error) {
        expect(error).to.be.instanceOf(SettingError);
        sentence = (error as Error).message;
      }

      expect(sentence).to.match(new RegExp(`^${name} [^\\n]+\\.$`));
    });
  }

  it('are refused when the data folder is a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    expect(() => read({ DATA_DIR: file })).to.throw(SettingError, /^DATA_DIR /);
  });
});
