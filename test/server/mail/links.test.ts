import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Mail } from '../../../demo/server/mail/mail.js';
import { openPgliteCopy } from '../support/pglite-template.js';
import { openTestServer, type TestServer } from '../support/test-server.js';
import { wholeStory } from '../support/whole-story.js';
import { samples } from './samples.js';

/** Which element must be on the page that a parameter leads to, because it takes it as an attribute. */
const TAKES: Record<string, readonly string[]> = {
  'membership-id': ['bdt-services', 'bdt-user-admin'],
  'claim-id': ['bdt-admin-activation'],
};

const PORTAL = 'http://portail.example:8080';

describe('the links of the mails that the whole registration sends', () => {
  let server: TestServer;
  let sent: Mail[] = [];
  let addresses: URL[] = [];
  before(async () => {
    server = await openTestServer(openPgliteCopy, { settings: { publicUrl: PORTAL } });
    await wholeStory(server);
    const rows = await server.context.db.query<{ payload: string }>('SELECT payload FROM mails WHERE payload IS NOT NULL');
    sent = rows.map(({ payload }) => server.context.keys.open<{ mail: Mail }>('mail', payload).mail);
    const mails = await server.mails();
    // In the text, and in the HTML under the button.
    const found = mails.flatMap(({ text, html }) => [...`${text} ${html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([url]) => url.replaceAll('&amp;', '&')));
    addresses = [...new Set(found)].map((url) => new URL(url));
  });
  after(() => server.close());

  it('are those of every kind of mail there is', () => {
    const kinds = (mails: readonly Mail[]) => [...new Set(mails.map(({ template }) => template))].sort();

    expect(kinds(sent)).to.deep.equal(kinds(samples('Durand')));
    expect([...new Set(addresses.map(({ pathname }) => pathname))].sort()).to.deep.equal([
      '/pages/activation.html',
      '/pages/connexion.html',
      '/pages/espace.html',
      '/pages/utilisateurs.html',
    ]);
  });

  it('lead to the portal, under its public name', () => {
    for (const { origin } of addresses) expect(origin).to.equal(PORTAL);
  });

  it('open a page that is there', async () => {
    for (const { pathname, search } of addresses) {
      const reply = await server.request('GET', pathname + search);
      expect([pathname, reply.status, reply.headers.get('Content-Type')]).to.deep.equal([pathname, 200, 'text/html; charset=utf-8']);
    }
  });

  it('say what the page is about in the words that its element takes', async () => {
    const parameters = addresses.flatMap((address) => [...address.searchParams].map(([name, value]) => ({ address, name, value })));

    expect(new Set(parameters.map(({ name }) => name))).to.deep.equal(new Set(Object.keys(TAKES)));
    for (const { address, name, value } of parameters) {
      const { text } = await server.request('GET', address.pathname);
      const tag = TAKES[name]?.find((each) => text.includes(`<${each}>`));
      expect(tag, address.pathname).to.be.a('string');
      expect(readFileSync(`components/${tag}/${tag}.ts`, 'utf8')).to.include(`attribute: '${name}'`);
      expect(value).to.match(/^[0-9a-f-]{36}$/);
    }
  });

  it('hold no secret: whoever finds one still has to sign in', () => {
    for (const { href } of addresses) expect(href).to.not.match(/token|secret|code|password/);
  });
});
