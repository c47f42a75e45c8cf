import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { overHttp, type Ask, type HttpAnswer } from './over-http.js';
import { engines, type Someone, type World } from './world.js';

interface Entry {
  service: { serviceId: string; url: string };
  habilitation: { state: string; reason: string | null } | null;
}

for (const { engine, skip, open } of engines) {
  describe(`from the town hall to the services on ${engine}`, { skip }, () => {
    let world: World;
    let http: ReturnType<typeof overHttp>;
    let siret = '';
    let boss: { who: Someone; ask: Ask; membershipId: string };
    before(async () => {
      world = await open(true);
      http = overHttp(world);
    });
    after(() => world.close());

    async function arrive(firstName: string, lastName: string) {
      const who = await world.person(firstName, lastName);
      const ask = await http.as(who);
      const { body } = await ask('createMembership', { body: { siret } }, { 'Idempotency-Key': 'join' });
      const membershipId = String(body.membershipId);
      await ask('updateMembership', { params: { membershipId }, body: { jobFunction: 'secretary_general' } });
      return { who, ask, membershipId };
    }

    async function encours({ ask, membershipId }: { ask: Ask; membershipId: string }): Promise<Entry | undefined> {
      const { body } = await ask('listServices', { query: { membershipId } });
      return (body.results as Entry[]).find((each) => each.service.serviceId === 'encours');
    }

    async function askFor({ ask, membershipId }: { ask: Ask; membershipId: string }): Promise<HttpAnswer> {
      const look = await ask('readHabilitationCase', { params: { membershipId }, query: { serviceId: 'encours' } });
      const body = { membershipId, serviceId: 'encours', acceptedCase: look.body.case };
      return ask('createHabilitation', { body }, { 'Idempotency-Key': 'once' });
    }

    it('finds COMMUNE D’EUS among 36,000 however it is typed', async () => {
      const ask = await http.as(undefined);
      for (const q of ['eus 66500', "commune d'eus", 'comune d eus', '216600742', '216 600 742']) {
        const { body } = await ask('searchStructures', { query: { q } });
        const [first] = body.results as { siret: string; name: string; postcode: string }[];
        expect([q, first?.name, first?.postcode]).to.deep.equal([q, "COMMUNE D'EUS", '66500']);
        siret = first?.siret ?? '';
      }
      expect((await ask('readStructure', { params: { siret } })).body).to.include({ siret, closed: false });
    });

    it('lets the first person attach, accept case 1 and have a letter sent', async () => {
      boss = await arrive('Mathilde', 'Arnaud');
      const { body: list } = await boss.ask('listMemberships');
      expect((list.results as { clientCode: string }[])[0]?.clientCode).to.equal('314363');

      const asked = await askFor(boss);
      await world.work();

      expect(asked.status).to.equal(201);
      expect(asked.body).to.include({ state: 'awaiting_letter' });
      const claim = await boss.ask('readClaim', { params: { claimId: String(asked.body.claimId) } });
      const { letterId, state } = claim.body.letter as { letterId: string; state: string };
      expect(state).to.equal('sent');
      const text = await world.letterText(letterId);
      expect(text).to.include('À l’attention du représentant légal');
      expect(text).to.include('66500 EUS');
      expect(text).to.include('Mathilde Arnaud');
    });

    it('makes them administrator with the letter’s code, and opens Encours', async () => {
      const { body: list } = await boss.ask('listMemberships');
      const claimId = String((list.results as { openClaimId: string }[])[0]?.openClaimId);
      const { body: claim } = await boss.ask('readClaim', { params: { claimId } });
      const code = await world.codeIn((claim.letter as { letterId: string }).letterId);

      const activated = await boss.ask('activateClaim', { params: { claimId }, body: { code, handedOver: true } });

      expect(activated.status).to.equal(200);
      expect(activated.body).to.include({ state: 'activated' });
      const entry = await encours(boss);
      expect([entry?.habilitation?.state, entry?.service.url]).to.deep.equal(['granted', '/pages/service.html?service=encours']);
    });

    it('brings the second person’s request to the administrator, who approves', async () => {
      const second = await arrive('Bruno', 'Fontaine');

      const asked = await askFor(second);

      expect(asked.body).to.include({ state: 'awaiting_administrator' });
      const [mail] = await world.mails(boss.who, 'habilitation_requested');
      expect(mail).to.include({ requesterName: 'Bruno Fontaine', structureName: "COMMUNE D'EUS", serviceName: 'Encours' });
      const { body: page } = await boss.ask('listRequests', { params: { membershipId: boss.membershipId } });
      const [waiting] = page.results as { habilitation: { habilitationId: string } }[];
      const params = { habilitationId: String(waiting?.habilitation.habilitationId) };
      expect((await boss.ask('decideHabilitation', { params, body: { decision: 'grant' } })).status).to.equal(200);
      expect((await encours(second))?.habilitation?.state).to.equal('granted');
      expect(await world.mails(second.who, 'habilitation_granted')).to.have.length(1);
    });

    it('lets the third person read why they were refused', async () => {
      const third = await arrive('Cyril', 'Marchal');
      const asked = await askFor(third);
      const reason = 'Vous ne suivez pas les prêts de la commune.';

      await boss.ask('decideHabilitation', { params: { habilitationId: String(asked.body.habilitationId) }, body: { decision: 'refuse', reason } });

      expect((await encours(third))?.habilitation).to.include({ state: 'refused', reason });
      expect((await world.mails(third.who, 'habilitation_refused'))[0]).to.include({ reason });
    });

    it('gives the first answer again to a request that comes again under its key', async () => {
      const fourth = await arrive('Denis', 'Poirier');

      const [first, second] = [await askFor(fourth), await askFor(fourth)];

      expect(second).to.deep.equal(first);
      expect(await world.mails(boss.who, 'habilitation_requested')).to.have.length(3);
    });
  });
}
