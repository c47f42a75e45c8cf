/**
 * All that the sign-up form needs once it is painted: rules, corrections, answers.
 *
 * @module
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Flow, FlowDependencies } from '../../sdk/flows/flow.js';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import { startFlow } from '../../sdk/flows/start-flow.js';
import { SIGN_UP_FIELDS, type SignUpErrors } from '../../sdk/flows/sign-up/fields.js';
import { signUpFlow, type SignUpAction, type SignUpOptions, type SignUpState } from '../../sdk/flows/sign-up/sign-up.js';
import type { WaitingSignUp } from '../../sdk/flows/waiting-sign-up.js';
import type { Catalogue } from '../locales/catalogue.js';
import { Countdown, secondsUntil } from '../shared/countdown.js';
import type { BdtElementBase } from '../shared/element-base.js';
import { problemSentence } from '../shared/problem-sentence.js';
import { errorsInWords, errorSummary } from '../shared/templates/error-summary.js';
import { problemAlert } from '../shared/templates/problem-alert.js';

export { preload } from '../../sdk/client/lazy-client.js';
export { passwordCriteria } from '../../sdk/rules/password.js';
export { signupAnswers } from '../locales/fr/signup-answers.js';

type Answers = Catalogue['signupAnswers'];

/** Starts the journey with the versions and wording that the element shows. */
export function start(element: BdtElementBase & SignUpOptions, dependencies: FlowDependencies): Flow<SignUpState, SignUpAction> {
  const flow = startFlow(signUpFlow, element, dependencies);
  new Countdown(element, () => {
    const now = flow.getSnapshot();
    return now.name === 'created' && now.signUp.noCode ? now.signUp.resendAt : undefined;
  });
  return flow;
}

/** What is wrong with each field, in words. */
export function fieldErrors(errors: SignUpErrors, { errors: sentences, invalid }: Answers): SignUpErrors {
  return errorsInWords(errors, sentences, invalid);
}

/** Above the form: the fields to correct, or why it did not go through. */
export function renderFeedback(
  errors: SignUpErrors,
  problem: FlowProblem | undefined,
  { common, labels, locale }: { common: Catalogue['common']; labels: Catalogue['signup']; locale: string },
): unknown {
  return (
    errorSummary(common, SIGN_UP_FIELDS, labels, errors) ?? (problem ? problemAlert(problemSentence(problem, locale)) : nothing)
  );
}

/** A likelier address than the one typed. */
export function renderSuggestion(email: string, { suggestion, takeSuggestion }: Answers, onTake: () => void): TemplateResult {
  return html`<p class="row close" part="suggestion">
    <span>${suggestion(email)}</span><button type="button" class="link" @click=${onTake}>${takeSuggestion}</button>
  </p>`;
}

/** Where the code went; or that none did, why, and from when one can be asked for. */
function renderMail({ email, noCode, resendAt }: WaitingSignUp, { sentTo, next, unsent }: Answers): TemplateResult {
  return html`<div class="alert ${noCode ? 'warning-tone' : 'success-tone'}">
    <p>${noCode ? unsent.to : sentTo} <strong>${email}</strong>.</p>
    <p>${noCode ? `${unsent.why[noCode]} ${unsent.next(secondsUntil(resendAt))}` : next}</p>
  </div>`;
}

/** What comes after the form. */
export function renderCreated(signUp: WaitingSignUp, answers: Answers, onCode: () => void): TemplateResult {
  return html`<div class="stack" part="success">
    <h2 part="title" tabindex="-1">${answers.successTitle}</h2>
    ${renderMail(signUp, answers)}
    <slot name="success"></slot>
    <button type="button" class="primary submit" part="button" @click=${onCode}>${answers.enterCode}</button>
  </div>`;
}
