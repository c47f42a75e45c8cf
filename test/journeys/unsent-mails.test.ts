import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { codeConfirm as french } from '../../components/locales/fr/code-confirm.js';
import { codeIn, startBackend, type Backend, type ReceivedMail } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { register } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { fillSignUp, type Person } from './support/people.js';

const { sentTo, unsent } = french;

const person = (firstName: string): Person => ({ firstName, lastName: 'Delmas', email: `${firstName.toLowerCase()}@mairie.exemple.fr` });

async function send(page: Page, somebody: Person): Promise<void> {
  await page.goto('/pages/inscription.html');
  await fillSignUp(page, somebody);
  await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
  await page.getByRole('button', { name: 'Saisir mon code' }).waitFor();
}

/** What the page says, without the address and the seconds left. */
async function words(page: Page, { email }: Person): Promise<string> {
  const text = await page.locator('bdt-signup').innerText();
  return text.replace(email, 'ADDRESS').replace(/dans \d+ secondes?/, 'SOON');
}

describe('someone for whom no mail can leave', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    visitor = await visit(browser, backend.url);
    ({ page } = visitor);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  /** The mail that follows the first one, once it has left; waits 15 s at most. */
  async function secondMailTo({ email }: Person): Promise<ReceivedMail> {
    for (let look = 0; look < 100; look += 1) {
      const [newest, first] = await backend.mailsTo(email);
      if (newest && first) return newest;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error('Waited in vain for a second mail.');
  }

  it('signs up twice at once, and is told that the second mail did not leave and when one can', async () => {
    await send(page, person('Ambre'));
    await seen(page, sentTo);
    await backend.mailTo(person('Ambre').email, 'code de validation');
    await send(page, person('Ambre'));

    await seen(page, unsent.to);
    await seen(page, unsent.why.too_soon);
    await seen(page, /Vous pourrez demander un nouveau code dans \d+ seconde/);
    expect(await page.getByText(sentTo).count()).to.equal(0);
    expect(await backend.mailsTo(person('Ambre').email)).to.have.length(1);
    await judge(visitor, 'signup-unsent');
  });

  it('is told the same whether or not the address has an account', async () => {
    const unknown = await words(page, person('Ambre'));
    const brice = person('Brice');
    await register(backend, brice);
    await send(page, brice);

    expect(await words(page, brice)).to.equal(unknown);
  });

  it('is told so at the code too, and asks for one as soon as it may leave', async () => {
    const cyril = person('Cyril');
    await send(page, cyril);
    await backend.mailTo(cyril.email, 'code de validation');
    await send(page, cyril);
    await page.getByRole('button', { name: 'Saisir mon code' }).click();

    await seen(page, unsent.to);
    expect(await page.getByText(/valables jusqu’à|Essais restants/).count()).to.equal(0);
    expect(await page.getByRole('button', { name: 'Recevoir un nouveau code' }).getAttribute('aria-disabled')).to.equal('true');
    await judge(visitor, 'code-unsent');

    await backend.advance(61);
    await page.reload();
    await page.getByRole('button', { name: 'Recevoir un nouveau code' }).click();
    await seen(page, 'Un nouveau code vous a été envoyé.');
    await page.getByLabel('Code de validation').fill(codeIn(await secondMailTo(cyril)));
    await page.getByRole('button', { name: 'Continuer' }).click();
    await seen(page, 'Inscription validée. Bienvenue !');
  });

  it('signs up once too often in a day, and is told from when on, or to correct the address', async () => {
    const diane = person('Diane');
    for (let time = 0; time < 3; time += 1) {
      await send(page, diane);
      await backend.advance(61);
    }
    await send(page, diane);
    await seen(page, unsent.to);
    await seen(page, unsent.why.too_many);
    await seen(page, 'Vous pourrez demander un nouveau code dans 24 heures');

    await page.getByRole('button', { name: 'Saisir mon code' }).click();
    await seen(page, unsent.why.too_many);
    await page.getByRole('button', { name: 'Corriger mon adresse' }).click();
    await page.getByRole('dialog').getByLabel('Adresse courriel').fill('diane.delmas@mairie.exemple.fr');
    await page.getByRole('dialog').getByRole('button', { name: 'Envoyer un nouveau code' }).click();
    await seen(page, 'Votre adresse est corrigée.');
    await backend.mailTo('diane.delmas@mairie.exemple.fr', 'code de validation');
    await seen(page, /valables jusqu’à/);
  });

  it('has the screen of the code open before signing up in another tab, and can type it there', async () => {
    const waiting = await visit(browser, backend.url);
    await waiting.goTo('/pages/confirmation.html');
    await seen(waiting.page, 'Aucune inscription n’attend de code');
    await send(await waiting.context.newPage(), person('Elsa'));

    await waiting.page.getByLabel('Code de validation').fill(codeIn(await backend.mailTo(person('Elsa').email, 'code de validation')));
    await waiting.page.getByRole('button', { name: 'Continuer' }).click();
    await seen(waiting.page, 'Inscription validée. Bienvenue !');
    expect([...visitor.complaints, ...waiting.complaints]).to.deep.equal([]);
  });
});
