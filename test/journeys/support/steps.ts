import type { Page } from 'playwright-core';
import { activationCodeIn, codeIn, type Backend } from './backend.js';
import type { Visitor } from './browser.js';
import { EUS, join, type Registered } from './fixtures.js';
import { fillSignUp, PASSWORD, type Person } from './people.js';

const CLAMART = '21920023500014';

export interface World {
  readonly backend: Backend;
  /** An account for each thing that someone signed in does. */
  readonly people: Record<'seeker' | 'asker' | 'claimant', Registered>;
}

export const newcomer = (firstName: string): Person => ({ firstName, lastName: 'Delmas', email: `${firstName.toLowerCase()}@mairie.exemple.fr` });

export async function comeToCode({ backend }: World, { page, goTo }: Visitor, firstName: string): Promise<void> {
  await goTo('/pages/inscription.html');
  await fillSignUp(page, newcomer(firstName));
  await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
  await page.getByRole('button', { name: 'Saisir mon code' }).click();
  const mail = await backend.mailTo(newcomer(firstName).email, 'code de validation');
  await page.getByLabel('Code de validation').fill(codeIn(mail));
}

export async function comeToLetterCode({ backend, people }: World, visitor: Visitor, siret: string): Promise<void> {
  const { client } = people.claimant;
  const membershipId = await join(people.claimant, siret, 'director');
  const letters = await backend.letterCount();
  const asked = { membershipId, serviceId: 'dataviz-coeur-de-ville', acceptedCase: 'first_user' as const };
  const { claimId } = await client.habilitations.create(asked);
  await visitor.goTo(`/pages/activation.html?claim-id=${claimId}`);
  await visitor.page.getByLabel(/représentant légal/).check();
  await visitor.page.getByLabel('Code reçu par courrier').fill(activationCodeIn(await backend.letterText(letters + 1)));
}

/** Something that a person does with one button, and that can be cut short. */
export interface Step {
  readonly at: string;
  readonly who?: keyof World['people'];
  /** Comes to where one button is left to press. */
  come(visitor: Visitor, world: World): Promise<void>;
  readonly button: string;
  /** What was typed, or chosen, and must still be there. */
  kept(page: Page, world: World): Promise<boolean>;
  /** Says that it is done. */
  readonly done: string | RegExp;
  /** How often it was done. */
  times(world: World): Promise<number>;
}

/** One of each kind: with and without a session, each with what would be done twice. */
export const steps: readonly Step[] = [
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
    times: async ({ backend }) => (await backend.mailTo(newcomer('Agathe').email, 'code')) && (await backend.mailsTo(newcomer('Agathe').email)).length,
  },
  {
    at: 'the code',
    come: (visitor, world) => comeToCode(world, visitor, 'Blaise'),
    button: 'Continuer',
    kept: async (page) => /^\d{4}$/.test(await page.getByLabel('Code de validation').inputValue()),
    done: 'Inscription validée. Bienvenue !',
    times: async ({ backend }) => (await backend.mailTo(newcomer('Blaise').email, 'Bienvenue')) && (await backend.mailsTo(newcomer('Blaise').email)).length - 1,
  },
  {
    at: 'sign-in',
    async come({ page, goTo }, { people }) {
      await goTo('/pages/connexion.html');
      await page.getByLabel(/^Identifiant/).fill(people.seeker.loginId);
      await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
    },
    button: 'Me connecter',
    kept: async (page, { people }) =>
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
    times: async ({ people }) => (await people.seeker.client.memberships.list()).length,
  },
  {
    at: 'the request of a service',
    who: 'asker',
    async come({ page, goTo }, { people }) {
      const membershipId = await join(people.asker, CLAMART, 'finance');
      await goTo(`/pages/demande.html?membership-id=${membershipId}&service-id=dataviz-coeur-de-ville`);
      await page.getByText('vous allez devenir administrateur').waitFor();
    },
    button: 'Accepter',
    kept: (page) => page.getByText('Dataviz Coeur de Ville').first().isVisible(),
    done: 'Un courrier part à l’adresse de votre structure',
    times: async ({ people }) => (await people.asker.client.memberships.list()).filter(({ openClaimId }) => openClaimId).length,
  },
  {
    at: 'the code of the letter',
    who: 'claimant',
    come: (visitor, world) => comeToLetterCode(world, visitor, EUS),
    button: 'Devenir administrateur',
    kept: async (page) =>
      (await page.getByLabel('Code reçu par courrier').inputValue()).length === 11 && (await page.getByLabel(/représentant légal/).isChecked()),
    done: 'Vous êtes administrateur',
    times: async ({ people }) => (await people.claimant.client.memberships.list()).filter(({ role }) => role === 'administrator').length,
  },
];
