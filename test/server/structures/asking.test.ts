import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { administrator, attach, request } from './steps.js';
import { engines, type World } from './world.js';

const LOANS = ['demande-de-prets', 'suivi-des-dossiers', 'encours', 'documents'];
const DATAVIZ = ['dataviz-coeur-de-ville', 'dataviz-territoires-industrie'];

for (const { engine, skip, open } of engines) {
  describe(`asking for a service on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    it('says that a structure is missing to someone who has none', async () => {
      const who = await world.person('Lise', 'Perrin');

      const { results } = await who.call('listServices');

      expect(results.map((each) => each.missing)).to.deep.equal(results.map(() => ['membership']));
      expect(results.map((each) => each.service.name)).to.deep.equal([
        'Dataviz Coeur de Ville', 'Demande de prêts', 'Suivi des dossiers', 'Encours', 'Documents', "Dataviz Territoires d'industrie Premium",
      ]);
      const nowhere = { body: { membershipId: 'none', serviceId: 'encours', acceptedCase: 'first_user' } };
      expect(await who.refused('createHabilitation', nowhere)).to.deep.equal({ code: 'not_found' });
    });

    it('says that the function is missing for the loan space, and for nothing else', async () => {
      const who = await world.person('Rose', 'Henry');
      const membership = await who.call('createMembership', { body: { siret: world.town() } });
      const { membershipId } = membership;

      const { results } = await who.call('listServices', { query: { membershipId } });

      const missing = Object.fromEntries(results.map((each) => [each.service.serviceId, each.missing]));
      expect(missing).to.deep.equal({
        ...Object.fromEntries(LOANS.map((id) => [id, ['job_function']])),
        ...Object.fromEntries(DATAVIZ.map((id) => [id, []])),
      });
      for (const serviceId of LOANS) {
        expect(await who.refused('createHabilitation', request(membership, 'first_user', serviceId))).to.deep.equal({ code: 'job_function_missing' });
        const look = { params: { membershipId }, query: { serviceId } };
        expect(await who.refused('readHabilitationCase', look)).to.deep.equal({ code: 'job_function_missing' });
      }
    });

    it('says that a structure is no client for the loan space, and lets it have the other services', async () => {
      const who = await world.person('Yann', 'Robin');
      const membership = await attach(who, world.town('no client'));
      const { membershipId } = membership;

      expect(membership.clientCode).to.equal(null);
      expect(await who.refused('createHabilitation', request(membership, 'first_user'))).to.deep.equal({ code: 'client_code_missing' });
      const look = { params: { membershipId }, query: { serviceId: 'encours' } };
      expect(await who.refused('readHabilitationCase', look)).to.deep.equal({ code: 'client_code_missing' });
      const asked = await who.call('createHabilitation', request(membership, 'first_user', 'dataviz-coeur-de-ville'));
      expect(asked).to.include({ state: 'awaiting_letter' });
    });

    it('refuses a service that the catalogue does not have', async () => {
      const who = await world.person('Jade', 'Leroux');
      const membership = await attach(who, world.town());

      expect(await who.refused('createHabilitation', request(membership, 'first_user', 'loto'))).to.deep.equal({ code: 'service_unknown' });
      const look = { params: { membershipId: membership.membershipId }, query: { serviceId: 'loto' } };
      expect(await who.refused('readHabilitationCase', look)).to.deep.equal({ code: 'service_unknown' });
    });

    it('is refused for a structure that has closed since', async () => {
      const siret = world.town();
      const who = await world.person('Hugo', 'Masson');
      const membership = await attach(who, siret);
      await world.context.db.query('UPDATE embedded_structures SET closed = true WHERE siret = $1', [siret]);

      expect(await who.refused('createHabilitation', request(membership, 'first_user'))).to.deep.equal({ code: 'structure_closed' });
    });

    it('writes to the administrator, once however often it is sent', async () => {
      const boss = await administrator(world);
      const who = await world.person('Nina', 'Fabre');
      const membership = await attach(who, boss.siret);
      const look = { params: { membershipId: membership.membershipId }, query: { serviceId: 'encours' } };
      expect(await who.call('readHabilitationCase', look)).to.deep.equal({ case: 'administrator' });

      const first = await who.call('createHabilitation', request(membership, 'administrator'));
      const again = await who.call('createHabilitation', request(membership, 'administrator'));

      expect(again).to.deep.equal(first);
      expect(first).to.include({ state: 'awaiting_administrator', decidedAt: null });
      const mails = await world.mails(boss.who, 'habilitation_requested');
      expect(mails).to.have.length(1);
      expect(mails[0]).to.include({ requesterName: 'Nina Fabre', serviceName: 'Encours' });
      expect(mails[0]?.adminUrl).to.contain(boss.membership.membershipId);
    });

    it('asks again when an administrator was appointed since case 1 was read', async () => {
      const siret = world.town();
      const who = await world.person('Alma', 'Rey');
      const membership = await attach(who, siret);
      const look = { params: { membershipId: membership.membershipId }, query: { serviceId: 'encours' } };
      expect(await who.call('readHabilitationCase', look)).to.deep.equal({ case: 'first_user' });
      await administrator(world, siret);

      const refusal = await who.refused('createHabilitation', request(membership, 'first_user'));

      expect(refusal).to.deep.equal({ code: 'case_changed', case: 'administrator' });
      expect(await world.mails(who, 'letter_on_its_way')).to.deep.equal([]);
    });

    it('can be taken back while it waits, and asked anew', async () => {
      const boss = await administrator(world);
      const who = await world.person('Noé', 'Carré');
      const membership = await attach(who, boss.siret);
      const { habilitationId } = await who.call('createHabilitation', request(membership, 'administrator'));

      const cancelled = await who.call('cancelHabilitation', { params: { habilitationId } });
      const twice = await who.call('cancelHabilitation', { params: { habilitationId } });
      const anew = await who.call('createHabilitation', request(membership, 'administrator'));

      expect(cancelled).to.include({ state: 'cancelled' });
      expect(twice).to.deep.equal(cancelled);
      expect(anew.habilitationId).not.to.equal(habilitationId);
    });

    it('can no longer be taken back once granted', async () => {
      const { who, habilitation } = await administrator(world);

      const refusal = await who.refused('cancelHabilitation', { params: { habilitationId: habilitation.habilitationId } });

      expect(refusal).to.deep.equal({ code: 'transition_refused', state: 'granted' });
    });

    it('ends by itself when nobody decided within 90 days', async () => {
      const boss = await administrator(world);
      const who = await world.person('Eva', 'Gilles');
      const membership = await attach(who, boss.siret);
      await who.call('createHabilitation', request(membership, 'administrator'));
      const state = async () => {
        await world.work();
        const { results } = await who.call('listServices', { query: { membershipId: membership.membershipId } });
        return results.find((each) => each.service.serviceId === 'encours')?.habilitation?.state;
      };

      await world.advance({ days: 89 });
      const before = await state();
      await world.advance({ days: 1, seconds: 1 });

      expect([before, await state()]).to.deep.equal(['awaiting_administrator', 'expired']);
      const history = await world.context.db.query("SELECT 1 FROM history WHERE subject_id = $1 AND action = 'habilitation_expired' AND actor_id IS NULL", [who.accountId]);
      expect(history).to.have.length(1);
    });

    it('tells one person the case of 20 structures a day, by whatever way, and more the next day', async () => {
      const who = await world.person('Max', 'Tessier');
      const memberships = [];
      for (let n = 0; n < 20; n++) memberships.push(await attach(who, world.town()));

      const attaching = await who.refused('createMembership', { body: { siret: world.town() } });
      expect(attaching.code).to.equal('too_many_requests');
      expect(attaching.retryAfter).to.be.within(86_400 - 60, 86_400);

      await world.advance({ days: 1, seconds: 1 });
      for (let n = 0; n < 20; n++) memberships.push(await attach(who, world.town()));
      const [seen, unseen] = [memberships[25]!, memberships[3]!];
      const look = (membershipId: string) => ({ params: { membershipId }, query: { serviceId: 'encours' } });
      expect(await who.call('readHabilitationCase', look(seen.membershipId))).to.deep.equal({ case: 'first_user' });
      const refusal = await who.refused('readHabilitationCase', look(unseen.membershipId));
      expect(refusal.code).to.equal('case_quota_reached');
      expect(refusal.retryAfter).to.be.within(86_400 - 60, 86_400);
      expect(await who.refused('createHabilitation', request(unseen, 'administrator'))).to.include({ code: 'too_many_requests' });
    });
  });
}
