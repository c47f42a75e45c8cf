import { describe, it } from 'node:test';
import { expect } from 'chai';
import { UnreachableError } from '../../../sdk/errors.js';
import { servicesFlow, startFlow, structurePickerFlow } from '../../../sdk/flows/index.js';
import { eus, membership, offer } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

const details = { ...eus, createdOn: null, activity: null, sign: null };
const found = { results: [eus, { ...eus, siret: '21660074200022', closed: true }], total: 2, page: 1, pageSize: 25 };

async function searched(more: Parameters<typeof scripted>[0] = {}, attach = true) {
  const client = scripted({ ...more, structures: { search: async () => found, read: async () => details, ...more.structures } });
  const flow = startFlow(structurePickerFlow, { attach }, dependencies(client));
  flow.send({ type: 'typed', query: "commune d'eus" });
  flow.send({ type: 'submitted' });
  await settled();
  return flow;
}

describe('choosing a structure', () => {
  it('asks for a word before it searches', () => {
    const flow = startFlow(structurePickerFlow, { attach: true }, dependencies(scripted({})));

    flow.send({ type: 'typed', query: '   ' });
    flow.send({ type: 'submitted' });

    expect(flow.getSnapshot()).to.include({ name: 'asking', issue: 'query_required' });
  });

  it('does not let a closed establishment be chosen', async () => {
    const flow = await searched();

    flow.send({ type: 'structure_chosen', siret: '21660074200022' });

    expect(flow.getSnapshot().name).to.equal('found');
  });

  it('shows the details for a last check, and gives the results back', async () => {
    const flow = await searched();

    flow.send({ type: 'structure_chosen', siret: eus.siret });
    await settled();
    expect(flow.getSnapshot()).to.deep.include({ name: 'checking_details', structure: details });

    flow.send({ type: 'back' });
    expect(flow.getSnapshot()).to.deep.include({ name: 'found', found });
  });

  it('attaches the person once they validate', async () => {
    const flow = await searched({ memberships: { create: async () => membership } });
    flow.send({ type: 'structure_chosen', siret: eus.siret });
    await settled();

    flow.send({ type: 'validated' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'attached', structure: details, membership });
  });

  it('only chooses, without asking for a session, on a page that wants no more', async () => {
    const flow = await searched({}, false);
    flow.send({ type: 'structure_chosen', siret: eus.siret });
    await settled();

    flow.send({ type: 'validated' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'chosen', structure: details });
  });

  it('keeps the words when the directory does not answer', async () => {
    const flow = await searched({
      structures: {
        search: async () => {
          throw new UnreachableError();
        },
      },
    });

    expect(flow.getSnapshot()).to.deep.include({ name: 'asking', query: "commune d'eus", problem: { code: 'unreachable' } });
  });
});

describe('the services', () => {
  const undefinedFunction = { ...membership, jobFunction: null };
  const missing = { ...offer, missing: ['job_function' as const] };

  it('shows the catalogue to someone who has no structure yet', async () => {
    const client = scripted({
      memberships: { list: async () => [] },
      services: { list: async () => [{ ...offer, missing: ['membership' as const] }] },
    });
    const flow = startFlow(servicesFlow, { membershipId: undefined }, dependencies(client));
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'listed', current: undefined });
  });

  it('sets the function in place, and shows what it opens', async () => {
    let saved = false;
    const client = scripted({
      memberships: {
        list: async () => [undefinedFunction],
        update: async () => {
          saved = true;
          return membership;
        },
      },
      services: { list: async () => [saved ? offer : missing] },
    });
    const flow = startFlow(servicesFlow, { membershipId: undefined }, dependencies(client));
    await settled();

    flow.send({ type: 'function_opened' });
    flow.send({ type: 'function_submitted' });
    expect(flow.getSnapshot()).to.include({ name: 'choosing_function', issue: 'job_function_required' });

    flow.send({ type: 'function_chosen', choice: 'secretary_general' });
    flow.send({ type: 'function_submitted' });
    await settled();
    expect(flow.getSnapshot()).to.deep.include({ name: 'listed', notice: 'function_saved', offers: [offer] });
  });
});
