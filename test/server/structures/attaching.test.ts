import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { DirectoryUnavailableError } from '../../../demo/server/directory/directory.js';
import { structureHandlers } from '../../../demo/server/routes/structure-routes.js';
import { attach, claimant } from './steps.js';
import { engines, someone, type Someone, type World } from './world.js';

for (const { engine, skip, open } of engines) {
  describe(`attaching to a structure on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    /** The same person, while the directory doesn't answer. */
    function withoutDirectory(who: Someone): Someone {
      const down = () => Promise.reject(new DirectoryUnavailableError(7));
      return someone({ ...world.context, directory: { search: down, find: down } }, who.accountId, who.name, who.email);
    }

    it('tells a member the client number and who administers, and makes the first structure the default one', async () => {
      const who = await world.person('Rémi', 'Aubert');
      const [first, second] = [world.town(), world.town('no client')];

      const attached = await who.call('createMembership', { body: { siret: first.replace(/(.{3})/g, '$1 ') } });
      await who.call('createMembership', { body: { siret: second } });

      expect(attached).to.deep.include({ isDefault: true, jobFunction: null, administration: 'none', role: 'user', openClaimId: null });
      expect(attached.clientCode).to.match(/^\d+$/);
      const { results } = await who.call('listMemberships');
      expect(results.map((each) => [each.structure.siret, each.isDefault, each.clientCode === null])).to.deep.equal([
        [first, true, false],
        [second, false, true],
      ]);
    });

    it('keeps client number and administration from those who only search', async () => {
      const siret = world.town();
      const nobody = someone(world.context, undefined, '', '');

      const details = await nobody.call('readStructure', { params: { siret } });
      const { results } = await nobody.call('searchStructures', { query: { q: siret } });

      const facts = ['siret', 'siren', 'name', 'address', 'postcode', 'town', 'closed', 'sector', 'constructed'];
      const raw = await structureHandlers.readStructure(world.context, { params: { siret } } as never);
      expect(Object.keys(raw)).to.have.members([...facts, 'createdOn', 'activity', 'sign']);
      expect(details.siret).to.equal(siret);
      expect(results.map((each) => Object.keys(each).sort())).to.deep.equal([[...facts].sort()]);
    });

    it('happens once when it is sent twice, at once or later', async () => {
      const who = await world.person('Iris', 'Caron');
      const siret = world.town();
      const again = () => who.call('createMembership', { body: { siret } });

      const [first, second] = await Promise.all([again(), again()]);

      expect(second).to.deep.equal(first);
      expect(await again()).to.deep.equal(first);
      expect((await who.call('listMemberships')).results).to.have.length(1);
    });

    it('leaves one default structure when two are joined at once', async () => {
      const who = await world.person('Axel', 'Brun');

      await Promise.all([world.town(), world.town(), world.town()].map((siret) => who.call('createMembership', { body: { siret } })));

      const { results } = await who.call('listMemberships');
      expect(results.map((each) => each.isDefault)).to.deep.equal([true, false, false]);
    });

    it('is refused for a structure that is unknown, closed, or has a wrong key', async () => {
      const who = await world.person('Elsa', 'Diot');
      const closed = world.town();
      await world.context.db.query('UPDATE embedded_structures SET closed = true WHERE siret = $1', [closed]);
      const refusal = (siret: string) => who.refused('createMembership', { body: { siret } });

      expect(await refusal('55208131766522')).to.deep.equal({ code: 'structure_unknown' });
      expect(await refusal(closed)).to.deep.equal({ code: 'structure_closed' });
      expect(await refusal('21660074200012')).to.deep.equal({ code: 'fields_invalid', errors: [{ pointer: '/siret', code: 'siret_invalid' }] });
    });

    it('says that the directory does not answer, and lets members go on meanwhile', async () => {
      const who = await world.person('Enzo', 'Ferry');
      const membership = await attach(who, world.town());
      const cut = withoutDirectory(who);
      await world.advance({ days: 2 });

      expect(await cut.refused('createMembership', { body: { siret: world.town() } })).to.deep.equal({ code: 'directory_unavailable', retryAfter: 7 });
      expect(await cut.refused('searchStructures', { query: { q: 'ville' } })).to.deep.equal({ code: 'directory_unavailable', retryAfter: 7 });
      expect((await cut.call('listMemberships')).results).to.deep.equal([membership]);
      const asked = await cut.call('createHabilitation', {
        body: { membershipId: membership.membershipId, serviceId: 'encours', acceptedCase: 'first_user' },
      });
      expect(asked.state).to.equal('awaiting_letter');
    });

    it('shows what changed in the directory a day later, and a letter as it was addressed', async () => {
      const { who, siret, claimId } = await claimant(world);
      await world.context.db.query("UPDATE embedded_structures SET address = '9 rue Neuve' WHERE siret = $1", [siret]);
      await world.advance({ days: 1, seconds: 1 });

      const [membership] = (await who.call('listMemberships')).results;
      const claim = await who.call('readClaim', { params: { claimId } });

      expect(membership?.structure.address).to.equal('9 rue Neuve');
      expect(claim.structure.address).to.match(/place de la Mairie$/);
      expect(claim.letter.addressLines[1]).to.match(/place de la Mairie$/);
    });

    it('tells the future administrator which claim is open', async () => {
      const { who, claimId } = await claimant(world);

      const [membership] = (await who.call('listMemberships')).results;

      expect(membership).to.include({ administration: 'future', role: 'future_administrator', openClaimId: claimId });
    });

    it('takes a function from the list only', async () => {
      const who = await world.person('Tom', 'Hardy');
      const { membershipId } = await who.call('createMembership', { body: { siret: world.town() } });
      const set = (jobFunction: string) => ({ params: { membershipId }, body: { jobFunction } });

      expect(await who.call('updateMembership', set('mayor_or_president'))).to.include({ jobFunction: 'mayor_or_president' });
      expect(await who.refused('updateMembership', set('emperor'))).to.include({ code: 'fields_invalid' });
    });
  });
}
