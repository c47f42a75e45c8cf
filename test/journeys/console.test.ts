import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { EUS, enter, join, register, type Registered } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { PASSWORD } from './support/people.js';

const EMAIL = 'zelie@mairie.exemple.fr';
const DAY_MS = 86_400_000;

describe('a tester at the console', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let zelie: Registered;

  const mail = (subject: RegExp | string) => page.locator('#courriels details', { hasText: subject });
  const clock = async () => Date.parse((await page.locator('#maintenant').getAttribute('datetime')) ?? '');

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('finds it from the portal, and is told that there is nothing yet', async () => {
    await visitor.goTo('/');
    await page.getByRole('link', { name: 'Console de recette' }).click();

    await seen(page, 'Aucun e-mail pour le moment.');
    await seen(page, 'Aucune lettre pour le moment.');
    await judge(visitor, 'console-empty');
  });

  it('reads the mails, and follows the link that one carries', async () => {
    zelie = await register(backend, { firstName: 'Zélie', lastName: "N'Diaye-Åström", email: EMAIL });
    await mail('Bienvenue').waitFor();
    await mail('Votre code de validation').locator('summary').click();
    await mail('Votre code de validation').getByText('Bonjour Madame N\'Diaye-Åström').waitFor();
    await seen(page, `à ${EMAIL}`);
    await judge(visitor, 'console-mails');

    await mail('Bienvenue').getByRole('link').click();

    await page.waitForURL('**/connexion.html');
    await page.goBack();
  });

  it('keeps a mail open while others come', async () => {
    await mail('Votre code de validation').locator('summary').click();

    await register(backend, { firstName: 'Yann', lastName: 'Kerjean', email: 'yann@mairie.exemple.fr' });

    await page.locator('#courriels details', { hasText: 'yann@' }).first().waitFor();
    await page.locator('#courriels details[open]', { hasText: EMAIL }).filter({ hasText: 'Votre code de validation' }).waitFor();
  });

  it('opens a letter, which is a PDF with a code', async () => {
    const membershipId = await join(zelie, EUS, 'secretary_general');
    await zelie.client.habilitations.create({ membershipId, serviceId: 'encours', acceptedCase: 'first_user' });
    const link = page.getByRole('link', { name: 'Ouvrir la lettre (PDF)' });
    await link.waitFor();
    await seen(page, /demandée par Zélie N'Diaye-Åström, partie le/);
    await judge(visitor, 'console-letter');

    const response = await page.request.get((await link.getAttribute('href')) ?? '');

    expect(response.headers()['content-type']).to.equal('application/pdf');
    expect(activationCodeIn(await backend.letterText())).to.have.length(11);
  });

  it('disowns a request for the structure that rings up, and the requester’s page says so', async () => {
    const [membership] = await zelie.client.memberships.list();
    await page.getByRole('button', { name: "Désavouer la demande pour COMMUNE D'EUS" }).click();

    await page.getByText(/La demande est désavouée/).waitFor();
    await seen(page, /partie le .*, annulée/);
    expect(await page.getByRole('link', { name: 'Ouvrir la lettre (PDF)' }).count()).to.equal(0);
    await backend.mailTo(EMAIL, 'n’était pas à l’origine de cette demande');
    const requester = await visit(browser, backend.url);
    await enter(requester, backend, zelie.loginId);
    await requester.goTo(`/pages/activation.html?claim-id=${membership?.openClaimId}`);
    await requester.page.getByRole('heading', { name: 'Votre structure n’a pas reconnu cette demande' }).waitFor();
    await judge(requester, 'activation-disowned');
    await requester.leave();
  });

  it('moves the clock by a day, and sessions end', async () => {
    const before = await clock();

    await page.getByRole('button', { name: 'd’un jour' }).click();

    await page.getByText('L’horloge a avancé.').waitFor();
    expect((await clock()) - before).to.be.within(DAY_MS, DAY_MS + 60_000);
    const refusal = await zelie.client.sessions.read().then(
      () => 'none',
      (error: { code?: string }) => error.code,
    );
    expect(refusal).to.equal('session_required');
  });

  it('is told when the server is away, and when it is back', async () => {
    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.getByText('Le serveur ne répond pas. Vérifiez qu’il est démarré.').waitFor();
    await page.getByRole('button', { name: 'd’un jour' }).click();
    await page.getByText('Cela n’a pas marché. Vérifiez que le serveur est démarré.').waitFor();

    await visitor.context.setOffline(false);
    await page.getByRole('button', { name: 'Actualiser' }).click();

    await page.getByText('La liste est à jour.').waitFor();
  });

  it('is asked before all is erased, and may think better of it', async () => {
    const dialog = page.getByRole('dialog', { name: 'Tout effacer ?' });
    const erase = page.getByRole('button', { name: 'Tout effacer', exact: true });
    await erase.click();
    await dialog.waitFor();
    await judge(visitor, 'console-reset');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await erase.evaluate((button) => button.matches(':focus'))).to.equal(true);
    await erase.click();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await page.getByText('La liste est à jour.').waitFor();

    expect(await mail('Bienvenue').count()).to.be.greaterThan(0);
  });

  it('erases everything: mails, letters, accounts, and the clock is right again', async () => {
    await page.getByRole('button', { name: 'Tout effacer', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tout effacer' }).click();

    await page.getByText('Tout est effacé.').waitFor();
    await seen(page, 'Aucun e-mail pour le moment.');
    await seen(page, 'Aucune lettre pour le moment.');
    expect(Math.abs((await clock()) - Date.now())).to.be.below(60_000);
    const refusal = await zelie.client.sessions.signIn({ login: EMAIL, password: PASSWORD }).then(
      () => 'none',
      (error: { code?: string }) => error.code,
    );
    expect(refusal).to.equal('credentials_wrong');
  });

  it('can begin the story again', async () => {
    const again = await register(backend, { firstName: 'Zélie', lastName: "N'Diaye-Åström", email: EMAIL });
    const membershipId = await join(again, EUS, 'secretary_general');
    await again.client.habilitations.create({ membershipId, serviceId: 'encours', acceptedCase: 'first_user' });

    await page.getByRole('link', { name: 'Ouvrir la lettre (PDF)' }).waitFor();
    await mail('Bienvenue').waitFor();
    expect(visitor.complaints).to.deep.equal([]);
  });
});
