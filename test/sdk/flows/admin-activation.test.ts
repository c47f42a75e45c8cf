import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Claim } from '../../../src/contract.js';
import { RefusedError, UnreachableError } from '../../../sdk/errors.js';
import { adminActivationFlow, startFlow } from '../../../sdk/flows/index.js';
import { claim } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

const queued: Claim = { ...claim, letter: { ...claim.letter, state: 'queued', sentAt: null, expectedBy: null, expiresAt: null } };

function refuse(code: string): never {
  throw new RefusedError({ type: 'about:blank', title: code, status: 409, code });
}

/** A flow whose claim reads, one after the other, as given; the last one from then on. */
async function waiting(reads: (Claim | Error)[], others: Parameters<typeof scripted>[0]['claims'] = {}) {
  const read = async () => {
    const next = reads.length > 1 ? reads.shift() : reads[0];
    if (!next || next instanceof Error) throw next ?? new Error('nothing to read');
    return next;
  };
  const flow = startFlow(adminActivationFlow, { claimId: 'cl_1' }, dependencies(scripted({ claims: { read, ...others } })));
  await settled();
  return flow;
}

describe('waiting for the letter', () => {
  it('learns that the letter left, and keeps what is being typed', async () => {
    const flow = await waiting([queued, claim]);
    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'retried' });
    expect(flow.getSnapshot().name).to.equal('refreshing');
    flow.send({ type: 'typed', code: 'K70' });
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'waiting', claim, code: 'K70', handedOver: true });
  });

  it('is not troubled when a reading that nobody asked for fails', async () => {
    const flow = await waiting([queued, new UnreachableError()]);
    flow.send({ type: 'retried' });
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'waiting', claim: queued, problem: undefined });
  });

  it('can submit while the claim is read anew', async () => {
    const sent: string[] = [];
    const flow = await waiting([claim], {
      activate: async (_id, code) => {
        sent.push(code);
        return { ...claim, state: 'activated' };
      },
    });
    flow.send({ type: 'typed', code: 'k7021-9qx4t' });
    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'retried' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(sent).to.deep.equal(['K70219QX4T']);
    expect(flow.getSnapshot().name).to.equal('activated');
  });

  it('sees the letter as it is now when the code was of an earlier one, and still reads why', async () => {
    const replaced: Claim = { ...claim, letter: { ...claim.letter, letterId: 'le_2' } };
    const flow = await waiting([claim, replaced], { activate: async () => refuse('letter_replaced') });
    flow.send({ type: 'typed', code: 'k7021-9qx4t' });
    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({ name: 'waiting', 'claim.letter.letterId': 'le_2', 'problem.code': 'letter_replaced' });
    expect(flow.getSnapshot()).to.include({ code: 'k7021-9qx4t', handedOver: true });
  });

  it('asks for the same letter again after a lost answer, not for a second one', async () => {
    const keys: (string | undefined)[] = [];
    const flow = await waiting([{ ...claim, resendIn: 0 }], {
      resendLetter: async (_id, options) => {
        keys.push(options?.idempotencyKey);
        throw new UnreachableError();
      },
    });
    for (let time = 0; time < 2; time += 1) {
      flow.send({ type: 'letter_asked' });
      await settled();
    }

    expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
  });
});
