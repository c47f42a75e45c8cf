import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { enter, register, type Registered } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { fillSignUp } from './support/people.js';
import { comeToCode, comeToLetterCode, newcomer, steps, type World } from './support/steps.js';

const UNREACHABLE = 'Le service ne répond pas. Vérifiez votre connexion à Internet, puis réessayez : votre saisie est conservée.';
const COISE = '21690062100014';

let backend: Backend;
let browser: Browser;
let world: World;
const visitors: Visitor[] = [];

async function newVisitor(who?: Registered): Promise<Visitor> {
  const visitor = await visit(browser, backend.url);
  visitors.push(visitor);
  if (who) await enter(visitor, backend, who.loginId);
  return visitor;
}

before(async () => {
  [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
  const [seeker, asker, claimant] = await Promise.all(['Solange', 'Amaury', 'Clara'].map((name) => register(backend, newcomer(name))));
  world = { backend, people: { seeker: seeker!, asker: asker!, claimant: claimant! } };
});
after(() => Promise.all([browser?.close(), backend?.stop()]));

describe('someone whose backend stops', () => {
  const there: Visitor[] = [];

  before(async () => {
    for (const { who, come } of steps) {
      const visitor = await newVisitor(who && world.people[who]);
      there.push(visitor);
      await come(visitor, world);
    }
    await backend.pause();
  });

  steps.forEach(({ at, button, kept }, index) => {
    it(`is told at ${at}, and keeps what they typed`, async () => {
      const { page } = there[index]!;
      await page.getByRole('button', { name: button, exact: true }).click();

      await seen(page, UNREACHABLE);
      expect(await kept(page, world)).to.equal(true);
    });
  });

  it('reads it in a narrow window as in a wide one', async () => {
    await judge(there[0]!, 'down-sign-up');
    await judge(there[4]!, 'down-request');
    await judge(there[5]!, 'down-letter-code');
  });

  steps.forEach(({ at, button, done, times }, index) => {
    it(`goes on at ${at} once it is back, and it is done once`, async () => {
      if (index === 0) await backend.resume();
      const { page } = there[index]!;
      await page.getByRole('button', { name: button, exact: true }).click();

      await seen(page, done);
      expect(await times(world)).to.equal(1);
    });
  });
});

describe('someone whose connection drops', () => {
  it('is told while they search, and finds what they looked for once it is back', async () => {
    const { page, context, goTo } = await newVisitor();
    await goTo('/pages/structure.html');
    await page.getByLabel(/^Nom, commune/).fill('eus 66500');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await seen(page, UNREACHABLE);
    expect(await page.getByLabel(/^Nom, commune/).inputValue()).to.equal('eus 66500');

    await context.setOffline(false);
    await page.getByRole('button', { name: 'Rechercher' }).click();

    await page.getByRole('button', { name: /COMMUNE D'EUS/ }).first().waitFor();
  });

  it('is told in the dialog of their function, whose choice stays', async () => {
    const visitor = await newVisitor(world.people.seeker);
    const { page, context } = visitor;
    await visitor.goTo('/pages/espace.html');
    await page.getByRole('button', { name: 'Indiquer ma fonction – Encours' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Comptable' });
    await context.setOffline(true);
    await dialog.getByRole('button', { name: 'Valider' }).click();
    await dialog.getByText(UNREACHABLE).waitFor();
    await judge(visitor, 'offline-function');

    await context.setOffline(false);
    await dialog.getByRole('button', { name: 'Valider' }).click();

    await seen(page, 'Votre fonction est enregistrée.');
    expect((await world.people.seeker.client.memberships.list())[0]?.jobFunction).to.equal('accountant');
  });
});

describe('someone whose answer is lost on its way', () => {
  /** Has the backend do what is asked next, and its answer go astray. */
  async function loseAnswer({ page }: Visitor, path: string): Promise<void> {
    await page.route(
      path,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
  }

  it('at sign-up gets one mail, and never notices', async () => {
    const visitor = await newVisitor();
    const { page, goTo } = visitor;
    await goTo('/pages/inscription.html');
    await fillSignUp(page, newcomer('Delphine'));
    await loseAnswer(visitor, '**/v1/sign-ups');
    await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();

    await seen(page, 'Un email vous a été envoyé à');
    expect(await backend.mailsTo(newcomer('Delphine').email)).to.have.length(1);
  });

  for (const { at, path, come, button, done } of [
    { at: 'the code', path: '**/v1/sign-ups/*/confirmation', come: (visitor: Visitor) => comeToCode(world, visitor, 'Ernest'), button: 'Continuer', done: /^Votre identifiant/ },
    { at: 'the code of the letter', path: '**/v1/claims/*/activation', come: (visitor: Visitor) => comeToLetterCode(world, visitor, COISE), button: 'Devenir administrateur', done: 'Vous êtes administrateur' },
  ]) {
    it(`at ${at} tries again, and is not told that it served already`, async () => {
      const visitor = await newVisitor(world.people.claimant);
      const { page } = visitor;
      await come(visitor);
      await loseAnswer(visitor, path);
      await page.getByRole('button', { name: button }).click();
      await seen(page, UNREACHABLE);

      await page.getByRole('button', { name: button }).click();

      await seen(page, done);
    });
  }

  it('never met an error of a script or of the content security policy', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).to.deep.equal([]);
  });
});
