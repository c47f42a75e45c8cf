import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError } from '../../../sdk/errors.js';
import { adminActivationFlow, habilitationRequestFlow, startFlow } from '../../../sdk/flows/index.js';
import { claim, habilitation, membership, offer } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

function refuse(code: string, more: object = {}): never {
  throw new RefusedError({ type: 'about:blank', title: code, status: 409, code, ...more });
}

const subject = {
  memberships: { list: async () => [membership] },
  services: { list: async () => [offer] },
};
const ids = { membershipId: 'me_1', serviceId: 'encours' };

describe('asking for a habilitation', () => {
  it('shows the other case, and asks again, when it has changed meanwhile', async () => {
    const accepted: string[] = [];
    const client = scripted({
      ...subject,
      habilitations: {
        readCase: async () => 'first_user',
        create: async ({ acceptedCase }) => {
          accepted.push(acceptedCase);
          return acceptedCase === 'first_user' ? refuse('case_changed', { case: 'future_administrator' }) : habilitation;
        },
      },
    });
    const flow = startFlow(habilitationRequestFlow, ids, dependencies(client));
    await settled();
    flow.send({ type: 'accepted' });
    await settled();
    expect(flow.getSnapshot()).to.deep.include({ name: 'reading', case: 'future_administrator', changed: true });

    flow.send({ type: 'accepted' });
    await settled();
    expect(accepted).to.deep.equal(['first_user', 'future_administrator']);
    expect(flow.getSnapshot().name).to.equal('accepted');
  });

  it('asks nothing of someone who already waits', async () => {
    const client = scripted({
      memberships: { list: async () => [{ ...membership, administration: 'active' as const }] },
      services: { list: async () => [{ ...offer, habilitation }] },
    });
    const flow = startFlow(habilitationRequestFlow, ids, dependencies(client));
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'already', habilitation });
  });

  it('lets someone whose request nobody is left to decide become the administrator', async () => {
    const client = scripted({
      ...subject,
      services: { list: async () => [{ ...offer, habilitation }] },
      habilitations: { readCase: async () => 'first_user' },
    });
    const flow = startFlow(habilitationRequestFlow, ids, dependencies(client));
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'reading', case: 'first_user' });
  });

  it('does nothing when the person declines', async () => {
    const client = scripted({ ...subject, habilitations: { readCase: async () => 'administrator' } });
    const flow = startFlow(habilitationRequestFlow, ids, dependencies(client));
    await settled();

    flow.send({ type: 'declined' });

    expect(flow.getSnapshot().name).to.equal('declined');
  });
});

describe('activating with the letter', () => {
  const withClaim = { ...subject, memberships: { list: async () => [{ ...membership, openClaimId: 'cl_1' }] } };

  it('finds the person’s claim by itself', async () => {
    const client = scripted({ ...withClaim, claims: { read: async () => claim } });
    const flow = startFlow(adminActivationFlow, { claimId: undefined }, dependencies(client));
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'waiting', resendAt: 3_600_000 });
  });

  it('wants the letter to have been handed over, and a whole code', async () => {
    const client = scripted({ ...withClaim, claims: { read: async () => claim } });
    const flow = startFlow(adminActivationFlow, { claimId: 'cl_1' }, dependencies(client));
    await settled();

    flow.send({ type: 'typed', code: 'ABC' });
    flow.send({ type: 'submitted' });

    expect(flow.getSnapshot()).to.deep.include({
      code: 'ABC',
      errors: { handedOver: 'handed_over_required', code: 'activation_code_incomplete' },
    });
  });

  it('reads the code as it is printed, in any case', async () => {
    const sent: string[] = [];
    const client = scripted({
      ...withClaim,
      claims: {
        read: async () => claim,
        activate: async (_id, code) => {
          sent.push(code);
          return { ...claim, state: 'activated' as const };
        },
      },
    });
    const flow = startFlow(adminActivationFlow, { claimId: 'cl_1' }, dependencies(client));
    await settled();

    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'typed', code: 'k7o2l-9qx4t' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(sent).to.deep.equal(['K70219QX4T']);
    expect(flow.getSnapshot().name).to.equal('activated');
  });

  it('keeps the code and tells the tries left when it is wrong', async () => {
    const client = scripted({
      ...withClaim,
      claims: { read: async () => claim, activate: async () => refuse('activation_code_wrong', { triesLeft: 3 }) },
    });
    const flow = startFlow(adminActivationFlow, { claimId: 'cl_1' }, dependencies(client));
    await settled();

    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'typed', code: 'K7021-9QX4T' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({ code: 'K7021-9QX4T', handedOver: true, 'claim.letter.triesLeft': 3 });
  });

  it('shows what became of a claim that ended in another tab', async () => {
    let state: 'open' | 'cancelled' = 'open';
    const client = scripted({
      ...withClaim,
      claims: {
        read: async () => ({ ...claim, state }),
        activate: async () => {
          state = 'cancelled';
          return refuse('claim_cancelled');
        },
      },
    });
    const flow = startFlow(adminActivationFlow, { claimId: 'cl_1' }, dependencies(client));
    await settled();

    flow.send({ type: 'hand_over_ticked', handedOver: true });
    flow.send({ type: 'typed', code: 'K7021-9QX4T' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.include({ name: 'ended', reason: 'cancelled' });
  });
});
