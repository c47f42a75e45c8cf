import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { activationCodeIn, startBackend, type Backend } from './support/backend.js';
import { openBrowser, visit, type Visitor } from './support/browser.js';
import { enter, EUS, join, register } from './support/fixtures.js';
import { focused, judge, seen } from './support/judge.js';
import type { Person } from './support/people.js';

const people: readonly Person[] = [
  { firstName: 'Yvonne', lastName: 'Carlier', email: 'yvonne@mairie.exemple.fr' },
  { firstName: 'Bruno', lastName: 'Castel', email: 'bruno@mairie.exemple.fr' },
];

interface Candidate extends Visitor {
  readonly person: Person;
  readonly membershipId: string;
}

describe('two people of one structure', () => {
  let backend: Backend;
  let browser: Browser;
  let candidates: Candidate[];
  /** Who got the letter, and who did not. */
  let first: Candidate;
  let other: Candidate;
  let code: string;

  async function candidate(person: Person): Promise<Candidate> {
    const registered = await register(backend, person);
    const membershipId = await join(registered, EUS, 'finance');
    const visitor = await visit(browser, backend.url);
    await enter(visitor, backend, registered.loginId);
    return { ...visitor, person, membershipId };
  }

  async function typeLetterCode(page: Page, typed: string): Promise<void> {
    await page.getByLabel(/représentant légal/).check();
    await page.getByLabel('Code reçu par courrier').fill(typed);
    await page.getByRole('button', { name: 'Devenir administrateur' }).click();
  }

  before(async () => {
    [backend, browser] = await Promise.all([startBackend({ engine: 'pglite', smtp: false }), openBrowser()]);
    candidates = await Promise.all(people.map(candidate));
  });
  after(() => Promise.all([browser?.close(), backend?.stop()]));

  it('both read that they would become administrator', async () => {
    for (const { page, goTo, membershipId } of candidates) {
      await goTo(`/pages/demande.html?membership-id=${membershipId}&service-id=encours`);
      await seen(page, 'vous allez devenir administrateur');
    }
  });

  it('accept at the same moment, and only one does', async () => {
    await Promise.all(candidates.map(({ page }) => page.getByRole('button', { name: 'Accepter' }).click()));
    const got = await Promise.all(
      candidates.map(async ({ page }) => {
        const done = page.getByRole('heading', { name: 'Votre demande est enregistrée' });
        const changed = page.getByText('La situation de votre structure vient de changer');
        await done.or(changed).waitFor();
        return done.isVisible();
      }),
    );
    expect([...got].sort()).to.deep.equal([false, true]);
    first = candidates[got.indexOf(true)]!;
    other = candidates[got.indexOf(false)]!;
  });

  it('the other is shown what holds now, and asked again', async () => {
    const { page } = other;
    await seen(page, 'Rien n’a été envoyé.');
    await seen(page, 'Cet administrateur est en cours de désignation.');
    expect(await focused(other)).to.equal('changed');
    await judge(other, 'case-changed');

    await page.getByRole('button', { name: 'Accepter' }).click();

    await page.getByRole('heading', { name: 'Votre demande est enregistrée' }).waitFor();
    await seen(page, 'Un administrateur est en cours de désignation.');
    await judge(other, 'case-waits');
  });

  it('get one letter in all, in the name of the one', async () => {
    const letter = await backend.letterText();

    expect(await backend.letterCount()).to.equal(1);
    expect(letter).to.include(`${first.person.firstName} ${first.person.lastName}`);
    code = activationCodeIn(letter);
    expect(code).to.have.length(11);
  });

  it('the other finds the letter, and can do nothing with its code', async () => {
    await first.page.getByRole('button', { name: 'Suivre le courrier et saisir le code' }).click();
    await first.page.getByLabel('Code reçu par courrier').waitFor();
    const { pathname, search } = new URL(first.page.url());
    expect(search).to.include('claim-id=');

    await other.goTo(pathname + search);

    await seen(other.page, 'Cette demande n’existe pas, ou elle n’est pas la vôtre.');
    expect(await other.page.getByLabel('Code reçu par courrier').count()).to.equal(0);
    await judge(other, 'claim-of-another');
  });

  it('is refused in words too when the page of the code stayed open under another session', async () => {
    const { page, context } = await visit(browser, backend.url);
    await context.addCookies(await first.context.cookies());
    await page.goto(first.page.url());
    await page.getByLabel('Code reçu par courrier').waitFor();
    await context.clearCookies();
    await context.addCookies(await other.context.cookies());

    await typeLetterCode(page, code);

    await seen(page, 'Cette demande n’existe pas, ou elle n’est pas la vôtre.');
    await context.close();
  });

  it('the one still becomes administrator with it', async () => {
    await first.page.reload();
    await seen(first.page, 'Il vous reste 5 essais.');
    await typeLetterCode(first.page, code);

    await first.page.getByRole('heading', { name: 'Vous êtes administrateur' }).waitFor();
  });

  it('the new administrator finds the request that waited', async () => {
    await first.page.getByRole('button', { name: 'Gérer les utilisateurs' }).click();
    await first.page.waitForURL('**/utilisateurs.html*');

    await first.page.getByRole('button', { name: new RegExp(`^Approuver.*${other.person.lastName}`) }).waitFor();
    await judge(first, 'request-that-waited');
  });

  it('hears that a decision was taken already, in another tab, and by whom', async () => {
    const late = await first.context.newPage();
    await late.goto(first.page.url());
    const approve = { name: new RegExp(`^Approuver.*${other.person.lastName}`) };
    await late.getByRole('button', approve).waitFor();
    await first.page.getByRole('button', approve).click();
    await seen(first.page, /est approuvée/);

    await late.getByRole('button', { name: new RegExp(`^Refuser.*${other.person.lastName}`) }).click();
    await late.getByRole('dialog').getByRole('textbox').fill('Trop tard.');
    await late.getByRole('dialog').getByRole('button', { name: 'Refuser la demande' }).click();

    await seen(late, new RegExp(`a déjà été approuvée par ${first.person.firstName} ${first.person.lastName}`));
    await late.getByRole('dialog').waitFor({ state: 'hidden' });
    await judge({ ...first, page: late }, 'already-decided');
    await late.close();
  });

  it('the other has the service, and one mail that says so', async () => {
    await backend.mailTo(other.person.email, 'Encours est ouvert');
    await other.goTo('/pages/espace.html');
    await other.page.getByRole('link', { name: 'Accéder au service – Encours' }).waitFor();

    const told = (await backend.mailsTo(other.person.email)).filter(({ subject }) => subject.includes('Encours'));
    expect(told).to.have.length(1);
  });

  it('never met an error of a script or of the content security policy', () => {
    expect(candidates.flatMap(({ complaints }) => complaints)).to.deep.equal([]);
  });
});
