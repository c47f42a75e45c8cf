import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { signIn, signUp } from './support/people.js';

/** Every path of the contract that signing up and in does without: a script that knows one holds more than it should. */
const ELSEWHERE = /\/v1\/(?!sign-ups|session\b)[a-z-]+/g;

describe('someone who signs up and signs in', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  /** Scripts of the built portal, with the page that loaded them. */
  const scripts: { page: string; url: string }[] = [];

  /** What the scripts of some pages know of the contract besides accounts. */
  async function known(isMeant: (page: string) => boolean): Promise<string[]> {
    const texts = await Promise.all(scripts.filter(({ page }) => isMeant(page)).map(async ({ url }) => (await fetch(url)).text()));
    expect(texts, 'scripts').to.not.deep.equal([]);
    return [...new Set(texts.flatMap((text) => text.match(ELSEWHERE) ?? []))].sort();
  }

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    visitor = await visit(browser, backend.url);
    visitor.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push({ page: new URL(visitor.page.url()).pathname, url: request.url() });
    });
    const loginId = await signUp(visitor.page, backend, { firstName: 'Maëlle', lastName: 'Perrin', email: 'maelle@mairie.exemple.fr' });
    await visitor.page.getByRole('button', { name: 'Me connecter' }).click();
    await signIn(visitor.page, loginId);
    await visitor.page.waitForLoadState('networkidle');
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('loads nothing for structures, services or administration on the way', async () => {
    expect(await known((page) => page !== '/pages/espace.html')).to.deep.equal([]);
  });

  it('loads what the services need once they are there', async () => {
    expect(await known((page) => page === '/pages/espace.html')).to.include.members(['/v1/memberships', '/v1/services']);
  });
});
