import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn, codeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { EUS, join, register } from './support/fixtures.js';
import { seen } from './support/judge.js';
import { focusOf, walkTo } from './support/keyboard.js';
import { PASSWORD } from './support/people.js';

const EMAIL = 'therese@mairie.exemple.fr';

describe('someone without a mouse', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);

  /** Waits until the focus has come to an element by its id: where the work goes on. */
  async function focusComesTo(id: string): Promise<void> {
    const deadline = Date.now() + 6000;
    while ((await focusOf(page)).id !== id) {
      if (Date.now() > deadline) throw new Error(`The focus is on ${JSON.stringify(await focusOf(page))}, not on ${id}.`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('skips the menu and opens the form', async () => {
    await visitor.goTo('/');
    await walkTo(page, 'Aller au contenu');
    await press('Enter');
    await walkTo(page, 'Créer mon espace');
    await press('Enter');

    await page.waitForURL('**/inscription.html');
    await page.getByLabel('Prénom').waitFor();
  });

  it('is brought to the first wrong field when the form goes too early', async () => {
    await walkTo(page, 'Créer mon espace personnel');
    await press('Enter');

    await focusComesTo('civility');
  });

  it('fills it in, going back once, and sends it', async () => {
    await press('ArrowDown');
    expect(await page.getByLabel('Madame').isChecked()).to.equal(true);
    await walkTo(page, /^Prénom/);
    await type('Thérése');
    await walkTo(page, /^Nom/);
    await type('Le Goff');
    await walkTo(page, /^Prénom/, 'Shift+Tab');
    await type('Thérèse');
    expect(await page.getByLabel('Prénom').inputValue()).to.equal('Thérèse');
    await walkTo(page, /^Adresse courriel/);
    await type(EMAIL);
    await walkTo(page, /^Mot de passe/);
    await type(PASSWORD);
    await walkTo(page, 'Afficher le mot de passe');
    await press('Space');
    expect(await page.getByLabel(/^Mot de passe/).getAttribute('type')).to.equal('text');
    await walkTo(page, /^Confirmation/);
    await type(PASSWORD);
    await walkTo(page, 'Professions juridiques');
    await press('ArrowUp');
    expect(await page.getByLabel('Collectivités').isChecked()).to.equal(true);
    await walkTo(page, /^J’accepte/);
    await press('Space');
    await walkTo(page, 'Créer mon espace personnel');
    await press('Enter');

    await page.getByRole('button', { name: 'Saisir mon code' }).waitFor();
    expect((await focusOf(page)).name).to.equal('Confirmez votre inscription');
  });

  it('corrects nothing after all, and types the code', async () => {
    await walkTo(page, 'Saisir mon code');
    await press('Enter');
    await page.getByLabel('Code de validation').waitFor();
    await walkTo(page, 'Corriger mon adresse');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    expect((await focusOf(page)).id).to.equal('email');
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusComesTo('correct');

    await walkTo(page, /^Code de validation/, 'Shift+Tab');
    await type(codeIn(await backend.mailTo(EMAIL, 'code de validation')));
    await press('Enter');

    await seen(page, 'Inscription validée. Bienvenue !');
    expect((await focusOf(page)).name).to.equal('Inscription validée. Bienvenue !');
  });

  it('signs in', async () => {
    await walkTo(page, 'Me connecter');
    await press('Enter');
    await page.getByLabel(/^Identifiant/).waitFor();
    await walkTo(page, /^Identifiant/);
    await type(EMAIL);
    await walkTo(page, /^Mot de passe/);
    await type(PASSWORD);
    await press('Enter');

    await page.getByRole('button', { name: 'Me rattacher à ma structure', exact: true }).waitFor();
  });

  it('finds their structure and attaches', async () => {
    await walkTo(page, 'Me rattacher à ma structure');
    await press('Enter');
    await page.getByLabel(/^Nom, commune/).waitFor();
    await walkTo(page, /^Nom, commune/);
    await type('eus 66500');
    await press('Enter');
    await page.getByRole('button', { name: /COMMUNE D'EUS/ }).first().waitFor();
    await walkTo(page, /^COMMUNE D'EUS/);
    await press('Enter');
    await focusComesTo('check');
    await walkTo(page, 'Retour');
    await press('Space');
    await page.getByRole('button', { name: 'Rechercher' }).waitFor();
    expect((await focusOf(page)).name).to.match(/^COMMUNE D'EUS/);
    await press('Enter');
    await focusComesTo('check');
    await walkTo(page, 'Valider');
    await press('Enter');

    await focusComesTo('done');
    await seen(page, 'Vous êtes rattaché à');
  });

  it('chooses their function, after thinking twice', async () => {
    await walkTo(page, 'Mes services', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).waitFor();
    await walkTo(page, 'Indiquer ma fonction – Encours');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusComesTo('function-encours');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await focusComesTo('function');
    await press('ArrowDown');
    await press('ArrowDown');
    await walkTo(page, 'Valider');
    await press('Enter');

    await focusComesTo('edit-function');
    await seen(page, 'Directeur');
  });

  it('asks for the service, and follows the letter', async () => {
    await walkTo(page, 'Demander – Encours');
    await press('Enter');
    await page.getByRole('button', { name: 'Accepter' }).waitFor();
    await walkTo(page, 'Accepter');
    await press('Enter');
    await focusComesTo('done');
    await walkTo(page, 'Suivre le courrier et saisir le code');
    await press('Enter');

    await page.getByLabel('Code reçu par courrier').waitFor();
  });

  it('does not give up, and becomes administrator', async () => {
    await walkTo(page, 'Renoncer');
    await press('Space');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusComesTo('give-up');

    await walkTo(page, /^Le représentant légal/, 'Shift+Tab');
    await press('Space');
    await walkTo(page, /^Code reçu par courrier/);
    await type(activationCodeIn(await backend.letterText()));
    await press('Enter');

    await focusComesTo('outcome');
    await seen(page, 'Vous êtes administrateur');
  });

  it('refuses nobody after all, and accepts a colleague', async () => {
    const marc = await register(backend, { firstName: 'Marc', lastName: 'Pujol', email: 'marc@mairie.exemple.fr' });
    const membershipId = await join(marc, EUS, 'finance');
    await marc.client.habilitations.create({ membershipId, serviceId: 'encours', acceptedCase: 'administrator' });
    await walkTo(page, 'Gérer les utilisateurs');
    await press('Enter');
    await page.getByRole('button', { name: /^Refuser.*Pujol/ }).waitFor();
    await walkTo(page, /^Refuser.*Pujol/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    expect((await focusOf(page)).id).to.equal('reason');
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focusOf(page)).name).to.match(/^Refuser.*Pujol/);
    await walkTo(page, /^Approuver.*Pujol/, 'Shift+Tab');
    await press('Space');

    await seen(page, /La demande de Marc Pujol pour Encours est approuvée/);
    await focusComesTo('notice');
  });

  it('never met an error of a script or of the content security policy', () => {
    expect(visitor.complaints).to.deep.equal([]);
  });
});
