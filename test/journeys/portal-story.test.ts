import { after, before, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn } from './support/backend.js';
import { faultsOfAccess, openBrowser, overflows, visit, type Visitor } from './support/browser.js';
import { describeEachBackend } from './support/each-backend.js';
import { attach, chooseFunction, signIn, signUp } from './support/people.js';

const odile = { firstName: 'Odile', lastName: 'Garnier', email: 'odile@mairie.exemple.fr' };
const karim = { firstName: 'Karim', lastName: 'Belaïd', email: 'karim@mairie.exemple.fr' };
const lise = { firstName: 'Lise', lastName: 'Aubry-Ménard', email: 'lise@mairie.exemple.fr' };

/** Asks for "Encours" and comes to the page that says what that will do. */
async function askForEncours(page: Page): Promise<void> {
  await page.goto('/pages/espace.html');
  await page.getByRole('button', { name: 'Demander – Encours' }).click();
  await page.getByRole('heading', { name: 'Demande d’habilitation' }).or(page.getByRole('heading', { name: "Demande d'habilitation" })).waitFor();
  await page.getByRole('button', { name: 'Accepter' }).waitFor();
}

describeEachBackend('a portal', (backend) => {
  let browser: Browser;
  let first: Visitor;
  let second: Visitor;
  const visitors: Visitor[] = [];

  async function newVisitor(): Promise<Visitor> {
    const visitor = await visit(browser, backend().url);
    visitors.push(visitor);
    return visitor;
  }

  /** What every page of the story must be: usable by all, and within its window at any width. */
  async function judged({ page }: Visitor): Promise<void> {
    expect(await faultsOfAccess(page)).to.deep.equal([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflows(page), `${page.url()} at 320 px`).to.equal(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  before(async () => {
    browser = await openBrowser();
    first = await newVisitor();
    second = await newVisitor();
  });
  after(() => browser?.close());

  it('gives the first person an identifier, with which they sign in', async () => {
    const { page } = first;
    const loginId = await signUp(page, backend(), odile);
    expect(loginId).to.match(/^odil\d{3,}$/);
    await judged(first);

    await backend().mailTo(odile.email, loginId);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await judged(first);
    await signIn(page, loginId);
  });

  it('shows them the catalogue, and the way to their structure', async () => {
    const { page } = first;
    await judged(first);

    await page.getByRole('button', { name: 'Me rattacher à ma structure', exact: true }).click();

    await page.waitForURL('**/structure.html');
  });

  for (const query of ['eus 66500', "commune d'eus", 'comune d eus', '216600742']) {
    it(`finds their town hall with "${query}"`, async () => {
      const { page } = first;
      await page.goto('/pages/structure.html');
      await page.getByLabel(/^Nom, commune/).fill(query);
      await page.getByRole('button', { name: 'Rechercher' }).click();

      const result = page.getByRole('button', { name: /COMMUNE D'EUS/ }).first();
      await result.waitFor();
      expect(await result.innerText()).to.include('66500');
    });
  }

  it('lets them check the details, and attaches them', async () => {
    const { page } = first;
    await judged(first);
    await attach(page, 'eus 66500', "COMMUNE D'EUS");
    await judged(first);
  });

  it('asks for their function before the loan services', async () => {
    const { page } = first;
    await page.goto('/pages/espace.html');
    await page.getByText('314363').first().waitFor();
    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).waitFor();

    await chooseFunction(page, 'Secrétaire général');

    await page.getByRole('button', { name: 'Demander – Encours' }).waitFor();
    await judged(first);
  });

  it('tells them case 1, and a letter leaves once they accept', async () => {
    const { page } = first;
    await askForEncours(page);
    await page.getByText(/vous allez devenir administrateur/i).first().waitFor();
    await judged(first);

    await page.getByRole('button', { name: 'Accepter' }).click();

    await page.getByRole('button', { name: /code/i }).first().waitFor();
    await judged(first);
    const letter = await backend().letterText();
    expect(letter).to.include("COMMUNE D'EUS").and.to.include('Odile Garnier').and.to.match(/représentant légal/i);
    expect(activationCodeIn(letter)).to.have.length(11);
  });

  it('makes them administrator with the letter’s code, after a wrong one', async () => {
    const { page } = first;
    const code = activationCodeIn(await backend().letterText());
    await page.goto('/pages/activation.html');
    await page.getByLabel(/représentant légal/).check();
    const field = page.getByLabel('Code reçu par courrier');
    await field.fill('00000-00000');
    await page.getByRole('button', { name: 'Devenir administrateur' }).click();
    await page.getByText(/4 essais/).first().waitFor();
    await judged(first);

    await field.fill(code.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: 'Devenir administrateur' }).click();

    await page.getByRole('heading', { name: 'Vous êtes administrateur' }).waitFor();
    await judged(first);
  });

  it('opens the service’s button for them', async () => {
    const { page } = first;
    await page.goto('/pages/espace.html');
    const open = page.getByRole('link', { name: 'Accéder au service – Encours' });
    await open.waitFor();
    await judged(first);

    await open.click();

    await page.waitForURL('**/service.html?service=encours');
    await page.getByRole('heading', { name: 'Encours' }).waitFor();
  });

  it('tells a colleague case 2, and writes to the administrator', async () => {
    const { page } = second;
    const loginId = await signUp(page, backend(), karim);
    await page.goto('/pages/connexion.html');
    await signIn(page, loginId);
    await attach(page, '216600742', "COMMUNE D'EUS");
    await chooseFunction(page, 'Comptable');
    await askForEncours(page);
    await page.getByText('votre demande doit être validée par un administrateur de votre établissement').waitFor();
    await page.getByText('Un e-mail va être envoyé à l’administrateur').waitFor();
    expect(await page.getByText(/vous allez devenir administrateur/i).count()).to.equal(0);
    await judged(second);

    await page.getByRole('button', { name: 'Accepter' }).click();

    const mail = await backend().mailTo(odile.email, 'Belaïd');
    expect(mail.text).to.include('Encours').and.to.include('/pages/utilisateurs.html');
  });

  it('lets the administrator approve, and the colleague’s button opens while their page is open', async () => {
    await second.page.goto('/pages/espace.html');
    await second.page.getByText('En attente de l’administrateur').first().waitFor();
    const { page } = first;
    await page.goto('/pages/utilisateurs.html');
    await page.getByRole('button', { name: /^Approuver.*Belaïd/ }).waitFor();
    await judged(first);

    await page.getByRole('button', { name: /^Approuver.*Belaïd/ }).click();

    await backend().mailTo(karim.email, 'Encours');
    await second.page.bringToFront();
    await second.page.evaluate('window.dispatchEvent(new Event("focus"))');
    await second.page.getByRole('link', { name: 'Accéder au service – Encours' }).waitFor();
  });

  it('refuses a third person with a reason that they see', async () => {
    const third = await newVisitor();
    const loginId = await signUp(third.page, backend(), lise);
    await third.page.goto('/pages/connexion.html');
    await signIn(third.page, loginId);
    await attach(third.page, 'comune d eus', "COMMUNE D'EUS");
    await chooseFunction(third.page, 'Autre');
    await askForEncours(third.page);
    await third.page.getByRole('button', { name: 'Accepter' }).click();
    await backend().mailTo(odile.email, lise.lastName);

    const { page } = first;
    await page.goto('/pages/utilisateurs.html');
    await page.getByRole('button', { name: /^Refuser.*Lise/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').waitFor();
    await judged(first);
    await dialog.getByRole('textbox').fill('Ce service n’est pas le <b>vôtre</b>.');
    await dialog.getByRole('button', { name: 'Refuser la demande' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await judged(first);

    await backend().mailTo(lise.email, 'Ce service n’est pas le');
    await third.page.goto('/pages/espace.html');
    await third.page.getByText('Ce service n’est pas le <b>vôtre</b>.').waitFor();
    await judged(third);
  });

  it('signs them out at the server', async () => {
    const { page } = first;
    await page.goto('/pages/connexion.html');
    await page.getByRole('button', { name: 'Me déconnecter' }).click();
    await page.getByRole('button', { name: 'Me connecter' }).waitFor();

    const status = await page.evaluate('fetch("/v1/memberships").then(({ status }) => status)');

    expect(status).to.equal(401);
  });

  it('never met an error of a script or of the content security policy', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).to.deep.equal([]);
  });
});
