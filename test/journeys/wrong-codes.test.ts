import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { codeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { focused, judge, seen } from './support/judge.js';
import { fillSignUp, PASSWORD, type Person } from './support/people.js';

const WELCOME = 'Inscription validée. Bienvenue !';

/** Four digits that aren't these. */
function otherThan(code: string, nth = 1): string {
  return String((Number(code) + nth) % 10_000).padStart(4, '0');
}

describe('someone with a code that does not work', () => {
  let backend: Backend;
  let browser: Browser;
  let visitor: Visitor;

  async function comeToCode(person: Person): Promise<string> {
    visitor = await visit(browser, backend.url);
    await visitor.goTo('/pages/inscription.html');
    await fillSignUp(visitor.page, person);
    await visitor.page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
    await visitor.page.getByRole('button', { name: 'Saisir mon code' }).click();
    await visitor.page.getByLabel('Code de validation').waitFor();
    return codeIn(await backend.mailTo(person.email, 'code de validation'));
  }

  async function type(code: string): Promise<void> {
    await visitor.page.getByLabel('Code de validation').fill(code);
    await visitor.page.getByRole('button', { name: 'Continuer' }).click();
  }

  /** Waits until the field's error says this. */
  async function told(words: string): Promise<void> {
    await visitor.page.locator('#code-error', { hasText: words }).waitFor();
  }

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  describe('that is wrong', () => {
    const paula = { firstName: 'Paula', lastName: 'Ferrer', email: 'paula@mairie.exemple.fr' };
    let code: string;

    it('is told how many tries are left, and keeps the digits', async () => {
      code = await comeToCode(paula);

      await type(otherThan(code));

      await told('il vous reste 4 essais');
      expect(await visitor.page.getByLabel('Code de validation').inputValue()).to.equal(otherThan(code));
      expect(await focused(visitor)).to.equal('code');
      await judge(visitor, 'code-wrong');
    });

    it('is told before anything is sent that digits are missing', async () => {
      await type('12');

      await told('saisissez les 4 chiffres');
      await visitor.page.getByText('Essais restants : 4.').waitFor();
    });

    it('finds the sixth try refused, though it is right', async () => {
      for (const left of [3, 2, 1]) {
        await type(otherThan(code, left + 1));
        await told(`il vous reste ${left} essai`);
      }
      await type(otherThan(code, 9));
      await told('ce code ne peut plus être essayé. Demandez un nouveau code.');

      await type(code);

      await told('ce code ne peut plus être essayé. Demandez un nouveau code.');
      await judge(visitor, 'code-exhausted');
    });

    it('never caused a mail by guessing', async () => {
      expect(await backend.mailsTo(paula.email)).to.have.length(1);
    });

    it('gets in with a new code, asked for after a minute and pasted in a whole sentence', async () => {
      const { page, context } = visitor;
      await page.getByText(/Vous pourrez demander un nouveau code dans \d+ secondes/).waitFor();
      await backend.advance(61);
      await page.reload();
      await page.getByRole('button', { name: 'Recevoir un nouveau code' }).click();
      await seen(page, 'Un nouveau code vous a été envoyé. Le précédent n’est plus valable.');
      await judge(visitor, 'code-resent');
      const second = codeIn(await newestMail(paula.email, 2));
      expect(await page.getByLabel('Code de validation').inputValue()).to.equal('');
      if (second !== code) {
        await type(code);
        await told('ce code n’est pas le bon');
      }

      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(`navigator.clipboard.writeText("Votre code : ${second.slice(0, 2)} ${second.slice(2)}, valable 10 minutes.")`);
      await page.getByLabel('Code de validation').press('Control+A');
      await page.keyboard.press('Control+V');
      expect(await page.getByLabel('Code de validation').inputValue()).to.include('valable 10 minutes');
      await page.getByRole('button', { name: 'Continuer' }).click();

      await page.getByText(WELCOME).waitFor();
    });
  });

  async function newestMail(address: string, count: number) {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const mails = await backend.mailsTo(address);
      if (mails[0] && mails.length >= count) return mails[0];
      if (Date.now() > deadline) throw new Error(`${mails.length} mails came, not ${count}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  describe('that came too late', () => {
    const hugo = { firstName: 'Hugo', lastName: 'Tessier', email: 'hugo@mairie.exemple.fr' };

    it('is told so, and gets another', async () => {
      const code = await comeToCode(hugo);
      await backend.advance(11 * 60);
      await type(code);
      await told('ce code n’est plus valable. Demandez un nouveau code.');
      await judge(visitor, 'code-expired');

      await visitor.page.reload();
      await visitor.page.getByRole('button', { name: 'Recevoir un nouveau code' }).click();
      await seen(visitor.page, 'Un nouveau code vous a été envoyé');
      await type(codeIn(await newestMail(hugo.email, 2)));

      await visitor.page.getByText(WELCOME).waitFor();
    });
  });

  describe('that went to a mistyped address', () => {
    const slip = { firstName: 'Nadia', lastName: 'Cormier', email: 'nadai@mairie.exemple.fr' };
    const right = 'nadia@mairie.exemple.fr';
    let old: string;

    it('is told what is wrong with the correction', async () => {
      old = await comeToCode(slip);
      await visitor.page.getByRole('button', { name: 'Corriger mon adresse' }).click();
      const dialog = visitor.page.getByRole('dialog');
      await dialog.getByLabel('Adresse courriel').fill('nadia@mairie');
      await dialog.getByRole('button', { name: 'Envoyer un nouveau code' }).click();

      await dialog.getByText(/cette adresse n’est pas complète/).waitFor();
      await judge(visitor, 'code-correction');
    });

    it('gets a new code at the right one, and the old code is dead', async () => {
      const { page } = visitor;
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Adresse courriel').fill(right);
      await dialog.getByRole('button', { name: 'Envoyer un nouveau code' }).click();

      await seen(page, 'Votre adresse est corrigée. Un nouveau code vous y a été envoyé.');
      await page.getByText(right).waitFor();
      const code = codeIn(await backend.mailTo(right, 'code de validation'));
      if (code !== old) {
        await type(old);
        await told('il vous reste');
      }
      await type(code);
      await page.getByText(WELCOME).waitFor();
      expect(await backend.mailsTo(slip.email)).to.have.length(1);
    });
  });

  describe('that is still to be typed', () => {
    const basile = { firstName: 'Basile', lastName: 'Quéré', email: 'basile@mairie.exemple.fr' };

    async function signIn(password: string) {
      await visitor.page.getByLabel(/^Identifiant/).fill(basile.email);
      await visitor.page.getByLabel(/^Mot de passe/).fill(password);
      await visitor.page.getByRole('button', { name: 'Me connecter' }).click();
    }

    it('hears nothing of it at sign-in with a wrong password', async () => {
      await comeToCode(basile);
      visitor = await visit(browser, backend.url);
      await visitor.goTo('/pages/connexion.html');
      await signIn(`${PASSWORD}0`);

      await visitor.page.getByText('L’identifiant, l’adresse ou le mot de passe n’est pas le bon.').waitFor();
      expect(await visitor.page.getByText('Votre inscription n’est pas terminée').count()).to.equal(0);
      expect(await visitor.page.getByLabel(/^Identifiant/).inputValue()).to.equal(basile.email);
      await judge(visitor, 'signin-wrong');
    });

    it('is led to it with the right one, in another browser too', async () => {
      await signIn(PASSWORD);
      await visitor.page.getByRole('heading', { name: 'Votre inscription n’est pas terminée' }).waitFor();
      await judge(visitor, 'signin-unconfirmed');
      await visitor.page.getByRole('button', { name: 'Saisir mon code' }).click();

      await type(codeIn(await backend.mailTo(basile.email, 'code de validation')));

      await visitor.page.getByText(WELCOME).waitFor();
    });
  });
});
