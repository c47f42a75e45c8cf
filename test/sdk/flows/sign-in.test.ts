import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError, UnreachableError } from '../../../sdk/errors.js';
import { readPendingSignUp, signInFlow, startFlow } from '../../../sdk/flows/index.js';
import { account } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

const session = { account, idleExpiresIn: 1800, expiresIn: 43_200 };

function refuse(code: string, more: object = {}): never {
  throw new RefusedError({ type: 'about:blank', title: code, status: 401, code, ...more });
}

describe('sign-in', () => {
  it('asks the backend nothing on a first visit', () => {
    const flow = startFlow(signInFlow, undefined, dependencies(scripted({})));

    expect(flow.getSnapshot().name).to.equal('entering');
  });

  it('asks for both fields before it asks the backend', () => {
    const flow = startFlow(signInFlow, undefined, dependencies(scripted({})));

    flow.send({ type: 'submitted' });

    expect(flow.getSnapshot()).to.deep.include({ errors: { login: 'login_required', password: 'password_required' } });
  });

  it('keeps what was typed when the password is wrong', async () => {
    const client = scripted({ sessions: { signIn: async () => refuse('credentials_wrong') } });
    const flow = startFlow(signInFlow, undefined, dependencies(client));
    flow.send({ type: 'typed', values: { login: 'odil417', password: 'Fausse-1' } });

    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({
      'values.login': 'odil417',
      'values.password': 'Fausse-1',
      'problem.code': 'credentials_wrong',
    });
  });

  it('leads someone who has not confirmed yet to their code', async () => {
    const signUp = { signUpId: 'su_2', secret: 'x'.repeat(22), email: 'odile@exemple.fr' };
    const client = scripted({ sessions: { signIn: async () => refuse('not_confirmed', { signUp }) } });
    const kept = dependencies(client);
    const flow = startFlow(signInFlow, undefined, kept);
    flow.send({ type: 'typed', values: { login: 'odile@exemple.fr', password: 'Tilleul-99' } });

    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'unconfirmed', email: 'odile@exemple.fr' });
    expect(readPendingSignUp(kept.shared)).to.deep.include({ signUpId: 'su_2' });
  });

  it('finds the person signed in after a reload, and signs them out', async () => {
    const client = scripted({
      sessions: { signIn: async () => session, read: async () => session, signOut: async () => {} },
    });
    const kept = dependencies(client);
    const first = startFlow(signInFlow, undefined, kept);
    first.send({ type: 'typed', values: { login: 'odil417', password: 'Tilleul-99' } });
    first.send({ type: 'submitted' });
    await settled();
    expect(first.getSnapshot()).to.deep.include({ name: 'signed_in', resumed: false });

    const second = startFlow(signInFlow, undefined, kept);
    await settled();
    expect(second.getSnapshot()).to.deep.include({ name: 'signed_in', resumed: true });

    second.send({ type: 'sign_out_asked' });
    await settled();
    expect(second.getSnapshot()).to.include({ name: 'entering', notice: 'signed_out' });
    expect(startFlow(signInFlow, undefined, kept).getSnapshot().name).to.equal('entering');
  });

  it('says so when signing out did not reach the backend, since the session goes on', async () => {
    const client = scripted({
      sessions: {
        signIn: async () => session,
        signOut: async () => {
          throw new UnreachableError();
        },
      },
    });
    const flow = startFlow(signInFlow, undefined, dependencies(client));
    flow.send({ type: 'typed', values: { login: 'odil417', password: 'Tilleul-99' } });
    flow.send({ type: 'submitted' });
    await settled();

    flow.send({ type: 'sign_out_asked' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({ name: 'signed_in', 'problem.code': 'unreachable' });
  });

  it('never keeps the password in a draft', async () => {
    const kept = dependencies(scripted({}));
    const flow = startFlow(signInFlow, undefined, kept);

    flow.send({ type: 'typed', values: { login: 'odil417', password: 'Tilleul-99' } });

    expect(kept.drafts.getItem('bdt:sign-in')).to.equal('{"login":"odil417"}');
  });
});
