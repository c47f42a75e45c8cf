import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RefusedError } from '../../../sdk/errors.js';
import { codeConfirmFlow, forgetPendingSignUp, keepPendingSignUp, readPendingSignUp, startFlow, waitingSignUp } from '../../../sdk/flows/index.js';
import { pending } from './fixtures.js';
import { dependencies, scripted, settled } from './support.js';

const handle = { signUpId: 'su_1', secret: 's'.repeat(22) };

function refuse(code: string, more: object = {}): never {
  throw new RefusedError({ type: 'about:blank', title: code, status: 422, code, ...more });
}

async function begun(signUps: Parameters<typeof scripted>[0]['signUps']) {
  const kept = dependencies(scripted({ signUps: { read: async () => pending, ...signUps } }));
  keepPendingSignUp(kept.shared, handle);
  const flow = startFlow(codeConfirmFlow, undefined, kept);
  await settled();
  return { flow, kept };
}

describe('code confirmation', () => {
  it('says so when no sign-up waits in this browser', async () => {
    const flow = startFlow(codeConfirmFlow, undefined, dependencies(scripted({})));
    await settled();

    expect(flow.getSnapshot().name).to.equal('missing');
  });

  it('says so to a tab whose sign-up was ended in another', async () => {
    const { flow, kept } = await begun({});
    forgetPendingSignUp(kept.shared);

    flow.send({ type: 'typed', code: '4017' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'gone', reason: 'elsewhere' });
  });

  it('knows after a reload where the code went and when another may be asked for', async () => {
    const { flow } = await begun({});

    expect(flow.getSnapshot()).to.deep.include({ name: 'entering', code: '' });
    expect(flow.getSnapshot()).to.have.nested.include({ 'signUp.email': 'odile@exemple.fr', 'signUp.resendAt': 60_000 });
  });

  it('takes up a sign-up that is begun afterwards, where none waited, and where one has ended', async () => {
    const kept = dependencies(scripted({ signUps: { read: async () => pending } }));
    const flow = startFlow(codeConfirmFlow, undefined, kept);
    await settled();
    expect(flow.getSnapshot().name).to.equal('missing');
    keepPendingSignUp(kept.shared, handle);
    flow.send({ type: 'retried' });
    await settled();
    expect(flow.getSnapshot().name).to.equal('entering');

    expect(codeConfirmFlow.next({ name: 'gone', reason: 'expired' }, { type: 'retried' }).name).to.equal('loading');
    expect(codeConfirmFlow.next({ name: 'confirmed', loginId: 'odil417' }, { type: 'retried' }).name).to.equal('loading');
  });

  it('leaves the work under way when it hears of a sign-up meanwhile', async () => {
    const { flow } = await begun({ confirm: () => new Promise(() => {}) });
    flow.send({ type: 'typed', code: '4017' });
    flow.send({ type: 'submitted' });
    flow.send({ type: 'retried' });

    expect(flow.getSnapshot()).to.include({ name: 'checking', code: '4017' });
  });

  for (const [noCode, answer] of [
    [undefined, { codeExpiresIn: 600, resendIn: 60, mailsLeft: 2 }],
    ['too_soon', { codeExpiresIn: 0, resendIn: 45, mailsLeft: 2 }],
    ['too_many', { codeExpiresIn: 0, resendIn: 80_000, mailsLeft: 0 }],
    ['lapsed', { codeExpiresIn: 0, resendIn: 0, mailsLeft: 1 }],
  ] as const) {
    it(`knows whether a code is in force, and why not: ${noCode ?? 'it is'}`, () => {
      expect(waitingSignUp({ ...pending, ...answer }, 1000)).to.include({ noCode, resendAt: 1000 + answer.resendIn * 1000 });
    });
  }

  it('keeps a corrected address that was not sent, through Escape, a new code and a reload', async () => {
    const { flow, kept } = await begun({ resendCode: async () => pending });
    flow.send({ type: 'correction_opened' });
    flow.send({ type: 'email_typed', email: 'odile@mairie.exemple.fr' });

    const reloaded = startFlow(codeConfirmFlow, undefined, kept);
    await settled();
    expect(reloaded.getSnapshot()).to.include({ name: 'correcting', email: 'odile@mairie.exemple.fr' });

    flow.send({ type: 'correction_cancelled' });
    flow.send({ type: 'resend_asked' });
    await settled();
    const later = startFlow(codeConfirmFlow, undefined, kept);
    await settled();
    for (const { send, getSnapshot } of [flow, later]) {
      expect(getSnapshot().name).to.equal('entering');
      send({ type: 'correction_opened' });
      expect(getSnapshot()).to.include({ name: 'correcting', email: 'odile@mairie.exemple.fr' });
    }
  });

  it('forgets a corrected address once it is sent, and with another sign-up', async () => {
    const { flow, kept } = await begun({ correctEmail: async (_handle, email) => ({ ...pending, email }) });
    flow.send({ type: 'correction_opened' });
    flow.send({ type: 'email_typed', email: 'odile@mairie.exemple.fr' });
    const other = scripted({ signUps: { read: async () => ({ ...pending, signUpId: 'su_2' }) } });
    const elsewhere = startFlow(codeConfirmFlow, undefined, { ...kept, client: other });
    await settled();
    expect(elsewhere.getSnapshot()).to.include({ name: 'entering', correction: undefined });

    flow.send({ type: 'correction_submitted' });
    await settled();
    expect(flow.getSnapshot()).to.include({ name: 'entering', correction: undefined });
    expect(kept.drafts.getItem('bdt:code-confirm')).to.equal(null);
  });

  it('reads the code out of a whole pasted sentence', async () => {
    const sent: string[] = [];
    const { flow } = await begun({
      confirm: async (_handle, code) => {
        sent.push(code);
        return { loginId: 'odil417' };
      },
    });

    flow.send({ type: 'typed', code: 'Voici le code à saisir : 40 17.' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(sent).to.deep.equal(['4017']);
    expect(flow.getSnapshot()).to.deep.equal({ name: 'confirmed', loginId: 'odil417' });
  });

  it('asks for the missing digits without spending a try', async () => {
    const { flow } = await begun({});

    flow.send({ type: 'typed', code: '401' });
    flow.send({ type: 'submitted' });

    expect(flow.getSnapshot()).to.include({ name: 'entering', issue: 'code_incomplete', code: '401' });
  });

  it('keeps the digits of a wrong code, and says how many tries are left', async () => {
    const { flow } = await begun({ confirm: async () => refuse('code_wrong', { triesLeft: 4 }) });

    flow.send({ type: 'typed', code: '1111' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.have.nested.include({ code: '1111', 'signUp.triesLeft': 4, 'problem.code': 'code_wrong' });
  });

  it('shows the identifier when the first answer was lost', async () => {
    let confirmed = false;
    const { flow } = await begun({
      read: async () => (confirmed ? { ...pending, state: 'confirmed' as const, loginId: 'odil417' } : pending),
      confirm: async () => {
        confirmed = true;
        return refuse('sign_up_confirmed');
      },
    });

    flow.send({ type: 'typed', code: '4017' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'confirmed', loginId: 'odil417' });
  });

  it('shows the identifier again after a reload, and no longer holds the sign-up’s secret', async () => {
    const { flow, kept } = await begun({ confirm: async () => ({ loginId: 'odil417' }) });
    flow.send({ type: 'typed', code: '4017' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(startFlow(codeConfirmFlow, undefined, kept).getSnapshot()).to.deep.equal({ name: 'confirmed', loginId: 'odil417' });
    expect(readPendingSignUp(kept.shared)).to.equal(undefined);
  });

  it('corrects the address, keeping the screen when the new one is wrong', async () => {
    const { flow } = await begun({ correctEmail: async (_handle, email) => ({ ...pending, email }) });

    flow.send({ type: 'correction_opened' });
    flow.send({ type: 'email_typed', email: 'odile@' });
    flow.send({ type: 'correction_submitted' });
    expect(flow.getSnapshot()).to.include({ name: 'correcting', email: 'odile@', issue: 'email_invalid' });

    flow.send({ type: 'email_typed', email: 'odile@mairie.exemple.fr' });
    flow.send({ type: 'correction_submitted' });
    await settled();
    expect(flow.getSnapshot()).to.include({ name: 'entering', notice: 'email_corrected' });
    expect(flow.getSnapshot()).to.have.nested.include({ 'signUp.email': 'odile@mairie.exemple.fr' });
  });

  it('leads back to signing up when the sign-up has lapsed', async () => {
    const { flow } = await begun({ confirm: async () => refuse('sign_up_expired') });

    flow.send({ type: 'typed', code: '4017' });
    flow.send({ type: 'submitted' });
    await settled();

    expect(flow.getSnapshot()).to.deep.equal({ name: 'gone', reason: 'expired' });
  });
});
