import { html, nothing, type TemplateResult } from 'lit';
import type { Claim } from '../../../sdk/contract/claim.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { formatDay, formatMoment } from '../../shared/days.js';

export interface MissingOptions {
  readonly own: Catalogue['adminActivation'];
  readonly locale: string;
  readonly claim: Claim;
  /** When another letter may be asked for, in milliseconds of the machine's clock; `null`: never. */
  readonly resendAt: number | null;
  /** Another letter is being asked for. */
  readonly requesting: boolean;
  /** Any other work is under way. */
  readonly busy: boolean;
  readonly onResend: () => void;
  readonly onGiveUp: () => void;
}

function another({ own, locale, resendAt, requesting, busy, onResend }: MissingOptions): TemplateResult {
  if (resendAt === null) {
    return html`<p>${own.resendNever}</p>
      <p><slot name="contact">${own.contact}</slot></p>`;
  }
  if (resendAt > Date.now()) return html`<p>${own.resendFrom(formatMoment(resendAt, locale))}</p>`;
  return html`<p>${own.another}</p>
    <div class="row">
      <button type="button" id="resend" aria-disabled=${requesting || busy ? 'true' : nothing} @click=${onResend}>
        ${requesting ? own.resending : own.resend}
      </button>
    </div>`;
}

/** What to do when no letter comes, and how to give up. */
export function missing(options: MissingOptions): TemplateResult {
  const { own, locale, claim, requesting, busy, onGiveUp } = options;
  const { state, expectedBy } = claim.letter;
  return html`<section class="stack close" part="missing" aria-labelledby="missing">
      <h3 id="missing">${own.missing}</h3>
      ${state === 'queued' ? html`<p>${own.missingAdviceQueued}</p>` : nothing}
      ${state === 'sent' && expectedBy ? html`<p>${own.missingAdvice(formatDay(expectedBy, locale))}</p>` : nothing}
      ${another(options)}
      <slot name="help"></slot>
    </section>
    <div class="quiet stack close">
      <p>${own.giveUpWhy}</p>
      <div class="row">
        <button
          type="button"
          class="danger"
          id="give-up"
          aria-haspopup="dialog"
          aria-disabled=${requesting || busy ? 'true' : nothing}
          @click=${onGiveUp}
        >
          ${own.giveUp}
        </button>
      </div>
    </div>`;
}
