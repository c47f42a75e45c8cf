import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PendingRequest } from '../../../sdk/contract/administration.js';
import { REASON_MAX } from '../../../sdk/flows/user-admin/user-admin.js';
import { modal } from '../../shared/templates/dialog.js';
import { fieldError } from '../../shared/templates/field.js';
import { lengthOf } from './reason.js';
import { nameOf, type Words } from './words.js';

export interface RefusalOptions {
  readonly words: Words;
  readonly request: PendingRequest;
  readonly reason: string;
  /** What is wrong with the reason, in words. */
  readonly error: string | undefined;
  readonly problem: unknown;
  readonly busy: boolean;
  /** Where a screen reader is spoken to: what is outside a modal dialog is out of its reach. */
  readonly status: TemplateResult;
  readonly onReason: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onCancel: () => void;
}

/** Asks why a request is refused. */
export function refusal(options: RefusalOptions): TemplateResult {
  const { words, request, reason, error, problem, busy, status, onReason, onSubmit, onCancel } = options;
  const { own, common } = words;
  const waiting = busy ? 'true' : nothing;
  return modal({
    titleId: 'refusal-title',
    title: own.refuseTitle(nameOf(request.user)),
    onCancel,
    content: html`<p>${own.refuseMeans(request.serviceName)}</p>
      ${problem}
      <form class="stack" novalidate part="refusal" @submit=${onSubmit}>
        <div class="field" part="field">
          <label for="reason" part="label">${own.reason} <span aria-hidden="true">*</span></label>
          <p class="muted" id="reason-hint">${own.reasonHint(REASON_MAX)}</p>
          <textarea
            id="reason"
            name="reason"
            part="input"
            rows="5"
            autocomplete="off"
            aria-required="true"
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? 'reason-hint reason-error' : 'reason-hint'}
            ?readonly=${busy}
            .value=${live(reason)}
            @input=${onReason}
          ></textarea>
          <p class="muted" id="reason-count">${own.reasonCount(lengthOf(reason), REASON_MAX)}</p>
          ${fieldError('reason', error)}
        </div>
        <div class="row">
          <button class="danger" aria-disabled=${waiting}>${busy ? own.deciding : own.refuseSubmit}</button>
          <button type="button" aria-disabled=${waiting} @click=${onCancel}>${common.cancel}</button>
        </div>
      </form>
      ${status}`,
  });
}
