import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError, UnreachableError } from '../../../sdk/errors.js';
import { signUpFlow, startFlow, structurePickerFlow, toFlowProblem, type SignUpOptions } from '../../../sdk/flows/index.js';
import { dependencies, scripted, settled } from './support.js';

const options: SignUpOptions = { termsVersion: '1', privacyVersion: '1', offersWording: () => 'Offres' };

const person = {
  civility: 'mrs',
  firstName: 'Odile',
  lastName: 'Garnier',
  email: 'odile@exemple.fr',
  password: 'Chemin-Creux7',
  confirmation: 'Chemin-Creux7',
  sector: 'local_authorities',
} as const;

const page = { results: [], total: 0, page: 1, pageSize: 25 };

describe('a journey under way', () => {
  it('works in a page that came over plain http, where crypto has no randomUUID', async () => {
    const keys: (string | undefined)[] = [];
    const client = scripted({
      signUps: {
        create: async (_input, call) => {
          keys.push(call?.idempotencyKey);
          throw new UnreachableError();
        },
      },
    });
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const flow = startFlow(signUpFlow, options, dependencies(client));
      flow.send({ type: 'typed', values: person });
      flow.send({ type: 'submitted' });
      await settled();
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }

    expect(keys).to.have.length(1);
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
  });

  it('sends the same key again after a lost answer, so that the account is asked for once', async () => {
    const keys: (string | undefined)[] = [];
    const client = scripted({
      signUps: {
        create: async (_input, call) => {
          keys.push(call?.idempotencyKey);
          throw new UnreachableError();
        },
      },
    });
    const flow = startFlow(signUpFlow, options, dependencies(client));
    flow.send({ type: 'typed', values: person });

    flow.send({ type: 'submitted' });
    await settled();
    flow.send({ type: 'submitted' });
    await settled();

    expect(keys).to.have.length(2);
    expect(keys[0]).to.be.a('string').and.equal(keys[1]);
  });

  it('sends another key once the person has changed something', async () => {
    const keys = new Set<string | undefined>();
    const client = scripted({
      signUps: {
        create: async (_input, call) => {
          keys.add(call?.idempotencyKey);
          throw new UnreachableError();
        },
      },
    });
    const flow = startFlow(signUpFlow, options, dependencies(client));
    flow.send({ type: 'typed', values: person });
    flow.send({ type: 'submitted' });
    await settled();

    flow.send({ type: 'typed', values: { firstName: 'Odette' } });
    flow.send({ type: 'submitted' });
    await settled();

    expect(keys.size).to.equal(2);
  });

  it('sends once when the button is clicked twice', async () => {
    let calls = 0;
    const client = scripted({
      signUps: {
        create: () => {
          calls += 1;
          return new Promise(() => {});
        },
      },
    });
    const flow = startFlow(signUpFlow, options, dependencies(client));
    flow.send({ type: 'typed', values: person });

    flow.send({ type: 'submitted' });
    flow.send({ type: 'submitted' });

    expect(calls).to.equal(1);
  });

  it('shows what was searched last, whatever order the answers come in', async () => {
    const answers = new Map<string, (found: typeof page) => void>();
    const client = scripted({ structures: { search: (query) => new Promise((resolve) => answers.set(query, resolve)) } });
    const flow = startFlow(structurePickerFlow, { attach: true }, dependencies(client));
    flow.send({ type: 'typed', query: 'eus' });
    flow.send({ type: 'submitted' });
    answers.get('eus')?.(page);
    await settled();
    flow.send({ type: 'typed', query: 'prades' });
    flow.send({ type: 'submitted' });

    answers.get('eus')?.(page);
    answers.get('prades')?.({ ...page, total: 3 });
    await settled();

    expect(flow.getSnapshot()).to.deep.include({ name: 'found', searched: 'prades' });
  });

  it('takes up after a reload what was typed, but no password', () => {
    const kept = dependencies(scripted({}));
    startFlow(signUpFlow, options, kept).send({ type: 'typed', values: person });

    const again = startFlow(signUpFlow, options, kept).getSnapshot();

    expect(again).to.have.nested.include({ 'values.lastName': 'Garnier', 'values.password': '', 'values.confirmation': '' });
    expect(JSON.stringify(kept.drafts.getItem('bdt:sign-up'))).not.to.include('Chemin');
  });

  it('goes on when the browser refuses to store anything', () => {
    const refuse = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    const drafts = { getItem: refuse, setItem: refuse, removeItem: refuse };
    const flow = startFlow(signUpFlow, options, dependencies(scripted({}), { drafts }));

    flow.send({ type: 'typed', values: { firstName: 'Odile' } });

    expect(flow.getSnapshot()).to.have.nested.include({ 'values.firstName': 'Odile' });
  });

  it('ignores a draft that is damaged', () => {
    const kept = dependencies(scripted({}));
    kept.drafts.setItem('bdt:sign-up', '{"civility":7,"firstName":["x"],"sector":"casino"');

    const state = startFlow(signUpFlow, options, kept).getSnapshot();

    expect(state).to.have.nested.include({ 'values.firstName': '', 'values.sector': '' });
  });

  it('ends its work when it is put away', async () => {
    let aborted = false;
    const client = scripted({
      structures: {
        search: (_query, _page, call) =>
          new Promise((_resolve, reject) => {
            call?.signal?.addEventListener('abort', () => {
              aborted = true;
              reject(call.signal?.reason);
            });
          }),
      },
    });
    const flow = startFlow(structurePickerFlow, { attach: true }, dependencies(client));
    flow.send({ type: 'typed', query: 'eus' });
    flow.send({ type: 'submitted' });

    flow.dispose();
    await settled();

    expect(aborted).to.equal(true);
    expect(flow.getSnapshot().name).to.equal('searching');
  });
});

describe('a problem on the screen', () => {
  it('ties a refusal to the fields that the person sees', () => {
    const refused = new RefusedError({
      type: 'about:blank',
      title: 'fields_invalid',
      status: 422,
      code: 'fields_invalid',
      errors: [{ pointer: '/email', code: 'email_invalid' }],
    });

    expect(toFlowProblem(refused)).to.deep.include({ code: 'fields_invalid', fields: { email: 'email_invalid' } });
  });

  it('says "unexpected" of a fault of ours, without its words', () => {
    expect(toFlowProblem(new TypeError('secret detail'))).to.deep.equal({ code: 'unexpected' });
  });
});
