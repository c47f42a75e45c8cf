import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { enter, EUS, join, register, type Registered } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { PASSWORD } from './support/people.js';

const OVER = 'Vous n’êtes pas connecté(e), ou votre session est terminée. Connectez-vous pour continuer.';
const HALF_AN_HOUR = 31 * 60;

describe('someone whose session has ended', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let rose: Registered;
  let membershipId: string;

  /** Signs in where the page leads to, and comes back to the address left. */
  async function signInAgain(): Promise<void> {
    const { pathname, search } = new URL(page.url());
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.waitForURL('**/connexion.html');
    await page.getByLabel(/^Identifiant/).fill(rose.loginId);
    await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.waitForURL((url) => url.pathname + url.search === pathname + search);
  }

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    rose = await register(backend, { firstName: 'Rose', lastName: 'Tanguy', email: 'rose@mairie.exemple.fr' });
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
    await enter(visitor, backend, rose.loginId);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('attaches to the structure they were looking at', async () => {
    await visitor.goTo('/pages/structure.html');
    await page.getByLabel(/^Nom, commune/).fill('eus 66500');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('button', { name: "COMMUNE D'EUS" }).first().click();
    await page.getByText('Veuillez vérifier').waitFor();
    await backend.advance(HALF_AN_HOUR);
    await page.getByRole('button', { name: 'Valider' }).click();
    await seen(page, OVER);
    await judge(visitor, 'session-structure');

    await signInAgain();

    expect(await page.getByLabel(/^Nom, commune/).inputValue()).to.equal('eus 66500');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await page.getByRole('button', { name: "COMMUNE D'EUS" }).first().click();
    await page.getByRole('button', { name: 'Valider' }).click();
    await seen(page, 'Vous êtes rattaché');
    membershipId = (await fresh().then(({ client }) => client.memberships.list()))[0]!.membershipId;
  });

  /** Their program's session ends with the clock too. */
  async function fresh(): Promise<Registered> {
    await rose.client.sessions.signIn({ login: rose.loginId, password: PASSWORD });
    return rose;
  }

  it('finds their services again', async () => {
    await backend.advance(HALF_AN_HOUR);
    await visitor.goTo('/pages/espace.html');
    await seen(page, OVER);
    await judge(visitor, 'session-services');

    await signInAgain();

    await seen(page, '314363');
  });

  it('is told in the dialog of their function', async () => {
    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Comptable' });
    await backend.advance(HALF_AN_HOUR);
    await dialog.getByRole('button', { name: 'Valider' }).click();
    await dialog.getByText(OVER).waitFor();
    await judge(visitor, 'session-function');

    await signInAgain();

    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).waitFor();
    await (await fresh()).client.memberships.update(membershipId, { jobFunction: 'accountant' });
  });

  it('accepts what they were reading', async () => {
    await visitor.goTo(`/pages/demande.html?membership-id=${membershipId}&service-id=encours`);
    await seen(page, 'vous allez devenir administrateur');
    await backend.advance(HALF_AN_HOUR);
    await page.getByRole('button', { name: 'Accepter' }).click();
    await seen(page, OVER);
    await judge(visitor, 'session-request');
    expect(await backend.letterCount()).to.equal(0);

    await signInAgain();
    await page.getByRole('button', { name: 'Accepter' }).click();

    await seen(page, 'Votre demande est enregistrée');
  });

  it('reloads, and is told that it is asked for already', async () => {
    await page.reload();

    await seen(page, 'Ce service est déjà demandé');
    await judge(visitor, 'request-already');
    expect(await backend.letterCount()).to.equal(1);
  });

  it('goes on to the letter, back and forward, and asks for nothing twice', async () => {
    await page.getByRole('button', { name: 'Suivre le courrier et saisir le code' }).click();
    await page.getByLabel('Code reçu par courrier').waitFor();

    await page.goBack();
    await seen(page, 'Ce service est déjà demandé');
    await page.goForward();

    await page.getByLabel('Code reçu par courrier').waitFor();
    expect(await backend.letterCount()).to.equal(1);
  });

  it('types the letter’s code', async () => {
    const code = activationCodeIn(await backend.letterText());
    await page.getByLabel(/représentant légal/).check();
    await page.getByLabel('Code reçu par courrier').fill(code);
    await backend.advance(HALF_AN_HOUR);
    await page.getByRole('button', { name: 'Devenir administrateur' }).click();
    await seen(page, OVER);
    await judge(visitor, 'session-letter-code');
    expect(await page.getByLabel('Code reçu par courrier').inputValue()).to.equal(code);

    await signInAgain();
    await page.getByLabel(/représentant légal/).check();
    await page.getByLabel('Code reçu par courrier').fill(code);
    await page.getByRole('button', { name: 'Devenir administrateur' }).click();

    await page.getByRole('heading', { name: 'Vous êtes administrateur' }).waitFor();
  });

  it('refuses a colleague with the reason they had typed', async () => {
    const paul = await register(backend, { firstName: 'Paul', lastName: 'Vidal', email: 'paul@mairie.exemple.fr' });
    const colleague = await join(paul, EUS, 'finance');
    await paul.client.habilitations.create({ membershipId: colleague, serviceId: 'encours', acceptedCase: 'administrator' });
    await visitor.goTo('/pages/utilisateurs.html');
    await page.getByRole('button', { name: /^Refuser.*Vidal/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Vous partez en mai.');
    await backend.advance(HALF_AN_HOUR);
    await page.getByRole('dialog').getByRole('button', { name: 'Refuser la demande' }).click();
    await page.getByRole('dialog').getByText(OVER).waitFor();
    await judge(visitor, 'session-refusal');

    await signInAgain();

    const reason = page.getByRole('dialog').getByRole('textbox');
    expect(await reason.inputValue()).to.equal('Vous partez en mai.');
    await page.getByRole('dialog').getByRole('button', { name: 'Refuser la demande' }).click();
    await seen(page, /La demande de Paul Vidal pour Encours est refusée/);
    await backend.mailTo('paul@mairie.exemple.fr', 'Vous partez en mai.');
  });

  it('never met an error of a script or of the content security policy', () => {
    expect(visitor.complaints).to.deep.equal([]);
  });
});
