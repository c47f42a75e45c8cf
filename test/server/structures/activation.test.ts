import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { administrator, attach, claimant, claimantWithLetter, otherThan, outcomes, request, typed } from './steps.js';
import { engines, type World } from './world.js';

for (const { engine, skip, open } of engines) {
  describe(`entering the letter's code on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    it('makes its requester administrator, habilitated for what was asked, and deletes the letter', async () => {
      const { who, membership, habilitation, claim, claimId, code } = await claimantWithLetter(world);

      const activated = await who.call('activateClaim', typed(claimId, code.toLowerCase().replace('-', ' ')));

      expect(activated).to.include({ state: 'activated', resendIn: null });
      expect(activated.letter.state).to.equal('used');
      const [mine] = (await who.call('listMemberships')).results;
      expect(mine).to.deep.include({ membershipId: membership.membershipId, role: 'administrator', administration: 'active', openClaimId: null });
      const offers = (await who.call('listServices', { query: { membershipId: membership.membershipId } })).results;
      const encours = offers.find((each) => each.service.serviceId === 'encours');
      expect(encours?.habilitation).to.include({ habilitationId: habilitation.habilitationId, state: 'granted' });
      expect(await world.letterFiles()).not.to.include(`${claim.letter.letterId}.pdf`);
      const [mail] = await world.mails(who, 'administrator_activated');
      expect(mail?.serviceNames).to.deep.equal(['Encours']);
      expect(mail?.adminUrl).to.contain(membership.membershipId);
    });

    it('succeeds once when the code is sent 200 times at once', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);

      const { done, refused } = await outcomes(Array.from({ length: 200 }, () => who.call('activateClaim', typed(claimId, code))));

      expect(done).to.equal(1);
      expect((refused.claim_activated ?? 0) + (refused.activation_tries_exhausted ?? 0)).to.equal(199);
      expect(await world.mails(who, 'administrator_activated')).to.have.length(1);
      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'claim_activated' });
    });

    it('compares no more than five of 200 wrong codes sent at once, and refuses the right one after', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);

      const { done, refused } = await outcomes(
        Array.from({ length: 200 }, () => who.call('activateClaim', typed(claimId, otherThan(code)))),
      );

      expect({ done, refused }).to.deep.equal({ done: 0, refused: { activation_code_wrong: 5, activation_tries_exhausted: 195 } });
      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'activation_tries_exhausted' });
    });

    it('counts the tries that are left, and the fifth may still be right', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);

      const left = [];
      for (let n = 0; n < 4; n++) left.push((await who.refused('activateClaim', typed(claimId, otherThan(code)))).triesLeft);

      expect(left).to.deep.equal([4, 3, 2, 1]);
      expect((await who.call('readClaim', { params: { claimId } })).letter.triesLeft).to.equal(1);
      expect(await who.call('activateClaim', typed(claimId, code))).to.include({ state: 'activated' });
    });

    it('is refused to anyone but its requester, as if the claim did not exist', async () => {
      const { claimId, code, siret, who } = await claimantWithLetter(world);
      const colleague = await world.person('Jean', 'Petit');
      await attach(colleague, siret);
      const stranger = await world.person('Ada', 'Blanc');

      for (const other of [colleague, stranger]) {
        expect(await other.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'not_found' });
      }
      expect((await who.call('readClaim', { params: { claimId } })).letter.triesLeft).to.equal(5);
    });

    it('is refused before the letter has left', async () => {
      const { who, claimId } = await claimant(world);

      expect(await who.refused('activateClaim', typed(claimId, '0123456789'))).to.deep.equal({ code: 'letter_not_sent' });
    });

    it('says that a newer letter replaced the one at hand, which costs no try', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);
      await world.advance({ days: 1, seconds: 1 });
      await who.call('resendLetter', { params: { claimId } });

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'letter_replaced' });
      await world.work();
      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'letter_replaced' });

      const { letter } = await who.call('readClaim', { params: { claimId } });
      expect(letter.triesLeft).to.equal(5);
      expect(await who.call('activateClaim', typed(claimId, await world.codeIn(letter.letterId)))).to.include({ state: 'activated' });
    });

    it('says that a code came too late, twice in the same words, and what became of the claim', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);
      await world.advance({ days: 30, seconds: 1 });

      const first = await who.refused('activateClaim', typed(claimId, code));
      await world.work();
      const second = await who.refused('activateClaim', typed(claimId, code));

      expect([first, second]).to.deep.equal([{ code: 'activation_code_expired' }, { code: 'activation_code_expired' }]);
      expect(await who.refused('activateClaim', typed(claimId, otherThan(code)))).to.deep.equal({ code: 'claim_lapsed' });
    });

    it('is refused once the claim is given up', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);
      await who.call('cancelClaim', { params: { claimId } });

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'claim_cancelled' });
    });

    it('is refused when the structure has disowned the claim', async () => {
      const { who, claimId, code } = await claimantWithLetter(world);
      await world.context.db.query("UPDATE claims SET state = 'disowned', ended_at = created_at WHERE claim_id = $1", [claimId]);

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'claim_disowned' });
    });

    it('is refused to someone who is no longer attached, and costs no try', async () => {
      const { who, claimId, code, membership } = await claimantWithLetter(world);
      const { db } = world.context;
      await db.query("UPDATE memberships SET state = 'ended', is_default = false, ended_at = created_at WHERE membership_id = $1", [
        membership.membershipId,
      ]);

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'membership_ended' });
      expect((await who.call('readClaim', { params: { claimId } })).letter.triesLeft).to.equal(5);
    });

    it('is refused for a structure that has closed', async () => {
      const { who, claimId, code, siret } = await claimantWithLetter(world);
      await world.context.db.query('UPDATE embedded_structures SET closed = true WHERE siret = $1', [siret]);

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'structure_closed' });
    });

    it('is refused when someone else was appointed meanwhile', async () => {
      const { who, claimId, code, siret } = await claimantWithLetter(world);
      const other = await world.person('Luc', 'Noël');
      const { membershipId } = await attach(other, siret);
      await world.context.db.query(
        `INSERT INTO administrators (administrator_id, account_id, membership_id, siret, state, created_at, activated_at)
         VALUES ($1, $2, $3, $4, 'active', now(), now())`,
        [randomUUID(), other.accountId, membershipId, siret],
      );

      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'administrator_appointed' });
    });

    it('brings the requests that waited meanwhile to the new administrator, who can grant them', async () => {
      const first = await claimantWithLetter(world);
      const colleague = await world.person('Théo', 'Colin');
      const membership = await attach(colleague, first.siret);
      const waiting = await colleague.call('createHabilitation', request(membership, 'future_administrator'));

      await first.who.call('activateClaim', typed(first.claimId, first.code));

      const [mail] = await world.mails(first.who, 'habilitation_requested');
      expect(mail).to.include({ requesterName: 'Théo Colin', serviceName: 'Encours' });
      const { results } = await first.who.call('listRequests', { params: { membershipId: first.membership.membershipId } });
      expect(results.map((each) => each.habilitation.habilitationId)).to.deep.equal([waiting.habilitationId]);
      const granted = await first.who.call('decideHabilitation', {
        params: { habilitationId: waiting.habilitationId },
        body: { decision: 'grant' },
      });
      expect(granted).to.include({ state: 'granted' });
    });

    it('lets the only administrator have another service at once, and the history says so', async () => {
      const { who, membership, siret } = await administrator(world);

      const more = await who.call('createHabilitation', request(membership, 'sole_administrator', 'documents'));

      expect(more).to.include({ state: 'granted' });
      const history = await world.context.db.query<{ action: string }>('SELECT action FROM history WHERE siret = $1 ORDER BY history_id', [siret]);
      expect(history.map((each) => each.action)).to.deep.equal([
        'membership_created', 'claim_opened', 'letter_requested', 'habilitation_requested', 'letter_sent',
        'claim_activated', 'habilitation_granted', 'habilitation_requested', 'habilitation_granted_alone',
      ]);
    });
  });
}
