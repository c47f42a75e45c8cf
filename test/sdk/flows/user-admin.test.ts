import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError } from '../../../sdk/errors.js';
import { memoryStore, startFlow, userAdminFlow } from '../../../sdk/flows/index.js';
import { habilitation, membership, request } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

function refuse(code: string, more: object = {}): never {
  throw new RefusedError({ type: 'about:blank', title: code, status: 409, code, ...more });
}

describe('deciding on requests', () => {
  const administrator = { ...membership, role: 'administrator' as const, administration: 'active' as const };
  const page = <Item>(results: Item[]) => ({ results, total: results.length, page: 1, pageSize: 25 });

  async function listed(habilitations: Parameters<typeof scripted>[0]['habilitations'], waiting = [request]) {
    const left = [...waiting];
    const client = scripted({
      memberships: { list: async () => [administrator] },
      administration: { listRequests: async () => page([...left]), listUsers: async () => page([]) },
      habilitations: {
        ...habilitations,
        decide: async (...given) => {
          left.pop();
          return habilitations!.decide!(...given);
        },
      },
    });
    const flow = startFlow(userAdminFlow, { membershipId: undefined }, dependencies(client));
    await settled();
    return flow;
  }

  it('tells someone who is no administrator so', async () => {
    const client = scripted({ memberships: { list: async () => [membership] } });
    const flow = startFlow(userAdminFlow, { membershipId: undefined }, dependencies(client));
    await settled();

    expect(flow.getSnapshot().name).to.equal('not_administrator');
  });

  it('grants, says for whom, and shows what is left', async () => {
    const flow = await listed({ decide: async () => habilitation });

    flow.send({ type: 'granted', habilitationId: 'ha_1' });
    await settled();

    expect(flow.getSnapshot()).to.deep.include({
      name: 'listed',
      notice: { decision: 'grant', personName: 'Karim Belaïd', serviceName: 'Encours' },
    });
    expect(flow.getSnapshot()).to.have.nested.include({ 'requests.total': 0 });
  });

  it('wants a reason to refuse', async () => {
    const flow = await listed({ decide: async () => habilitation });

    flow.send({ type: 'refusal_opened', habilitationId: 'ha_1' });
    flow.send({ type: 'reason_typed', reason: '  ' });
    flow.send({ type: 'refusal_submitted' });

    expect(flow.getSnapshot()).to.include({ name: 'refusing', issue: 'reason_required' });
  });

  it('says who decided when another administrator was faster', async () => {
    const flow = await listed({ decide: async () => refuse('already_decided', { state: 'granted', decidedBy: 'Lise Aubry' }) });

    flow.send({ type: 'granted', habilitationId: 'ha_1' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({ name: 'listed', 'problem.decidedBy': 'Lise Aubry', 'requests.total': 0 });
  });

  it('takes up the refusal that was being written, after a reload and a session that was over', async () => {
    const drafts = memoryStore();
    let isOver = false;
    const client = scripted({
      memberships: { list: async () => (isOver ? refuse('session_required') : [administrator]) },
      administration: { listRequests: async () => page([request]), listUsers: async () => page([]) },
    });
    const open = () => startFlow(userAdminFlow, { membershipId: undefined }, dependencies(client, { drafts }));
    const before = open();
    await settled();
    before.send({ type: 'refusal_opened', habilitationId: 'ha_1' });
    before.send({ type: 'reason_typed', reason: 'Vous partez en mai.' });

    isOver = true;
    const after = open();
    await settled();
    expect(after.getSnapshot().name).to.equal('unavailable');
    isOver = false;
    after.send({ type: 'retried' });
    await settled();

    expect(after.getSnapshot()).to.include({ name: 'refusing', reason: 'Vous partez en mai.' });
    after.send({ type: 'refusal_cancelled' });
    const later = open();
    await settled();
    expect(later.getSnapshot().name).to.equal('listed');
  });

  it('finds the reason again for the same request, after closing the dialog, another decision and a reload', async () => {
    const other = { ...request, habilitation: { ...habilitation, habilitationId: 'ha_2' } };
    const waiting = [request, other];
    const client = scripted({
      memberships: { list: async () => [administrator] },
      administration: { listRequests: async () => page([...waiting]), listUsers: async () => page([]) },
      habilitations: { decide: async () => (waiting.pop(), habilitation) },
    });
    const drafts = memoryStore();
    const open = () => startFlow(userAdminFlow, { membershipId: undefined }, dependencies(client, { drafts }));
    const flow = open();
    await settled();
    flow.send({ type: 'refusal_opened', habilitationId: 'ha_1' });
    flow.send({ type: 'reason_typed', reason: 'Vous partez en mai.' });
    flow.send({ type: 'refusal_cancelled' });

    flow.send({ type: 'refusal_opened', habilitationId: 'ha_2' });
    expect(flow.getSnapshot()).to.include({ name: 'refusing', reason: '' });
    flow.send({ type: 'refusal_cancelled' });
    flow.send({ type: 'granted', habilitationId: 'ha_2' });
    await settled();

    const reloaded = open();
    await settled();
    for (const { send, getSnapshot } of [flow, reloaded]) {
      expect(getSnapshot().name).to.equal('listed');
      send({ type: 'refusal_opened', habilitationId: 'ha_1' });
      expect(getSnapshot()).to.include({ name: 'refusing', reason: 'Vous partez en mai.' });
    }

    flow.send({ type: 'refusal_submitted' });
    await settled();
    expect(flow.getSnapshot()).to.include({ name: 'listed', kept: undefined });
    expect(drafts.getItem('bdt:user-admin')).to.equal(null);
  });

  it('forgets a reason that is emptied', async () => {
    const flow = await listed({ decide: async () => habilitation });
    for (const reason of ['Vous partez en mai.', ' ']) {
      flow.send({ type: 'refusal_opened', habilitationId: 'ha_1' });
      flow.send({ type: 'reason_typed', reason });
      flow.send({ type: 'refusal_cancelled' });
    }

    expect(flow.getSnapshot()).to.include({ name: 'listed', kept: undefined });
  });

  it('locks one’s own request', async () => {
    const own = { ...request, user: { ...request.user, isSelf: true } };
    const flow = await listed({ decide: async () => habilitation }, [own]);

    flow.send({ type: 'granted', habilitationId: 'ha_1' });

    expect(flow.getSnapshot().name).to.equal('listed');
  });
});
