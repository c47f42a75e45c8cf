import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { attach, claimant, outcomes, request } from './steps.js';
import { engines, type World } from './world.js';

for (const { engine, skip, open } of engines) {
  describe(`accepting case 1 on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    const lettersTo = (siret: string) => world.context.db.query('SELECT 1 FROM letters WHERE siret = $1', [siret]);

    for (const howMany of [2, 200]) {
      it(`makes one future administrator and one letter when ${howMany} people accept at the same moment`, async () => {
        const siret = world.town();
        const people = await world.people(howMany);
        const memberships = await Promise.all(people.map((who) => attach(who, siret)));

        const { done, refused } = await outcomes(
          people.map((who, index) => who.call('createHabilitation', request(memberships[index]!, 'first_user'))),
        );
        await world.work();

        expect({ done, refused }).to.deep.equal({ done: 1, refused: { case_changed: howMany - 1 } });
        expect(await lettersTo(siret)).to.have.length(1);
      });
    }

    it('tells the second person which case holds now, and lets them wait', async () => {
      const first = await claimant(world);
      const second = await world.person('Paul', 'Garnier');
      const membership = await attach(second, first.siret);

      const refusal = await second.refused('createHabilitation', request(membership, 'first_user'));
      const waiting = await second.call('createHabilitation', request(membership, 'future_administrator'));

      expect(refusal).to.deep.equal({ code: 'case_changed', case: 'future_administrator' });
      expect(waiting).to.include({ state: 'awaiting_administrator', claimId: null });
      expect(await world.mails(first.who, 'habilitation_requested')).to.deep.equal([]);
    });

    it('does once what is sent twice', async () => {
      const siret = world.town();
      const who = await world.person('Inès', 'Moreau');
      const membership = await attach(who, siret);
      const twice = await Promise.all([
        who.call('createHabilitation', request(membership, 'first_user')),
        who.call('createHabilitation', request(membership, 'first_user')),
      ]);
      const again = await who.call('createHabilitation', request(membership, 'first_user'));

      expect(twice[0]).to.deep.equal(twice[1]);
      expect(again).to.deep.equal(twice[0]);
      expect(await lettersTo(siret)).to.have.length(1);
    });

    it('adds further services of the future administrator to the same claim', async () => {
      const { who, membership, claimId } = await claimant(world);

      const more = await who.call('createHabilitation', request(membership, 'own_claim', 'documents'));

      expect(more).to.include({ state: 'awaiting_letter', claimId });
      const claim = await who.call('readClaim', { params: { claimId } });
      expect(claim.services.map((each) => each.name)).to.deep.equal(['Encours', 'Documents']);
    });

    it('ends with the claim when its only service is taken back, and not before', async () => {
      const { who, membership, habilitation, claimId } = await claimant(world);
      const more = await who.call('createHabilitation', request(membership, 'own_claim', 'documents'));
      const cancel = (habilitationId: string) => who.call('cancelHabilitation', { params: { habilitationId } });

      await cancel(more.habilitationId);
      const between = await who.call('readClaim', { params: { claimId } });
      await cancel(habilitation.habilitationId);
      const after = await who.call('readClaim', { params: { claimId } });

      expect(between).to.include({ state: 'open' });
      expect(after).to.include({ state: 'cancelled' });
      expect(after.services.map((each) => each.serviceId)).to.deep.equal(['encours']);
      expect(await cancel(habilitation.habilitationId)).to.include({ state: 'cancelled' });
    });

    it('may be refused for 30 days on a structure that one gave up, and is open to a colleague at once', async () => {
      const { who, siret, membership, claimId } = await claimant(world);
      await who.call('cancelClaim', { params: { claimId } });

      const refusal = await who.refused('createHabilitation', request(membership, 'first_user'));
      expect(refusal.code).to.equal('claim_too_soon');
      expect(refusal.retryAfter).to.be.within(30 * 86_400 - 60, 30 * 86_400);

      const other = await claimant(world, siret);
      expect(other.habilitation.state).to.equal('awaiting_letter');
      await other.who.call('cancelClaim', { params: { claimId: other.claimId } });
      await world.advance({ days: 30, seconds: 1 });
      expect(await who.call('createHabilitation', request(membership, 'first_user'))).to.include({ state: 'awaiting_letter' });
    });

    it('is refused to someone who has three claims open', async () => {
      const { who } = await claimant(world);
      await claimant(world, world.town(), who);
      await claimant(world, world.town(), who);
      const membership = await attach(who, world.town());

      const refusal = await who.refused('createHabilitation', request(membership, 'first_user'));

      expect(refusal.code).to.equal('claim_quota_reached');
      expect(refusal.retryAfter).to.be.within(30 * 86_400 - 60, 30 * 86_400);
    });

    it('is refused to someone who caused five letters in 30 days', async () => {
      const who = await world.person('Louis', 'Faure');
      for (let n = 0; n < 5; n++) {
        const { claimId } = await claimant(world, world.town(), who);
        await who.call('cancelClaim', { params: { claimId } });
      }
      const membership = await attach(who, world.town());

      const refusal = await who.refused('createHabilitation', request(membership, 'first_user'));

      expect(refusal.code).to.equal('letter_quota_reached');
      expect(refusal.retryAfter).to.be.within(30 * 86_400 - 60, 30 * 86_400);
    });

    it('sends a structure no more than eight letters in 30 days, whoever asks', async () => {
      const siret = world.town();
      for (let n = 0; n < 8; n++) {
        const { who, claimId } = await claimant(world, siret);
        await who.call('cancelClaim', { params: { claimId } });
      }
      const who = await world.person('Ninon', 'Perret');
      const membership = await attach(who, siret);

      expect(await who.refused('createHabilitation', request(membership, 'first_user'))).to.include({ code: 'letter_quota_reached' });
    });

    it('revives a request that waited for an administrator who never came', async () => {
      const first = await claimant(world);
      const colleague = await world.person('Marc', 'Roy');
      const membership = await attach(colleague, first.siret);
      const waiting = await colleague.call('createHabilitation', request(membership, 'future_administrator'));
      await first.who.call('cancelClaim', { params: { claimId: first.claimId } });

      const revived = await colleague.call('createHabilitation', request(membership, 'first_user'));

      expect(revived).to.include({ habilitationId: waiting.habilitationId, state: 'awaiting_letter' });
      expect(revived.claimId).to.be.a('string');
    });
  });
}
