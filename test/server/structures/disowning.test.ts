import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { createApp, type App } from '../../../demo/server/app.js';
import { attach, claimantWithLetter, request, typed } from './steps.js';
import { engines, type World } from './world.js';

interface HistoryRow {
  action: string;
  actor_id: string | null;
}

for (const { engine, skip, open } of engines) {
  describe(`a structure that disowns a request on ${engine}`, { skip }, () => {
    let world: World;
    let app: App;
    before(async () => {
      world = await open();
      app = createApp(world.opened, { checkAnswers: true });
    });
    after(() => world.close());

    async function disown(letterId: string, headers: Record<string, string> = {}): Promise<{ status: number; code?: string }> {
      const address = `${world.context.config.publicUrl}/qa/letters/${letterId}/disown`;
      const fromHere = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
      const response = await app.request(address, { method: 'POST', headers }, fromHere);
      if (response.status === 204) return { status: 204 };
      return { status: response.status, code: ((await response.json()) as { code: string }).code };
    }

    it('ends it at once: the code, the letter’s file, the requests and the role, and the requester is told why', async () => {
      const { who, siret, claimId, claim, code, membership, habilitation } = await claimantWithLetter(world);
      const { letterId } = claim.letter;

      const answer = await disown(letterId);

      expect(answer).to.deep.equal({ status: 204 });
      expect(await who.refused('activateClaim', typed(claimId, code))).to.deep.equal({ code: 'claim_disowned' });
      const shown = await who.call('readClaim', { params: { claimId } });
      expect(shown).to.include({ state: 'disowned', resendIn: null });
      expect(shown.letter.state).to.equal('cancelled');
      expect(await world.letterFiles()).not.to.include(`${letterId}.pdf`);
      const [own] = (await who.call('listMemberships')).results;
      expect(own).to.include({ membershipId: membership.membershipId, role: 'user', openClaimId: null, administration: 'none' });
      const offers = await who.call('listServices', { query: { membershipId: membership.membershipId } });
      const asked = offers.results.find((offer) => offer.habilitation?.habilitationId === habilitation.habilitationId);
      expect(asked?.habilitation?.state).to.equal('cancelled');
      expect(await world.mails(who, 'claim_ended')).to.have.length(1);
      expect((await world.mails(who, 'claim_ended'))[0]).to.include({ why: 'disowned' });
      const history = await world.context.db.query<HistoryRow>(
        "SELECT action, actor_id FROM history WHERE siret = $1 AND action = 'claim_disowned'",
        [siret],
      );
      expect(history).to.deep.equal([{ action: 'claim_disowned', actor_id: null }]);
    });

    it('keeps the requester from asking there again for 30 days, and nobody else', async () => {
      const { who, siret, claim, membership } = await claimantWithLetter(world);
      await disown(claim.letter.letterId);
      const colleague = await world.person('Paul', 'Garnier');
      const theirs = await attach(colleague, siret);

      expect(await who.refused('createHabilitation', request(membership, 'first_user'))).to.include({ code: 'claim_too_soon' });
      expect(await colleague.call('createHabilitation', request(theirs, 'first_user'))).to.include({ state: 'awaiting_letter' });
    });

    it('may quote the letter that came first, when another has replaced it', async () => {
      const { who, claimId, claim } = await claimantWithLetter(world);
      await world.advance({ days: 1, seconds: 1 });
      const { letter } = await who.call('resendLetter', { params: { claimId } });
      await world.work();

      await disown(claim.letter.letterId);

      expect((await who.call('readClaim', { params: { claimId } })).state).to.equal('disowned');
      expect(await world.letterFiles()).not.to.include(`${letter.letterId}.pdf`);
    });

    it('is heard before the letter is made too, and no letter leaves then', async () => {
      const { who, claimId, claim } = await claimantWithLetter(world);
      await world.advance({ days: 1, seconds: 1 });
      const { letter } = await who.call('resendLetter', { params: { claimId } });

      await disown(letter.letterId);
      await world.work();

      expect(letter.letterId).not.to.equal(claim.letter.letterId);
      expect(await world.letterFiles()).not.to.include(`${letter.letterId}.pdf`);
    });

    it('is heard once when it rings up twice at the same moment', async () => {
      const { who, claim } = await claimantWithLetter(world);

      const answers = await Promise.all([disown(claim.letter.letterId), disown(claim.letter.letterId)]);

      expect(answers).to.deep.equal([{ status: 204 }, { status: 204 }]);
      expect(await world.mails(who, 'claim_ended')).to.have.length(1);
    });

    it('comes too late once the code has served or the claim is over, and changes nothing', async () => {
      const activated = await claimantWithLetter(world);
      await activated.who.call('activateClaim', typed(activated.claimId, activated.code));
      const givenUp = await claimantWithLetter(world);
      await givenUp.who.call('cancelClaim', { params: { claimId: givenUp.claimId } });

      expect(await disown(activated.claim.letter.letterId)).to.deep.equal({ status: 409, code: 'claim_activated' });
      expect(await disown(givenUp.claim.letter.letterId)).to.deep.equal({ status: 409, code: 'claim_cancelled' });
      expect((await activated.who.call('listMemberships')).results[0]).to.include({ role: 'administrator' });
      expect(await disown('no-such-letter')).to.deep.equal({ status: 404, code: 'not_found' });
    });

    it('is heard through the console alone', async () => {
      const { who, claimId, claim } = await claimantWithLetter(world);
      const { letterId } = claim.letter;

      expect(await disown(letterId, { Origin: 'https://attaque.example' })).to.deep.equal({ status: 403, code: 'origin_refused' });
      expect(await disown(letterId, { Host: 'attaque.example' })).to.deep.equal({ status: 403, code: 'origin_refused' });
      expect((await who.call('readClaim', { params: { claimId } })).state).to.equal('open');
    });
  });
}
