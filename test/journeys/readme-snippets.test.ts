import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { codeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { focused, seen } from './support/judge.js';
import { fillSignUp } from './support/people.js';
import { bundle, snippet, startHost, type Host } from './support/readme.js';

const run = promisify(execFile);

/** Puts an address of this run in place of the one that README.md shows. */
function at(code: string, shown: string, real: string): string {
  expect(code).to.include(shown);
  return code.replace(shown, real);
}

describe('someone who copies from the README', () => {
  let backend: Backend;
  let browser: Browser;
  let host: Host;
  let visitor: Visitor;
  let page: Page;

  before(async () => {
    host = await startHost();
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false, allowedOrigin: host.origin }), openBrowser()]);
    host.serve(at(snippet('html'), 'https://api.example.org', backend.url), await bundle('signup.js', snippet('js')));
    visitor = await visit(browser, host.origin);
    ({ page } = visitor);
  });
  after(() => Promise.all([browser?.close(), backend?.stop(), host?.close()]));

  const leila = { firstName: 'Leïla', lastName: 'Delmas', email: 'leila@mairie.exemple.fr' };

  it('has a page on which people sign up with a backend of another origin, and are led to the code', async () => {
    await visitor.goTo('/');
    await fillSignUp(page, leila);
    await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
    await page.getByRole('button', { name: 'Saisir mon code' }).click();

    await page.locator('bdt-code-confirm').getByText(leila.email).waitFor();
    expect(await focused(visitor)).to.equal('code');
    expect(await page.locator('bdt-signup').isVisible()).to.equal(false);
  });

  it('has a page on which they type it', async () => {
    const mail = await backend.mailTo(leila.email, 'code de validation');
    await page.getByLabel('Code de validation').fill(codeIn(mail));
    await page.getByRole('button', { name: 'Continuer' }).click();

    await seen(page, 'Inscription validée. Bienvenue !');
    expect(visitor.complaints).to.deep.equal([]);
  });

  it('has a program that says how many tries are left', async () => {
    const program = at(snippet('ts'), 'http://127.0.0.1:8080', backend.url);
    const { stdout } = await run(process.execPath, ['node_modules/tsx/dist/cli.mjs', '--input-type=module', '--eval', program]);
    const mail = await backend.mailTo('odile@example.org', 'code de validation');

    // One in ten thousand is the code that the program guesses.
    expect(stdout.trim()).to.equal(codeIn(mail) === '1234' ? '' : '4 tries left');
  });
});
