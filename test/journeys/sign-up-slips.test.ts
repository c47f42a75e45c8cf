import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { codeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { register } from './support/fixtures.js';
import { focused, judge, seen } from './support/judge.js';
import { fillSignUp, PASSWORD, type Person } from './support/people.js';

const CREATE = 'Créer mon espace personnel';

function person(firstName: string, email = `${firstName.toLowerCase()}@mairie.exemple.fr`): Person {
  return { firstName, lastName: 'Delmas', email };
}

describe('someone who signs up', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  const complaints: string[][] = [];

  async function newcomer(): Promise<void> {
    visitor = await visit(browser, backend.url);
    complaints.push(visitor.complaints);
    ({ page } = visitor);
    await visitor.goTo('/pages/inscription.html');
    await page.getByLabel('Prénom').waitFor();
  }

  const send = () => page.getByRole('button', { name: CREATE }).click();

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('with an address that has an account sees what all see, and its owner gets a mail', async () => {
    const ines = person('Inès', 'ines@mairie.exemple.fr');
    await register(backend, ines);
    await backend.advance(61);
    await newcomer();
    await fillSignUp(page, { ...ines, firstName: 'Autre' });
    await send();

    await page.getByRole('heading', { name: 'Confirmez votre inscription' }).waitFor();
    await seen(page, 'Un email vous a été envoyé à');
    await page.getByText(ines.email).waitFor();
    await page.getByRole('button', { name: 'Saisir mon code' }).click();
    await page.getByLabel('Code de validation').waitFor();

    const mail = await backend.mailTo(ines.email, 'déjà un espace personnel');
    expect(mail.text).to.include('/pages/connexion.html');
    expect(codeIn(mail)).to.equal('');
  });

  it('sends nothing with the form empty, and is led to each field', async () => {
    await newcomer();
    await send();

    await seen(page, '7 informations sont à corriger');
    expect(await focused(visitor)).to.equal('civility');
    await page.getByRole('link', { name: /^Adresse courriel/ }).click();
    expect(await focused(visitor)).to.equal('email');
    await judge(visitor, 'signup-empty');
  });

  for (const [what, password, told] of [
    ['a short password', 'Ab1!', 'il est trop court. Ajoutez des caractères : il en faut 8 au minimum.'],
    ['a password of two classes', 'tilleul2026', 'combinez au moins 3 catégories'],
  ] as const) {
    it(`is told at the field about ${what}`, async () => {
      await page.getByLabel(/^Mot de passe/).fill(password);
      await page.getByLabel(/^Confirmation/).focus();

      await page.locator('#password-error', { hasText: told }).waitFor();
    });
  }

  it('pastes a million characters as password, and the page goes on', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate('navigator.clipboard.writeText("Aa1!".repeat(250_000))');
    await page.getByLabel(/^Mot de passe/).press('Control+A');
    await page.keyboard.press('Control+V');
    await page.getByLabel(/^Confirmation/).focus();
    await page.locator('#password-error', { hasText: 'il est trop long. Réduisez-le à 128 caractères au plus.' }).waitFor();

    await page.getByLabel('Prénom').fill('Maud');
    await send();

    await seen(page, /informations sont à corriger/);
    expect(await page.getByLabel('Prénom').inputValue()).to.equal('Maud');
    await judge(visitor, 'signup-password');
  });

  it('types digits or a tag as name: it stays text, and the first wrong field has the focus', async () => {
    await newcomer();
    await fillSignUp(page, { firstName: 'R2D2', lastName: '<img src=x onerror="window.hurt=1">', email: 'maud@mairie.exemple.fr' });
    await send();

    await page.locator('#firstName-error', { hasText: 'n’utilisez que des lettres' }).waitFor();
    await page.locator('#lastName-error', { hasText: 'n’utilisez que des lettres' }).waitFor();
    expect(await focused(visitor)).to.equal('firstName');
    expect(await page.evaluate('"hurt" in window')).to.equal(false);
    expect(await page.getByLabel(/^Nom/).inputValue()).to.include('<img src=x');
    await judge(visitor, 'signup-names');
  });

  it('corrects them, and each sentence leaves with its fault', async () => {
    await page.getByLabel('Prénom').fill('Maud');
    await page.locator('#firstName-error').waitFor({ state: 'detached' });
    await page.getByLabel(/^Nom/).fill('Delmas');
    await send();

    await page.getByRole('button', { name: 'Saisir mon code' }).waitFor();
  });

  it('is offered the likelier address, and takes it', async () => {
    await newcomer();
    await fillSignUp(page, person('Samir', 'samir@orenge.fr'));
    await seen(page, 'Vouliez-vous dire samir@orange.fr ?');
    await judge(visitor, 'signup-suggestion');
    await page.getByRole('button', { name: 'Utiliser cette adresse' }).click();

    expect(await page.getByLabel('Adresse courriel').inputValue()).to.equal('samir@orange.fr');
    expect(await focused(visitor)).to.equal('email');
    await send();
    await backend.mailTo('samir@orange.fr', 'code de validation');
  });

  it('may know better, and keeps their own', async () => {
    await newcomer();
    await fillSignUp(page, person('Élise', 'elise@orenge.fr'));
    await seen(page, 'Vouliez-vous dire elise@orange.fr ?');
    await send();

    await backend.mailTo('elise@orenge.fr', 'code de validation');
  });

  it('clicks twice on the button, and gets one mail', async () => {
    const twice = person('Gaël', 'gael@mairie.exemple.fr');
    await newcomer();
    await fillSignUp(page, twice);
    await page.getByRole('button', { name: CREATE }).dblclick();

    await page.getByRole('button', { name: 'Saisir mon code' }).waitFor();
    await backend.mailTo(twice.email, 'code de validation');
    // Whatever a second request would have caused is older than this.
    await register(backend, person('Témoin', 'temoin@mairie.exemple.fr'));
    expect(await backend.mailsTo(twice.email)).to.have.length(1);
  });

  it('reloads in the middle, and types only the password again', async () => {
    await newcomer();
    await fillSignUp(page, person('Jeanne'));
    await page.reload();

    // The form is painted before what was kept is back in it.
    await page.getByLabel('Madame').and(page.locator(':checked')).waitFor();
    expect(await page.getByLabel('Collectivités').isChecked()).to.equal(true);
    expect(await page.getByLabel('Prénom').inputValue()).to.equal('Jeanne');
    expect(await page.getByLabel('Adresse courriel').inputValue()).to.equal('jeanne@mairie.exemple.fr');
    expect(await page.getByLabel(/^Mot de passe/).inputValue()).to.equal('');
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.to.include(PASSWORD);
  });

  it('goes back from the code and forward again, and can still type it', async () => {
    await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
    await page.getByLabel(/^Confirmation/).fill(PASSWORD);
    await send();
    await page.getByRole('button', { name: 'Saisir mon code' }).click();
    await page.getByLabel('Code de validation').waitFor();

    await page.goBack();
    await page.waitForURL('**/inscription.html');
    await page.getByRole('heading', { name: 'Créer un compte' }).waitFor();
    await page.goForward();
    await page.getByLabel('Code de validation').waitFor();
    await seen(page, 'jeanne@mairie.exemple.fr');
  });

  it('confirms in a second tab, and the first one then leads on', async () => {
    const mail = await backend.mailTo('jeanne@mairie.exemple.fr', 'code de validation');
    const second = await visitor.context.newPage();
    await second.goto('/pages/confirmation.html');
    await second.getByLabel('Code de validation').fill(codeIn(mail));
    await second.getByRole('button', { name: 'Continuer' }).click();
    await seen(second, 'Inscription validée. Bienvenue !');

    await page.bringToFront();
    // Tabs are told of each other's storage in their own time; before, this one would learn it from the backend.
    for (let looks = 0; looks < 100 && (await page.evaluate("localStorage.getItem('bdt:pending-sign-up') !== null")); looks += 1) {
      await page.waitForTimeout(50);
    }
    await page.getByLabel('Code de validation').fill(codeIn(mail));
    await page.getByRole('button', { name: 'Continuer' }).click();

    await seen(page, 'Elle a été terminée dans un autre onglet.');
    await judge(visitor, 'code-elsewhere');
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.waitForURL('**/connexion.html');
  });

  it('never met an error of a script or of the content security policy', () => {
    expect(complaints.flat()).to.deep.equal([]);
  });
});
