import type { Failed, FlowDefinition } from '../flow.js';
import { keepPendingSignUp } from '../pending-sign-up.js';
import type { FlowProblem } from '../problem.js';
import { waitingSignUp, type WaitingSignUp } from '../waiting-sign-up.js';
import {
  judgeSignUp,
  judgeSignUpField,
  restoreSignUp,
  EMPTY_SIGN_UP,
  SIGN_UP_FIELDS,
  type SignUpErrors,
  type SignUpField,
  type SignUpValues,
} from './fields.js';

/** Texts that creating the account accepts. */
export interface SignUpOptions {
  /** Version of the terms of use that the page links to. */
  readonly termsVersion: string;
  /** Version of the note on personal data that the page links to. */
  readonly privacyVersion: string;
  /** Wording beside the box for commercial offers, as shown. */
  readonly offersWording: () => string;
}

export type SignUpState =
  | {
      readonly name: 'editing';
      readonly values: SignUpValues;
      readonly errors: SignUpErrors;
      /** Rises with each refused attempt: the summary shows, and the first wrong field gets the focus. */
      readonly attempts: number;
      readonly problem?: FlowProblem;
    }
  | { readonly name: 'submitting'; readonly values: SignUpValues; readonly attempts: number }
  | { readonly name: 'created'; readonly signUp: WaitingSignUp };

export type SignUpAction =
  | { readonly type: 'typed'; readonly values: Partial<SignUpValues> }
  | { readonly type: 'left'; readonly field: SignUpField }
  | { readonly type: 'submitted' }
  | { readonly type: 'created'; readonly signUp: WaitingSignUp }
  | { readonly type: 'restarted' }
  | Failed;

type Editing = Extract<SignUpState, { name: 'editing' }>;

function editing(values: SignUpValues): Editing {
  return { name: 'editing', values, errors: {}, attempts: 0 };
}

function withError(errors: SignUpErrors, field: SignUpField, issue: string | undefined): SignUpErrors {
  const { [field]: _old, ...others } = errors;
  return issue ? { ...others, [field]: issue } : others;
}

/** Once wrong, a field is judged again on each key; the confirmation follows the password too. */
function typed(state: Editing, change: Partial<SignUpValues>): Editing {
  const values = { ...state.values, ...change };
  let { errors } = state;
  for (const field of SIGN_UP_FIELDS) {
    const concerned = field in change || (field === 'confirmation' && 'password' in change);
    if (concerned && errors[field]) errors = withError(errors, field, judgeSignUpField(values, field));
  }
  return { ...state, values, errors };
}

function left(state: Editing, field: SignUpField): Editing {
  const untouched = state.values[field] === '';
  // Going through the form with the keyboard shouldn't paint it red; an empty field is judged on submit.
  const issue = untouched ? state.errors[field] : judgeSignUpField(state.values, field);
  return issue === state.errors[field] ? state : { ...state, errors: withError(state.errors, field, issue) };
}

function submitted(state: Editing): SignUpState {
  const errors = judgeSignUp(state.values);
  const attempts = state.attempts + 1;
  return Object.keys(errors).length
    ? { name: 'editing', values: state.values, errors, attempts }
    : { name: 'submitting', values: state.values, attempts };
}

/** Journey 1: creating one's personal space. */
export const signUpFlow: FlowDefinition<SignUpState, SignUpAction, SignUpOptions> = {
  name: 'sign-up',

  start: (_options, draft) => editing(restoreSignUp(draft)),

  next(state, action) {
    switch (action.type) {
      case 'typed':
        return state.name === 'editing' ? typed(state, action.values) : state;
      case 'left':
        return state.name === 'editing' ? left(state, action.field) : state;
      case 'submitted':
        return state.name === 'editing' ? submitted(state) : state;
      case 'created':
        return state.name === 'submitting' ? { name: 'created', signUp: action.signUp } : state;
      case 'restarted':
        return state.name === 'created' ? editing(EMPTY_SIGN_UP) : state;
      case 'failed':
        if (state.name !== 'submitting') return state;
        return { ...state, name: 'editing', errors: action.problem.fields ?? {}, problem: action.problem };
    }
  },

  work: {
    async submitting({ values }, { client, shared, signal, keyFor, locale, now }, options) {
      const { confirmation: _same, civility, sector, offers, ...person } = values;
      if (!civility || !sector) return undefined;
      const input = {
        ...person,
        civility,
        sector,
        offers: { accepted: offers, wording: options.offersWording() },
        terms: { termsVersion: options.termsVersion, privacyVersion: options.privacyVersion },
        locale: locale() === 'en' ? ('en' as const) : ('fr' as const),
      };
      const signUp = await client.signUps.create(input, { signal, idempotencyKey: keyFor(input) });
      if (signUp.secret) keepPendingSignUp(shared, { signUpId: signUp.signUpId, secret: signUp.secret });
      return { type: 'created', signUp: waitingSignUp(signUp, now()) };
    },
  },

  draft(state) {
    if (state.name === 'created') return undefined;
    const { password: _password, confirmation: _confirmation, ...rest } = state.values;
    return rest;
  },
};
