import type { Account } from '../../contract/session.js';
import type { Failed, FlowDefinition } from '../flow.js';
import { keepPendingSignUp } from '../pending-sign-up.js';
import type { FlowProblem } from '../problem.js';
import { readJson, writeJson } from '../storage.js';

/** Says that this browser signed in, so that a first visit asks the backend nothing. No secret. */
const SIGNED_IN = 'signed-in';

export interface SignInValues {
  /** Identifier or e-mail, as typed. */
  readonly login: string;
  readonly password: string;
}

export type SignInErrors = Readonly<Partial<Record<keyof SignInValues, string>>>;

export type SignInState =
  | {
      readonly name: 'entering';
      readonly values: SignInValues;
      readonly errors: SignInErrors;
      readonly attempts: number;
      readonly problem?: FlowProblem;
      readonly notice?: 'signed_out';
    }
  /** The form can be used meanwhile: whether a session goes on is being asked. */
  | { readonly name: 'resuming'; readonly values: SignInValues }
  | { readonly name: 'signing_in'; readonly values: SignInValues; readonly attempts: number }
  | { readonly name: 'signed_in'; readonly account: Account; readonly resumed: boolean; readonly problem?: FlowProblem }
  /** The password is right, and the sign-up waits for its code. */
  | { readonly name: 'unconfirmed'; readonly email: string }
  | { readonly name: 'signing_out'; readonly account: Account };

export type SignInAction =
  | { readonly type: 'typed'; readonly values: Partial<SignInValues> }
  | { readonly type: 'submitted' }
  | { readonly type: 'resumed'; readonly account: Account }
  | { readonly type: 'not_resumed' }
  | { readonly type: 'accepted'; readonly account: Account }
  | { readonly type: 'unconfirmed'; readonly email: string }
  | { readonly type: 'sign_out_asked' }
  | { readonly type: 'signed_out' }
  | { readonly type: 'restarted' }
  | Failed;

type Entering = Extract<SignInState, { name: 'entering' }>;

const EMPTY: SignInValues = { login: '', password: '' };

function entering(values: SignInValues): Entering {
  return { name: 'entering', values, errors: {}, attempts: 0 };
}

function judge({ login, password }: SignInValues): SignInErrors {
  return {
    ...(!login.trim() && { login: 'login_required' }),
    ...(!password && { password: 'password_required' }),
  };
}

function typed(state: SignInState, change: Partial<SignInValues>): SignInState {
  if (state.name === 'resuming') return entering({ ...state.values, ...change });
  if (state.name !== 'entering') return state;
  const values = { ...state.values, ...change };
  const errors = Object.keys(state.errors).length ? judge(values) : state.errors;
  return { ...state, values, errors, notice: undefined };
}

function submitted(state: SignInState): SignInState {
  if (state.name !== 'entering' && state.name !== 'resuming') return state;
  const errors = judge(state.values);
  const attempts = (state.name === 'entering' ? state.attempts : 0) + 1;
  return Object.keys(errors).length
    ? { name: 'entering', values: state.values, errors, attempts }
    : { name: 'signing_in', values: state.values, attempts };
}

/** Journey 3: signing in and out. */
export const signInFlow: FlowDefinition<SignInState, SignInAction, undefined> = {
  name: 'sign-in',

  start(_options, draft, { shared }) {
    const login = (draft as { login?: unknown } | undefined)?.login;
    const values = { ...EMPTY, login: typeof login === 'string' ? login : '' };
    return readJson(shared, SIGNED_IN) === true ? { name: 'resuming', values } : entering(values);
  },

  next(state, action) {
    switch (action.type) {
      case 'typed':
        return typed(state, action.values);
      case 'submitted':
        return submitted(state);
      case 'resumed':
        return state.name === 'resuming' ? { name: 'signed_in', account: action.account, resumed: true } : state;
      case 'not_resumed':
        return state.name === 'resuming' ? entering(state.values) : state;
      case 'accepted':
        return state.name === 'signing_in' ? { name: 'signed_in', account: action.account, resumed: false } : state;
      case 'unconfirmed':
        return state.name === 'signing_in' ? { name: 'unconfirmed', email: action.email } : state;
      case 'sign_out_asked':
        return state.name === 'signed_in' ? { name: 'signing_out', account: state.account } : state;
      case 'signed_out':
        if (state.name !== 'signing_out') return state;
        return { ...entering(EMPTY), notice: 'signed_out' };
      case 'restarted':
        return state.name === 'unconfirmed' ? entering(EMPTY) : state;
      case 'failed':
        if (state.name === 'resuming') return entering(state.values);
        if (state.name === 'signing_out') return { name: 'signed_in', account: state.account, resumed: true, problem: action.problem };
        if (state.name !== 'signing_in') return state;
        return { ...state, name: 'entering', errors: action.problem.fields ?? {}, problem: action.problem };
    }
  },

  work: {
    async resuming(_state, { client, shared, signal }) {
      try {
        const { account } = await client.sessions.read({ signal });
        return { type: 'resumed', account };
      } catch (error) {
        if ((error as { code?: unknown }).code === 'session_required') writeJson(shared, SIGNED_IN, undefined);
        return { type: 'not_resumed' };
      }
    },

    async signing_in({ values }, { client, shared, signal }) {
      try {
        const { account } = await client.sessions.signIn({ login: values.login.trim(), password: values.password }, { signal });
        writeJson(shared, SIGNED_IN, true);
        return { type: 'accepted', account };
      } catch (error) {
        const signUp = (error as { problem?: FlowProblem }).problem?.signUp;
        if (!signUp?.secret) throw error;
        keepPendingSignUp(shared, { signUpId: signUp.signUpId, secret: signUp.secret });
        return { type: 'unconfirmed', email: signUp.email };
      }
    },

    async signing_out(_state, { client, shared, signal }) {
      await client.sessions.signOut({ signal });
      writeJson(shared, SIGNED_IN, undefined);
      return { type: 'signed_out' };
    },
  },

  draft: (state) => ('values' in state && state.values.login ? { login: state.values.login } : undefined),
};
