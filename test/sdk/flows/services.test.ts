import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError, UnreachableError } from '../../../sdk/errors.js';
import { memoryStore, servicesFlow, startFlow } from '../../../sdk/flows/index.js';
import { membership, offer } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

async function listed(answers: Array<() => Promise<(typeof offer)[]>>) {
  const client = scripted({
    memberships: { list: async () => [membership] },
    services: { list: () => answers.shift()?.() ?? Promise.reject(new Error('asked once too often')) },
  });
  const flow = startFlow(servicesFlow, { membershipId: undefined }, dependencies(client));
  await settled();
  return flow;
}

describe('choosing one’s function', () => {
  function open(drafts = memoryStore(), isOver = () => false) {
    const over = () => Promise.reject(new RefusedError({ type: 'about:blank', title: 'Over', status: 401, code: 'session_required' }));
    const client = scripted({
      memberships: {
        list: async () => (isOver() ? over() : [membership]),
        update: (_id, { jobFunction = null }) => (isOver() ? over() : Promise.resolve({ ...membership, jobFunction })),
      },
      services: { list: async () => [offer] },
    });
    return startFlow(servicesFlow, { membershipId: undefined }, dependencies(client, { drafts }));
  }

  it('goes on with what was chosen when the session ended, once it is there again', async () => {
    const drafts = memoryStore();
    let isOver = false;
    const flow = open(drafts, () => isOver);
    await settled();
    flow.send({ type: 'function_opened' });
    flow.send({ type: 'function_chosen', choice: 'finance' });
    isOver = true;
    flow.send({ type: 'function_submitted' });
    await settled();
    expect(flow.getSnapshot()).to.have.nested.include({ name: 'choosing_function', 'problem.code': 'session_required' });

    const after = open(drafts, () => isOver);
    await settled();
    expect(after.getSnapshot().name).to.equal('unavailable');
    isOver = false;
    after.send({ type: 'retried' });
    await settled();
    expect(after.getSnapshot()).to.include({ name: 'choosing_function', choice: 'finance' });

    after.send({ type: 'function_submitted' });
    await settled();
    const later = open(drafts);
    await settled();
    expect(later.getSnapshot().name).to.equal('listed');
  });

  it('opens no dialog after a reload when it was cancelled, when nothing was changed, or when the draft is no function', async () => {
    const drafts = memoryStore();
    const flow = open(drafts);
    await settled();
    flow.send({ type: 'function_opened' });
    const unchanged = open(drafts);
    flow.send({ type: 'function_chosen', choice: 'finance' });
    flow.send({ type: 'function_cancelled' });
    const cancelled = open(drafts);
    drafts.setItem('bdt:services', JSON.stringify({ membershipId: membership.membershipId, choice: 'king' }));
    const damaged = open(drafts);
    await settled();

    expect([unchanged, cancelled, damaged].map(({ getSnapshot }) => getSnapshot().name)).to.deep.equal(['listed', 'listed', 'listed']);
  });
});

describe('a page of services that stays open', () => {
  it('reads what changed while everything stays on the screen', async () => {
    const changed = { ...offer, missing: ['job_function' as const] };
    const flow = await listed([async () => [offer], async () => [changed]]);
    const names: string[] = [];
    flow.subscribe((state) => names.push(state.name));

    flow.send({ type: 'refreshed', quietly: true });
    await settled();

    expect(names).to.deep.equal(['listed', 'listed']);
    expect(flow.getSnapshot()).to.deep.include({ name: 'listed', offers: [changed] });
  });

  it('says nothing when a quiet refresh gets no answer, and can try again', async () => {
    const flow = await listed([async () => [offer], async () => Promise.reject(new UnreachableError()), async () => []]);

    flow.send({ type: 'refreshed', quietly: true });
    await settled();
    expect(flow.getSnapshot()).to.deep.include({ name: 'listed', offers: [offer], problem: undefined });

    flow.send({ type: 'refreshed', quietly: true });
    await settled();
    expect(flow.getSnapshot()).to.deep.include({ name: 'listed', offers: [] });
  });

  it('says that the session is over when a quiet refresh finds it so', async () => {
    const over = new RefusedError({ type: 'about:blank', title: 'Over', status: 401, code: 'session_required' });
    const flow = await listed([async () => [offer], async () => Promise.reject(over)]);

    flow.send({ type: 'refreshed', quietly: true });
    await settled();

    const state = flow.getSnapshot();
    expect(state.name === 'listed' && state.problem?.code).to.equal('session_required');
  });

  it('drops a quiet refresh when the person opens the dialog meanwhile', async () => {
    const flow = await listed([async () => [offer], async () => []]);

    flow.send({ type: 'refreshed', quietly: true });
    flow.send({ type: 'function_opened' });
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'choosing_function', offers: [offer] });
  });

  it('shows the structure chosen last when two are chosen in a row', async () => {
    const flow = await listed([async () => [offer], async () => [offer], async () => [offer]]);

    flow.send({ type: 'membership_chosen', membershipId: 'one' });
    flow.send({ type: 'membership_chosen', membershipId: membership.membershipId });
    await settled();

    const state = flow.getSnapshot();
    expect(state.name === 'listed' && state.current?.membershipId).to.equal(membership.membershipId);
  });
});
