import type { Page } from 'playwright-core';
import { codeIn, type Backend } from './backend.js';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export const PASSWORD = 'Sous-les-tilleuls-9';

/** Fills the form of journey 1 as this person would, without sending it. */
export async function fillSignUp(page: Page, { firstName, lastName, email }: Person): Promise<void> {
  await page.getByLabel('Madame').check();
  await page.getByLabel('Prénom').fill(firstName);
  await page.getByLabel(/^Nom/).fill(lastName);
  await page.getByLabel('Adresse courriel').fill(email);
  await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
  await page.getByLabel(/^Confirmation/).fill(PASSWORD);
  await page.getByLabel('Collectivités').check();
}

/** Creates an account and confirms it. @returns The identifier that the page shows. */
export async function signUp(page: Page, backend: Backend, person: Person): Promise<string> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Créer mon espace' }).click();
  await fillSignUp(page, person);
  await page.getByRole('button', { name: 'Créer mon espace personnel' }).click();
  await page.getByRole('button', { name: 'Saisir mon code' }).click();
  const mail = await backend.mailTo(person.email, 'code de validation');
  await page.getByLabel('Code de validation').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Inscription validée. Bienvenue !').waitFor();
  return page.getByText(/^\s*[a-z]{4}\d{3,}\s*$/).innerText();
}

/** Signs in with an identifier or an address. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel(/^Identifiant/).fill(login);
  await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.getByRole('heading', { name: 'Mes services' }).waitFor();
}

/** Attaches oneself to the first structure found. */
export async function attach(page: Page, query: string, name: string): Promise<void> {
  await page.goto('/pages/structure.html');
  await page.getByLabel(/^Nom, commune/).fill(query);
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('button', { name: 'Valider' }).click();
  await page.getByText('Vous êtes rattaché').first().waitFor();
}

/** Chooses one's function in the dialog of the services. */
export async function chooseFunction(page: Page, label: string): Promise<void> {
  await page.goto('/pages/espace.html');
  await page.getByRole('button', { name: /Modifier/ }).first().click();
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label });
  await page.getByRole('dialog').getByRole('button', { name: 'Valider' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}
