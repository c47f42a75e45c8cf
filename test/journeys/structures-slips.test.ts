import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { enter, EUS, join, register, type Registered } from './support/fixtures.js';
import { focused, judge, seen } from './support/judge.js';

const CLOSED = '32122785200019';
/** OCTO-TECHNOLOGY, which is no client. */
const NO_CLIENT = '41816609600069';

let backend: Backend;
let browser: Browser;

before(async () => {
  [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
});
after(() => Promise.all([browser?.close(), backend?.stop()]));

describe('someone who looks for their structure', () => {
  let visitor: Visitor;
  let page: Page;

  async function look(query: string): Promise<void> {
    await page.getByLabel(/^Nom, commune/).fill(query);
    await page.getByLabel(/^Nom, commune/).press('Enter');
  }

  before(async () => {
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
    await visitor.goTo('/pages/structure.html');
  });

  it('is told to type something when they typed nothing', async () => {
    await look('  ');

    await seen(page, 'Indiquez un nom, une commune, un code postal ou un numéro.');
    expect(await focused(visitor)).to.equal('query');
  });

  for (const [what, query, told] of [
    ['a SIRET whose key is wrong', '216 600 742 00012', 'Ce numéro de SIRET n’existe pas'],
    ['a SIREN whose key is wrong', '216600743', 'Ce numéro de SIREN n’existe pas'],
    ['a SIRET that is well formed but nobody’s', '732 829 320 00074', 'il ne figure pas dans notre annuaire'],
    ['one letter', 'e', 'Votre recherche est trop courte'],
    ['a name that nothing resembles', 'zyxqwvk plmkj', 'Aucun nom de l’annuaire ne ressemble à votre recherche'],
  ] as const) {
    it(`is told why ${what} finds nothing, and what next`, async () => {
      await look(query);

      await page.getByRole('heading', { name: /^Aucune structure trouvée pour/ }).waitFor();
      await seen(page, told);
      await seen(page, 'Contactez la Direction Régionale');
      expect(await page.getByLabel(/^Nom, commune/).inputValue()).to.equal(query);
    });
  }

  it('reads it in a narrow window as in a wide one', () => judge(visitor, 'structure-nothing'));

  for (const query of ['%', '_', "'", '"', '\\', "%_'\"\\", "'; DROP TABLE accounts; --", '🙂🏛️', '<b>eus</b>', '\u202Eeus', 'x'.repeat(200)]) {
    it(`gets an answer in words for ${JSON.stringify(query.slice(0, 30))}`, async () => {
      const answered = page.waitForResponse(/\/v1\/structures\?/);
      await look(query);

      expect((await answered).status()).to.equal(200);
      await page.getByRole('heading', { name: /structures? trouvée/ }).waitFor();
      expect(visitor.complaints).to.deep.equal([]);
    });
  }

  it('sees that an establishment is closed, and can’t choose it', async () => {
    await look(CLOSED);

    await seen(page, 'Établissement fermé');
    await seen(page, /ne peut pas être choisi/);
    expect(await page.getByRole('button', { name: /APPLE/ }).count()).to.equal(0);
    await judge(visitor, 'structure-closed');
  });
});

describe('someone who asks for a service too early', () => {
  let visitor: Visitor;
  let page: Page;
  let person: Registered;

  before(async () => {
    person = await register(backend, { firstName: 'Colette', lastName: 'Brunet', email: 'colette@mairie.exemple.fr' });
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
    await enter(visitor, backend, person.loginId);
  });

  it('is led to a structure first', async () => {
    await visitor.goTo('/pages/espace.html');
    await seen(page, 'Il faut d’abord vous rattacher à une structure.');
    await judge(visitor, 'services-no-structure');

    await page.getByRole('button', { name: 'Me rattacher à ma structure – Encours' }).click();

    await page.waitForURL('**/structure.html');
  });

  it('is told what to do when the address names no service', async () => {
    await visitor.goTo('/pages/demande.html');

    await seen(page, /Choisissez d’abord un service/);
    await judge(visitor, 'request-no-service');
    await page.getByRole('button', { name: 'Retour à mes services' }).click();
    await page.waitForURL('**/espace.html');
  });

  it('is asked for their function, and goes on once it is chosen', async () => {
    await join(person, EUS);
    await visitor.goTo('/pages/espace.html');
    await seen(page, 'Il faut d’abord indiquer votre fonction.');
    await judge(visitor, 'services-no-function');

    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Valider' }).click();
    await dialog.getByText('Choisissez votre fonction dans la liste.').waitFor();
    expect(await focused(visitor)).to.equal('function');
    await judge(visitor, 'function-required');
    await dialog.getByRole('combobox').selectOption({ label: 'Finances' });
    await dialog.getByRole('button', { name: 'Valider' }).click();

    await page.getByRole('button', { name: 'Demander – Encours' }).waitFor();
  });

  it('hears that loans are for clients, and whom to contact', async () => {
    const membershipId = await join(person, NO_CLIENT, 'director');
    await visitor.goTo(`/pages/espace.html?membership-id=${membershipId}`);
    await seen(page, 'OCTO-TECHNOLOGY n’a pas de numéro client');
    await judge(visitor, 'services-no-client');

    await page.getByRole('button', { name: 'Que faire ? – Encours' }).click();

    expect(await focused(visitor)).to.equal('contact');
    await page.getByRole('button', { name: 'Demander – Dataviz Coeur de Ville' }).waitFor();
  });

  it('is refused in words when they type the address of the request themselves', async () => {
    const [membership] = (await person.client.memberships.list()).filter(({ clientCode }) => !clientCode);
    await visitor.goTo(`/pages/demande.html?membership-id=${membership?.membershipId}&service-id=encours`);

    await seen(page, /Ce service est réservé aux structures clientes de la Caisse des Dépôts/);
    expect(await page.getByRole('button', { name: 'Accepter' }).count()).to.equal(0);
    await judge(visitor, 'request-no-client');
  });

  it('is told that a service or a structure of someone else is not theirs', async () => {
    await visitor.goTo('/pages/demande.html?membership-id=00000000-0000-4000-8000-000000000000&service-id=encours');

    await seen(page, /n’existe plus. Revenez à vos services/);
    await judge(visitor, 'request-unknown');
  });
});
