import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError, UnreachableError } from '../../../sdk/errors.js';
import { servicesFlow, startFlow } from '../../../sdk/flows/index.js';
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
