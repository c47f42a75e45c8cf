import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeLetter } from '../../../demo/server/services/letters/make-letter.js';
import { administrator, attach, claimant, claimantWithLetter, request } from './steps.js';
import { engines, type World } from './world.js';

for (const { engine, skip, open } of engines) {
  describe(`the letter on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    it('names the structure, its address, the requester and the services', async () => {
      const { claim, siret } = await claimantWithLetter(world);
      const { name, town } = claim.structure;

      const text = await world.letterText(claim.letter.letterId);

      expect(text).to.include(`À l’attention du représentant légal ${name}`);
      expect(text).to.include(`place de la Mairie ${claim.structure.postcode} ${town}`);
      expect(text.replaceAll(' ', '')).to.include(siret);
      expect(text).to.include('Madame Claire Lefèvre');
      expect(text).to.include('Encours');
      expect(claim.letter.addressLines).to.deep.equal([name, claim.structure.address, `${claim.structure.postcode} ${town}`]);
    });

    it('begins its days when it is in the folder, and its requester is told when to expect it', async () => {
      const { who, claimId } = await claimant(world);
      const before = await who.call('readClaim', { params: { claimId } });
      await world.work();
      const { letter, expiresAt } = await who.call('readClaim', { params: { claimId } });

      expect(before.letter).to.include({ state: 'queued', sentAt: null, expiresAt: null, expectedBy: null });
      expect(before.expiresAt).to.equal(null);
      expect(letter.state).to.equal('sent');
      expect(Date.parse(letter.expiresAt ?? '') - Date.parse(letter.sentAt ?? '')).to.equal(30 * 86_400_000);
      expect(letter.expiresAt).to.equal(expiresAt);
      const mails = await world.mails(who, 'letter_on_its_way');
      expect(mails).to.have.length(1);
      expect(mails[0]?.expectedBy.toISOString()).to.equal(letter.expectedBy);
    });

    it('leaves once, with one code and one mail, when its job runs again and twice at once', async () => {
      const { who, claimId } = await claimant(world);
      const { letterId } = (await who.call('readClaim', { params: { claimId } })).letter;

      await Promise.all([makeLetter(world.context, letterId), makeLetter(world.context, letterId)]);
      const code = await world.codeIn(letterId);
      await world.work();

      expect(await world.codeIn(letterId)).to.equal(code);
      expect(await world.mails(who, 'letter_on_its_way')).to.have.length(1);
      expect((await world.letterFiles()).filter((name) => name.includes(letterId))).to.deep.equal([`${letterId}.pdf`]);
    });

    it('is the same letter when the process died with the file written and nothing said', async () => {
      const { who, claimId } = await claimant(world);
      const { letterId } = (await who.call('readClaim', { params: { claimId } })).letter;
      const broken = { ...world.context, db: { ...world.context.db, transaction: () => Promise.reject(new Error('killed')) } };
      await makeLetter(broken, letterId).catch(() => undefined);
      const code = await world.codeIn(letterId);
      const between = (await who.call('readClaim', { params: { claimId } })).letter.state;

      await world.work();

      expect(between).to.equal('queued');
      expect(await world.codeIn(letterId)).to.equal(code);
      expect((await who.call('readClaim', { params: { claimId } })).letter.state).to.equal('sent');
    });

    it('leaves no file when its claim is given up while it is made', async () => {
      const { who, claimId } = await claimant(world);
      const { letterId } = (await who.call('readClaim', { params: { claimId } })).letter;
      const { db } = world.context;
      const cancelsFirst: typeof db = {
        ...db,
        transaction: async (work) => {
          await who.call('cancelClaim', { params: { claimId } });
          return db.transaction(work);
        },
      };

      await makeLetter({ ...world.context, db: cancelsFirst }, letterId);
      await world.work();

      expect(await world.letterFiles()).not.to.include(`${letterId}.pdf`);
      expect((await who.call('readClaim', { params: { claimId } })).letter.state).to.equal('cancelled');
      expect(await world.mails(who, 'letter_on_its_way')).to.deep.equal([]);
    });

    it('keeps no code in the database once it is on paper', async () => {
      const { claim, code } = await claimantWithLetter(world);
      const [row] = await world.context.db.query<Record<string, unknown>>('SELECT * FROM letters WHERE letter_id = $1', [claim.letter.letterId]);

      expect(row).to.include({ sealed_code: null });
      expect(JSON.stringify(row)).not.to.contain(code.replace('-', ''));
      expect(row?.code_digest).to.match(/^[0-9a-f]{64}$/);
    });

    it('is deleted by the next sweep when its folder was out of reach', async () => {
      const { who, claimId, claim } = await claimantWithLetter(world);
      await who.call('cancelClaim', { params: { claimId } });
      await writeFile(join(world.context.config.letterDir, `${claim.letter.letterId}.pdf`), 'left');
      await world.context.db.query('UPDATE letters SET file_kept = true WHERE letter_id = $1', [claim.letter.letterId]);

      await world.work();

      expect(await world.letterFiles()).not.to.include(`${claim.letter.letterId}.pdf`);
    });

    it('can be asked for again after a day, four times in all, each cancelling the one before', async () => {
      const { who, claimId, claim } = await claimantWithLetter(world);
      const resend = { params: { claimId } };
      const ids = [claim.letter.letterId];

      const soon = await who.refused('resendLetter', resend);
      expect(soon.code).to.equal('letter_too_soon');
      expect(soon.retryAfter).to.be.within(86_400 - 60, 86_400);
      expect(claim.resendIn).to.be.within(86_400 - 60, 86_400);
      for (let n = 0; n < 3; n++) {
        await world.advance({ days: 1 });
        const { letter } = await who.call('resendLetter', resend);
        await world.work();
        ids.push(letter.letterId);
      }
      await world.advance({ days: 1 });
      const last = await who.call('readClaim', { params: { claimId } });

      expect(await who.refused('resendLetter', resend)).to.deep.equal({ code: 'letter_quota_reached' });
      expect(last.resendIn).to.equal(null);
      expect(last.expiresAt).to.equal(claim.expiresAt);
      expect(last.letter.expiresAt).to.equal(claim.expiresAt);
      expect(new Set(ids).size).to.equal(4);
      const files = await world.letterFiles();
      expect(ids.map((id) => files.includes(`${id}.pdf`))).to.deep.equal([false, false, false, true]);
    });

    it('goes out once when another is asked for twice at once', async () => {
      const { who, claimId } = await claimantWithLetter(world);
      await world.advance({ days: 1 });
      const resend = { params: { claimId } };

      const results = await Promise.allSettled([who.call('resendLetter', resend), who.call('resendLetter', resend)]);

      expect(results.map((each) => each.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
      const letters = await world.context.db.query('SELECT 1 FROM letters WHERE claim_id = $1', [claimId]);
      expect(letters).to.have.length(2);
    });

    it('lapses with its claim after 30 days, and others may then claim', async () => {
      const first = await claimantWithLetter(world);
      const colleague = await world.person('Zoé', 'Martel');
      const membership = await attach(colleague, first.siret);
      await world.advance({ days: 30, seconds: 1 });

      const [unswept] = (await colleague.call('listMemberships')).results;
      await world.work();

      expect(unswept).to.include({ administration: 'none' });
      const claim = await first.who.call('readClaim', { params: { claimId: first.claimId } });
      expect(claim).to.include({ state: 'lapsed', resendIn: null });
      expect(claim.letter.state).to.equal('expired');
      const offers = (await first.who.call('listServices', { query: { membershipId: first.membership.membershipId } })).results;
      expect(offers.find((each) => each.service.serviceId === 'encours')?.habilitation).to.include({ state: 'expired' });
      const [mail] = await world.mails(first.who, 'claim_ended');
      expect(mail).to.include({ why: 'lapsed' });
      expect(await world.letterFiles()).not.to.include(`${claim.letter.letterId}.pdf`);
      expect(await first.who.refused('cancelClaim', { params: { claimId: first.claimId } })).to.deep.equal({ code: 'claim_lapsed' });
      expect(await first.who.refused('resendLetter', { params: { claimId: first.claimId } })).to.deep.equal({ code: 'claim_lapsed' });
      expect(await colleague.call('createHabilitation', request(membership, 'first_user'))).to.include({ state: 'awaiting_letter' });
    });

    it('that could never be made blocks nobody beyond 30 days', async () => {
      const { who, claimId } = await claimant(world);
      await world.context.db.query("UPDATE letters SET sealed_code = 'nonsense' WHERE claim_id = $1", [claimId]);
      await world.work();
      expect((await who.call('readClaim', { params: { claimId } })).state).to.equal('open');

      await world.advance({ days: 30, seconds: 1 });
      await world.work();

      const claim = await who.call('readClaim', { params: { claimId } });
      expect([claim.state, claim.letter.state]).to.deep.equal(['lapsed', 'cancelled']);
    });

    it('is worth nothing once given up, and giving up twice is one thing', async () => {
      const { who, claimId } = await claimantWithLetter(world);

      const first = await who.call('cancelClaim', { params: { claimId } });
      const second = await who.call('cancelClaim', { params: { claimId } });

      expect(second).to.deep.equal(first);
      expect(first).to.include({ state: 'cancelled' });
      expect(await world.mails(who, 'claim_ended')).to.have.length(1);
      expect(await who.refused('resendLetter', { params: { claimId } })).to.deep.equal({ code: 'claim_cancelled' });
    });

    it('has done its work once its code was entered: it is neither sent again nor given up', async () => {
      const { who, claimId } = await administrator(world);

      expect(await who.refused('resendLetter', { params: { claimId } })).to.deep.equal({ code: 'claim_activated' });
      expect(await who.refused('cancelClaim', { params: { claimId } })).to.deep.equal({ code: 'claim_activated' });
    });
  });
}
