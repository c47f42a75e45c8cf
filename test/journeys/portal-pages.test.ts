import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { join, register, type Registered } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { signIn } from './support/people.js';

/** OCTO-TECHNOLOGY, which is no client. */
const OCTO = '41816609600069';

describe('the portal around the elements', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let noor: Registered;

  const menu = () => page.getByRole('navigation', { name: 'Menu principal' });

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    noor = await register(backend, { firstName: 'Noor', lastName: 'Vidal', email: 'noor@octo.exemple.fr' });
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('offers to sign in, and afterwards the person’s own account, on every page', async () => {
    await visitor.goTo('/');
    await menu().getByRole('link', { name: 'Connexion' }).click();
    await page.getByRole('heading', { name: 'Connexion', level: 1 }).waitFor();
    await signIn(page, noor.loginId);

    await menu().getByRole('link', { name: 'Mon compte' }).waitFor();
    for (const path of ['/', '/pages/conditions.html', '/pages/structure.html', '/pages/directions-regionales.html']) {
      await visitor.goTo(path);
      await menu().getByRole('link', { name: 'Mon compte' }).waitFor();
    }
  });

  it('leads from the account to the services', async () => {
    await menu().getByRole('link', { name: 'Mon compte' }).click();
    await page.getByRole('heading', { name: 'Mon compte', level: 1 }).waitFor();
    await seen(page, noor.loginId);
    expect(await page.title()).to.match(/^Mon compte/);
    await judge(visitor, 'account');

    await page.getByRole('link', { name: 'Aller à mes services' }).click();

    await page.waitForURL('**/espace.html');
  });

  it('tells a clerk whose structure is no client whom to ring up', async () => {
    await join(noor, OCTO, 'finance');
    await visitor.goTo('/pages/espace.html');
    await seen(page, 'OCTO-TECHNOLOGY n’a pas de numéro client');
    await page.getByRole('main').getByRole('link', { name: 'contactez la Direction Régionale' }).click();

    await page.getByRole('heading', { name: 'Directions régionales' }).waitFor();
    await seen(page, 'Liste de démonstration');
    const numbers = await page.getByRole('main').getByRole('link', { name: /^01 99 00/ }).count();
    expect(numbers).to.be.at.least(13);
    await judge(visitor, 'offices');
  });

  it('tells someone who doesn’t find their structure whom to ring up', async () => {
    await visitor.goTo('/pages/structure.html');
    await page.getByLabel(/^Nom, commune/).fill('zzyzx qwxk');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await seen(page, 'Aucune structure trouvée');

    await page.getByRole('main').getByRole('link', { name: 'Contactez la Direction Régionale' }).click();

    await page.getByRole('heading', { name: 'Directions régionales' }).waitFor();
  });

  it('offers to sign in again once the person has signed out', async () => {
    await menu().getByRole('link', { name: 'Mon compte' }).click();
    await page.getByRole('button', { name: 'Me déconnecter' }).click();
    await menu().getByRole('link', { name: 'Connexion' }).waitFor();

    await visitor.goTo('/');

    await menu().getByRole('link', { name: 'Connexion' }).waitFor();
    expect(await page.getByRole('link', { name: 'Mon compte' }).count()).to.equal(0);
  });

  it('offers to sign in again once the session has ended by itself', async () => {
    await menu().getByRole('link', { name: 'Connexion' }).click();
    await signIn(page, noor.loginId);
    await backend.advance(31 * 60);
    await visitor.goTo('/pages/espace.html');
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.waitForURL('**/connexion.html');

    await menu().getByRole('link', { name: 'Connexion' }).waitFor();
    await visitor.goTo('/pages/conditions.html');
    await menu().getByRole('link', { name: 'Connexion' }).waitFor();
    expect(visitor.complaints).to.deep.equal([]);
  });
});
