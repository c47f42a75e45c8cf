import { it } from 'node:test';
import { expect } from 'chai';
import { createClient, isRefusedError, type BdtClient } from '../../src/sdk.js';
import { holds } from '../server/support/holds.js';
import { activationCodeIn, codeIn, type Backend } from './support/backend.js';
import { describeEachBackend } from './support/each-backend.js';

const PASSWORD = 'Sous-les-tilleuls-9';

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** What belongs to one person alone, by what it is. */
type Secrets = Map<string, string>;

async function signedUp(backend: Backend, person: Person, secrets: Secrets): Promise<BdtClient> {
  const { firstName, email } = person;
  let token: string | undefined;
  const tokenStorage = { get: () => token, set: (given?: string) => (token = given) };
  const client = createClient({ baseUrl: backend.url, transport: 'bearer', tokenStorage });
  const { signUpId, secret = '' } = await client.signUps.create({
    ...person,
    civility: 'mrs',
    password: PASSWORD,
    sector: 'local_authorities',
    offers: { accepted: false, wording: 'Offres' },
    terms: { termsVersion: '1', privacyVersion: '1' },
    locale: 'fr',
  });
  const code = codeIn(await backend.mailTo(email, 'code de validation'));
  const { loginId } = await client.signUps.confirm({ signUpId, secret }, code);
  await client.sessions.signIn({ login: loginId, password: PASSWORD });
  secrets.set(`address of ${firstName}`, email);
  secrets.set(`secret of ${firstName}’s sign-up`, secret);
  secrets.set(`code of ${firstName}`, code);
  secrets.set(`token of ${firstName}`, token ?? '');
  return client;
}

async function attached(client: BdtClient, query: string): Promise<string> {
  const [first] = (await client.structures.search(query)).results;
  const { membershipId } = await client.memberships.create(first?.siret ?? '');
  await client.memberships.update(membershipId, { jobFunction: 'secretary_general' });
  return membershipId;
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isRefusedError(error) ? error.code : String(error);
}

describeEachBackend('a program without a page', (backend) => {
  const secrets: Secrets = new Map([['password of all', PASSWORD]]);

  it('brings three people of one town hall through the whole registration', async () => {
    const odile = { firstName: 'Odile', lastName: 'Garnier', email: 'odile@mairie.exemple.fr' };
    const first = await signedUp(backend(), odile, secrets);
    const firstMembership = await attached(first, 'comune d eus');
    expect(await first.habilitations.readCase(firstMembership, 'encours')).to.equal('first_user');
    const asked = await first.habilitations.create({
      membershipId: firstMembership,
      serviceId: 'encours',
      acceptedCase: 'first_user',
    });
    expect(asked).to.include({ state: 'awaiting_letter' });

    const letter = await backend().letterText();
    expect(letter).to.include("COMMUNE D'EUS").and.to.include('Odile Garnier');
    const printed = activationCodeIn(letter);
    secrets.set('code of the letter', printed);
    secrets.set('code of the letter, unbroken', printed.replace('-', ''));
    await first.claims.activate(asked.claimId ?? '', printed);
    const [offer] = (await first.services.list(firstMembership)).filter(({ service }) => service.serviceId === 'encours');
    expect(offer?.habilitation).to.include({ state: 'granted' });

    const karim = { firstName: 'Karim', lastName: 'Belaïd', email: 'karim@mairie.exemple.fr' };
    const second = await signedUp(backend(), karim, secrets);
    const secondMembership = await attached(second, 'eus 66500');
    expect(await second.habilitations.readCase(secondMembership, 'encours')).to.equal('administrator');
    await second.habilitations.create({ membershipId: secondMembership, serviceId: 'encours', acceptedCase: 'administrator' });
    await backend().mailTo(odile.email, 'Belaïd');

    const { results } = await first.administration.listRequests(firstMembership);
    expect(results.map(({ user }) => user.lastName)).to.deep.equal(['Belaïd']);
    await first.habilitations.decide(results[0]?.habilitation.habilitationId ?? '', { decision: 'grant' });
    await backend().mailTo(karim.email, 'Encours');
    expect((await second.services.list(secondMembership)).find(({ habilitation }) => habilitation?.state === 'granted')).not.to.equal(
      undefined,
    );

    const lise = { firstName: 'Lise', lastName: 'Aubry', email: 'lise@mairie.exemple.fr' };
    const third = await signedUp(backend(), lise, secrets);
    const thirdMembership = await attached(third, '216600742');
    const request = await third.habilitations.create({
      membershipId: thirdMembership,
      serviceId: 'encours',
      acceptedCase: 'administrator',
    });
    await first.habilitations.decide(request.habilitationId, { decision: 'refuse', reason: 'Vous avez quitté le service.' });
    const mail = await backend().mailTo(lise.email, 'Vous avez quitté le service.');
    expect(mail.text).not.to.include(odile.email);
    const refused = (await third.services.list(thirdMembership)).find(({ service }) => service.serviceId === 'encours');
    expect(refused?.habilitation).to.include({ state: 'refused', reason: 'Vous avez quitté le service.' });
  });

  it('leaves nothing secret in the log', () => {
    const logs = backend().logs();
    const found = [...secrets].filter(([, secret]) => holds(logs, secret)).map(([what]) => what);

    // Four things of each person, one password for all, and the letter's code in both forms.
    expect([...secrets.values()].filter((secret) => secret.length >= 4)).to.have.length(3 * 4 + 1 + 2);
    expect(logs.split('\n').length).to.be.at.least(20);
    expect(found).to.deep.equal([]);
    expect(logs).not.to.include('@mairie.exemple.fr');
    expect(logs).not.to.match(/\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/);
  });

  it('finds everything again after the process has ended and another has started', async () => {
    const client = createClient({ baseUrl: backend().url, transport: 'bearer' });
    await client.sessions.signIn({ login: 'odile@mairie.exemple.fr', password: PASSWORD });

    await backend().restart();

    const [membership] = await client.memberships.list();
    expect(membership).to.include({ role: 'administrator' });
  });

  it('ends the session at the server when the person signs out', async () => {
    const kept: { token?: string } = {};
    const tokenStorage = { get: () => kept.token, set: (token?: string) => (kept.token = token ?? kept.token) };
    const client = createClient({ baseUrl: backend().url, transport: 'bearer', tokenStorage });
    await client.sessions.signIn({ login: 'odile@mairie.exemple.fr', password: PASSWORD });
    expect(kept.token).to.be.a('string');

    await client.sessions.signOut();

    expect(await refusalOf(client.memberships.list())).to.equal('session_required');
  });
});
