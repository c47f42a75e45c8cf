import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn, codeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { enter, EUS, join, register, type Registered } from './support/fixtures.js';
import { judge, seen } from './support/judge.js';
import { fillSignUp, PASSWORD } from './support/people.js';

const UNREACHABLE = 'Le service ne répond pas. Vérifiez votre connexion à Internet, puis réessayez : votre saisie est conservée.';
const CLAMART = '21920023500014';
const COISE = '21690062100014';

let backend: Backend;
let browser: Browser;
/** An account for each thing that someone signed in does. */
let people: Record<'seeker' | 'asker' | 'claimant', Registered>;
const visitors: Visitor[] = [];

async function newVisitor(who?: Registered): Promise<Visitor> {
  const visitor = await visit(browser, backend.url);
  visitors.push(visitor);
  if (who) await enter(visitor, backend, who.loginId);
  return visitor;
}

const newcomer = (firstName: string) => ({ firstName, lastName: 'Delmas', email: `${firstName.toLowerCase()}@mairie.exemple.fr` });

async function comeToCode({ page, goTo }: Visitor, firstName: string): Promise<void> {
  await goTo('/pages/inscription.html');
  await fillSignUp(page, newcomer(firstName));
  await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
  await page.getByRole('button', { name: 'Saisir mon code' }).click();
  const mail = await backend.mailTo(newcomer(firstName).email, 'code de validation');
  await page.getByLabel('Code de validation').fill(codeIn(mail));
}

async function comeToLetterCode(visitor: Visitor, siret: string): Promise<void> {
  const { client } = people.claimant;
  const membershipId = await join(people.claimant, siret, 'director');
  const letters = await backend.letterCount();
  const asked = { membershipId, serviceId: 'dataviz-coeur-de-ville', acceptedCase: 'first_user' as const };
  const { claimId } = await client.habilitations.create(asked);
  await visitor.goTo(`/pages/activation.html?claim-id=${claimId}`);
  await visitor.page.getByLabel(/représentant légal/).check();
  await visitor.page.getByLabel('Code reçu par courrier').fill(activationCodeIn(await backend.letterText(letters + 1)));
}

interface Step {
  readonly at: string;
  readonly who?: 'seeker' | 'asker' | 'claimant';
  /** Comes to where one button is left to press. */
  come(visitor: Visitor): Promise<void>;
  readonly button: string;
  /** What was typed, or chosen, and must still be there. */
  kept(page: Page): Promise<boolean>;
  /** Says that it is done. */
  readonly done: string | RegExp;
  /** How often it was done. */
  times(): Promise<number>;
}

async function accepted(page: Page): Promise<boolean> {
  return page.getByText('Dataviz Coeur de Ville').first().isVisible();
}

