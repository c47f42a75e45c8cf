import { html, nothing, type TemplateResult } from 'lit';
import type { AdminActivationState } from '../../../sdk/flows/admin-activation/admin-activation.js';
import type { FlowProblem } from '../../../sdk/flows/problem.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { codeForm } from './code-form.js';
import { giveUp } from './give-up.js';
import { missing } from './missing.js';
import { concernsCode } from './of-the-code.js';
import { request } from './request.js';

/** States with an open claim on the screen. */
export type Open = Extract<AdminActivationState, { readonly handedOver: boolean }>;
/** Those whose form can be filled in. */
export type Shown = Extract<Open, { readonly errors: object }>;

type Own = Catalogue['adminActivation'];

export interface OpenOptions {
  readonly own: Own;
  readonly common: Catalogue['common'];
  readonly locale: string;
  readonly state: Open;
  /** The sentence for a problem. */
  readonly say: (problem: FlowProblem) => string;
  /** A problem as an alert; nothing when there is none. */
  readonly alert: (problem: FlowProblem | undefined) => unknown;
  /** Where a screen reader is spoken to. */
  readonly status: TemplateResult;
  readonly onRefresh: () => void;
  readonly onCode: (event: Event) => void;
  readonly onHandedOver: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onResend: () => void;
  readonly onGiveUp: () => void;
  readonly onGiveUpConfirmed: () => void;
  readonly onGiveUpDeclined: () => void;
}

function inWords({ issues }: Own, code: string | undefined): string | undefined {
  return code && (issues[code as keyof Own['issues']] ?? issues.activation_code_invalid);
}

/** What is wrong in the form: at each field, and above all of them. */
function wrongIn({ own, state, say, alert }: OpenOptions) {
  const { problem, errors } = 'errors' in state ? state : { problem: undefined, errors: {} };
  const ofTheCode = concernsCode(problem);
  return {
    handedOverError: inWords(own, errors.handedOver),
    codeError: inWords(own, errors.code) ?? (ofTheCode ? say(problem) : undefined),
    summary: Object.keys(errors).length > 0,
    problem: ofTheCode ? nothing : alert(problem),
  };
}

function notice(own: Own): TemplateResult {
  return html`<div class="alert success-tone" part="notice" id="notice" tabindex="-1">
    <strong>${own.resent}</strong>
    <p>${own.resentWhy}</p>
  </div>`;
}

/** The letter on its way, and the form for its code. */
export function open(options: OpenOptions): TemplateResult {
  const { own, common, locale, state, alert, status } = options;
  const { claim, resendAt, code, handedOver } = state;
  const requesting = state.name === 'requesting_letter';
  const activating = state.name === 'activating';
  const { onRefresh, onCode, onHandedOver, onSubmit, onResend, onGiveUp } = options;
  return html`${'notice' in state && state.notice ? notice(own) : nothing}
    ${request({ own, locale, claim, busy: state.name !== 'waiting', onRefresh })}
    ${codeForm({
      own,
      common,
      code,
      handedOver,
      triesLeft: claim.letter.triesLeft,
      ...wrongIn(options),
      activating,
      busy: requesting,
      onCode,
      onHandedOver,
      onSubmit,
    })}
    ${missing({ own, locale, claim, resendAt, requesting, busy: activating, onResend, onGiveUp })}
    ${state.name === 'confirming_cancel' || state.name === 'cancelling'
      ? giveUp({
          own,
          common,
          structureName: claim.structure.name,
          busy: state.name === 'cancelling',
          problem: alert('problem' in state ? state.problem : undefined),
          status,
          onConfirm: options.onGiveUpConfirmed,
          onDecline: options.onGiveUpDeclined,
        })
      : nothing}`;
}
