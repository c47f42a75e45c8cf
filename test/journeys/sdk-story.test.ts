import { it } from 'node:test';
import { expect } from 'chai';
import { createClient, isRefusedError, type BdtClient } from '../../src/sdk.js';
import { activationCodeIn, codeIn, type Backend } from './support/backend.js';
import { describeEachBackend } from './support/each-backend.js';

const PASSWORD = 'Sous-les-tilleuls-9';

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

async function signedUp(backend: Backend, person: Person): Promise<BdtClient> {
  const client = createClient({ baseUrl: backend.url, transport: 'bearer' });
  const { signUpId, secret = '' } = await client.signUps.create({
    ...person,
    civility: 'mrs',
    password: PASSWORD,
    sector: 'local_authorities',
    offers: { accepted: false, wording: 'Offres' },
    terms: { termsVersion: '1', privacyVersion: '1' },
    locale: 'fr',
  });
  const mail = await backend.mailTo(person.email, 'code de validation');
  const { loginId } = await client.signUps.confirm({ signUpId, secret }, codeIn(mail));
  await client.sessions.signIn({ login: loginId, password: PASSWORD });
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
  it('brings three people of one town hall through the whole registration', async () => {
    const odile = { firstName: 'Odile', lastName: 'Garnier', email: 'odile@mairie.exemple.fr' };
    const first = await signedUp(backend(), odile);
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
    await first.claims.activate(asked.claimId ?? '', activationCodeIn(letter));
    const [offer] = (await first.services.list(firstMembership)).filter(({ service }) => service.serviceId === 'encours');
    expect(offer?.habilitation).to.include({ state: 'granted' });

    const karim = { firstName: 'Karim', lastName: 'Belaïd', email: 'karim@mairie.exemple.fr' };
    const second = await signedUp(backend(), karim);
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
    const third = await signedUp(backend(), lise);
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

    expect(logs).not.to.include(PASSWORD);
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
