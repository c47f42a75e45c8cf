import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { OperationName } from '../../../src/contract.js';
import { diesAfterEachTransaction, eventually } from '../support/dying.js';
import { overHttp } from './over-http.js';
import { administrator, attach, claimant, request } from './steps.js';
import { engines, type Asked, type Someone, type World } from './world.js';

/** A request of one person, ready to be sent. */
interface Ready {
  readonly who: Someone;
  readonly siret: string;
  readonly asked: Asked;
}

for (const { engine, skip, open } of engines) {
  describe(`a request about a structure that comes again under its key on ${engine}`, { skip }, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    async function waiting(): Promise<{ boss: Someone; siret: string; who: Someone; habilitationId: string }> {
      const { who: boss, siret } = await administrator(world);
      const who = await world.person('Noé', 'Charpentier');
      const { habilitationId } = await who.call('createHabilitation', request(await attach(who, siret), 'administrator'));
      return { boss, siret, who, habilitationId };
    }

    const posts: [string, OperationName, () => Promise<Ready>][] = [
      [
        'attaching',
        'createMembership',
        async () => {
          const siret = world.town();
          return { who: await world.person('Ada', 'Morel'), siret, asked: { body: { siret } } };
        },
      ],
      [
        'accepting case 1',
        'createHabilitation',
        async () => {
          const siret = world.town();
          const who = await world.person('Ada', 'Morel');
          return { who, siret, asked: request(await attach(who, siret), 'first_user') };
        },
      ],
      [
        'asking an administrator',
        'createHabilitation',
        async () => {
          const { siret } = await administrator(world);
          const who = await world.person('Ada', 'Morel');
          return { who, siret, asked: request(await attach(who, siret), 'administrator') };
        },
      ],
      [
        'asking for another letter',
        'resendLetter',
        async () => {
          const { who, siret, claimId } = await claimant(world);
          await world.work();
          await world.advance({ days: 1 });
          return { who, siret, asked: { params: { claimId } } };
        },
      ],
      [
        'giving up',
        'cancelClaim',
        async () => {
          const { who, siret, claimId } = await claimant(world);
          return { who, siret, asked: { params: { claimId } } };
        },
      ],
      [
        'taking a request back',
        'cancelHabilitation',
        async () => {
          const { who, siret, habilitationId } = await waiting();
          return { who, siret, asked: { params: { habilitationId } } };
        },
      ],
      [
        'granting',
        'decideHabilitation',
        async () => {
          const { boss, siret, habilitationId } = await waiting();
          return { who: boss, siret, asked: { params: { habilitationId }, body: { decision: 'grant' } } };
        },
      ],
    ];

    const historyOf = (siret: string) => world.context.db.query('SELECT action FROM history WHERE siret = $1 ORDER BY history_id', [siret]);
    const mailsAndLetters = () =>
      world.context.db.query('SELECT (SELECT count(*) FROM mails) AS mails, (SELECT count(*) FROM letters) AS letters');

    for (const [what, operation, prepare] of posts) {
      it(`is done once and answered alike, at once or later: ${what}`, async () => {
        const { who, siret, asked } = await prepare();
        const ask = await overHttp(world).as(who);
        const key = { 'Idempotency-Key': 'twice' };

        const both = await Promise.all([ask(operation, asked, key), ask(operation, asked, key)]);
        const [history, outgoing] = [await historyOf(siret), await mailsAndLetters()];
        const later = await ask(operation, asked, key);

        expect([both[0]?.status, both[0]?.body.code]).to.deep.equal([both[0]?.status === 201 ? 201 : 200, undefined]);
        expect(both[1]).to.deep.equal(both[0]);
        expect(later).to.deep.equal(both[0]);
        expect([await historyOf(siret), await mailsAndLetters()]).to.deep.equal([history, outgoing]);
      });
    }

    it('gets the new letter’s answer though the server died between ordering it and saying so', async () => {
      const [, operation, prepare] = posts.find(([, name]) => name === 'resendLetter')!;
      const { who, siret, asked } = await prepare();
      const ask = await overHttp(world).as(who);
      const { claimId = '' } = asked.params ?? {};
      const letters = () => world.context.db.query<{ number: number }>('SELECT number FROM letters WHERE claim_id = $1', [claimId]);

      const dying = diesAfterEachTransaction(world.context.db);
      void ask(operation, asked, { 'Idempotency-Key': 'died' });
      await eventually(async () => ((await letters()).length === 2 ? true : undefined));
      dying.restore();
      const again = await ask(operation, asked, { 'Idempotency-Key': 'died' });

      expect([again.status, again.body.claimId]).to.deep.equal([201, claimId]);
      expect(again.body.letter).to.include({ state: 'queued' });
      expect(await letters()).to.have.length(2);
      expect((await historyOf(siret)).filter(({ action }) => action === 'letter_requested')).to.have.length(2);
    });
  });
}
