import { describe, it } from 'node:test';
import { expect } from 'chai';
import { signUpFlow, waitingSignUp, type SignUpAction, type SignUpState } from '../../../sdk/flows/index.js';
import { pending } from './fixtures.js';
import { dependencies, scripted } from './support.js';

const { next } = signUpFlow;

function begin(): SignUpState {
  return signUpFlow.start(
    { termsVersion: '1', privacyVersion: '1', offersWording: () => '' },
    undefined,
    dependencies(scripted({})),
  );
}

function after(...actions: SignUpAction[]): SignUpState {
  return actions.reduce(next, begin());
}

const complete: SignUpAction = {
  type: 'typed',
  values: {
    civility: 'mr',
    firstName: 'Jean-Noël',
    lastName: "N'Guyen",
    email: 'jn@mairie.exemple.fr',
    password: 'Sous les tilleuls 9',
    confirmation: 'Sous les tilleuls 9',
    sector: 'social_housing',
  },
};

describe('sign-up', () => {
  it('leaves a field in peace while it is typed for the first time', () => {
    expect(after({ type: 'typed', values: { email: 'jn@' } })).to.deep.include({ errors: {} });
  });

  it('judges a field when it is left', () => {
    const state = after({ type: 'typed', values: { email: 'jn@' } }, { type: 'left', field: 'email' });

    expect(state).to.deep.include({ errors: { email: 'email_invalid' } });
  });

  it('does not blame someone who only passes through an empty field', () => {
    expect(after({ type: 'left', field: 'lastName' })).to.deep.include({ errors: {} });
  });

  it('takes the error back on the key that puts it right', () => {
    const wrong = after({ type: 'typed', values: { email: 'jn@' } }, { type: 'left', field: 'email' });

    expect(next(wrong, { type: 'typed', values: { email: 'jn@exemple.fr' } })).to.deep.include({ errors: {} });
  });

  it('judges the confirmation again when the password changes', () => {
    const different = after(
      { type: 'typed', values: { password: 'Tilleul-99', confirmation: 'Tilleul-98' } },
      { type: 'left', field: 'confirmation' },
    );
    expect(different).to.deep.include({ errors: { confirmation: 'confirmation_different' } });

    expect(next(different, { type: 'typed', values: { password: 'Tilleul-98' } })).to.deep.include({ errors: {} });
  });

  it('names every missing field on submit', () => {
    const state = after({ type: 'submitted' });

    expect(state.name === 'editing' && Object.keys(state.errors)).to.deep.equal([
      'civility',
      'firstName',
      'lastName',
      'email',
      'password',
      'confirmation',
      'sector',
    ]);
    expect(state).to.include({ attempts: 1 });
  });

  it('refuses a name with digits and a password with the name in it', () => {
    const state = after(
      complete,
      { type: 'typed', values: { firstName: 'R2D2', password: "N'Guyen-2026", confirmation: "N'Guyen-2026" } },
      { type: 'submitted' },
    );

    expect(state).to.deep.include({ errors: { firstName: 'name_invalid', password: 'password_personal' } });
  });

  it('keeps everything typed, password included, when the backend refuses', () => {
    const state = after(complete, { type: 'submitted' }, { type: 'failed', problem: { code: 'unreachable' } });

    expect(state).to.have.nested.include({ 'values.password': 'Sous les tilleuls 9', 'problem.code': 'unreachable' });
  });

  it('shows the backend’s judgement beside the field', () => {
    const problem = { code: 'fields_invalid', fields: { password: 'password_common' } };

    const state = after(complete, { type: 'submitted' }, { type: 'failed', problem });

    expect(state).to.deep.include({ errors: { password: 'password_common' } });
  });

  it('forgets the draft once the account is asked for', () => {
    const created = after(complete, { type: 'submitted' }, { type: 'created', signUp: waitingSignUp(pending, 0) });

    expect(created.name).to.equal('created');
    expect(signUpFlow.draft?.(created)).to.equal(undefined);
  });
});
