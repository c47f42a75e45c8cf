import { html, nothing, type TemplateResult } from 'lit';
import type { FlowProblem } from '../../sdk/flows/problem.js';
import { BdtElementBase } from './element-base.js';
import { SessionRequiredEvent } from './events.js';
import { openDialogs } from './open-dialogs.js';
import { problemSentence, type Sentences } from './problem-sentence.js';
import { problemAlert } from './templates/problem-alert.js';

/**
 * What our elements share: settings, language, spoken status, and what is said when something did not go through.
 *
 * @event bdt-session-required - The person has to sign in.
 * @csspart problem - Why something did not go through.
 */
export abstract class BdtElement extends BdtElementBase {
  constructor() {
    super();
    this.addController({ hostUpdated: () => openDialogs(this.renderRoot as ShadowRoot) });
  }

  /** The sentence for a problem: the element's own, else the common one, else that something went wrong. */
  protected sentence(problem: FlowProblem, own?: Sentences): string {
    return problemSentence(problem, this.locale, own);
  }

  /** An error that is said at once, and stays; a lost session leads to signing in. */
  protected renderProblem(problem: FlowProblem | undefined, own?: Sentences): TemplateResult | typeof nothing {
    if (!problem) return nothing;
    return problemAlert(
      this.sentence(problem, own),
      problem.code === 'session_required'
        ? html`<p><button type="button" @click=${this.#askForSession}>${this.common.signIn}</button></p>`
        : nothing,
    );
  }

  #askForSession = () => {
    this.dispatchEvent(new SessionRequiredEvent());
  };
}