const steps: readonly Step[] = [
  {
    at: 'sign-up',
    async come({ page, goTo }) {
      await goTo('/pages/inscription.html');
      await fillSignUp(page, newcomer('Agathe'));
    },
    button: 'Créer mon espace personnel',
    kept: async (page) =>
      (await page.getByLabel('Prénom').inputValue()) === 'Agathe' && (await page.getByLabel(/^Mot de passe/).inputValue()) === PASSWORD,
    done: 'Un email vous a été envoyé à',
    times: async () => (await backend.mailTo(newcomer('Agathe').email, 'code')) && (await backend.mailsTo(newcomer('Agathe').email)).length,
  },
  {
    at: 'the code',
    come: (visitor) => comeToCode(visitor, 'Blaise'),
    button: 'Continuer',
    kept: async (page) => /^\d{4}$/.test(await page.getByLabel('Code de validation').inputValue()),
    done: 'Inscription validée. Bienvenue !',
    times: async () => (await backend.mailTo(newcomer('Blaise').email, 'Bienvenue')) && (await backend.mailsTo(newcomer('Blaise').email)).length - 1,
  },
  {
    at: 'sign-in',
    async come({ page, goTo }) {
      await goTo('/pages/connexion.html');
      await page.getByLabel(/^Identifiant/).fill(people.seeker.loginId);
      await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
    },
    button: 'Me connecter',
    kept: async (page) =>
      (await page.getByLabel(/^Identifiant/).inputValue()) === people.seeker.loginId && (await page.getByLabel(/^Mot de passe/).inputValue()) === PASSWORD,
    done: 'Accédez à vos services',
    times: async () => 1,
  },
  {
    at: 'the last check of a structure',
    who: 'seeker',
    async come({ page, goTo }) {
      await goTo('/pages/structure.html');
      await page.getByLabel(/^Nom, commune/).fill('eus 66500');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await page.getByRole('button', { name: "COMMUNE D'EUS" }).first().click();
      await page.getByText('Veuillez vérifier').waitFor();
    },
    button: 'Valider',
    kept: (page) => page.getByText("COMMUNE D'EUS").first().isVisible(),
    done: "Vous êtes rattaché à COMMUNE D'EUS",
    times: async () => (await people.seeker.client.memberships.list()).length,
  },
  {
    at: 'the request of a service',
    who: 'asker',
    async come({ page, goTo }) {
      const membershipId = await join(people.asker, CLAMART, 'finance');
      await goTo(`/pages/demande.html?membership-id=${membershipId}&service-id=dataviz-coeur-de-ville`);
      await page.getByText('vous allez devenir administrateur').waitFor();
    },
    button: 'Accepter',
    kept: accepted,
    done: 'Un courrier part à l’adresse de votre structure',
    times: async () => (await people.asker.client.memberships.list()).filter(({ openClaimId }) => openClaimId).length,
  },
  {
    at: 'the code of the letter',
    who: 'claimant',
    come: (visitor) => comeToLetterCode(visitor, EUS),
    button: 'Devenir administrateur',
    kept: async (page) =>
      (await page.getByLabel('Code reçu par courrier').inputValue()).length === 11 && (await page.getByLabel(/représentant légal/).isChecked()),
    done: 'Vous êtes administrateur',
    times: async () => (await people.claimant.client.memberships.list()).filter(({ role }) => role === 'administrator').length,
  },
];

before(async () => {
  [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
  const [seeker, asker, claimant] = await Promise.all(['Solange', 'Amaury', 'Clara'].map((name) => register(backend, newcomer(name))));
  people = { seeker: seeker!, asker: asker!, claimant: claimant! };
});
after(() => Promise.all([browser?.close(), backend?.stop()]));

describe('someone whose backend stops', () => {
  const there: Visitor[] = [];

  before(async () => {
    for (const { who, come } of steps) {
      const visitor = await newVisitor(who && people[who]);
      there.push(visitor);
      await come(visitor);
    }
    await backend.pause();
  });

  steps.forEach(({ at, button, kept }, index) => {
    it(`is told at ${at}, and keeps what they typed`, async () => {
      const { page } = there[index]!;
      await page.getByRole('button', { name: button, exact: true }).click();

      await seen(page, UNREACHABLE);
      expect(await kept(page)).to.equal(true);
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
      expect(await times()).to.equal(1);
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
    const visitor = await newVisitor(people.seeker);
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
    expect((await people.seeker.client.memberships.list())[0]?.jobFunction).to.equal('accountant');
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
    { at: 'the code', path: '**/v1/sign-ups/*/confirmation', come: (visitor: Visitor) => comeToCode(visitor, 'Ernest'), button: 'Continuer', done: /^Votre identifiant/ },
    { at: 'the code of the letter', path: '**/v1/claims/*/activation', come: (visitor: Visitor) => comeToLetterCode(visitor, COISE), button: 'Devenir administrateur', done: 'Vous êtes administrateur' },
  ]) {
    it(`at ${at} tries again, and is not told that it served already`, async () => {
      const visitor = await newVisitor(people.claimant);
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
