import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../locales/catalogue.js';
import { modal } from '../../shared/templates/dialog.js';

export interface GiveUpOptions {
  readonly own: Catalogue['adminActivation'];
  readonly common: Catalogue['common'];
  readonly structureName: string;
  readonly busy: boolean;
  readonly problem: unknown;
  /** Where a screen reader is spoken to: what is outside a modal dialog is out of its reach. */
  readonly status: TemplateResult;
  readonly onConfirm: () => void;
  readonly onDecline: () => void;
}

/** "Are you sure?" before giving up. */
export function giveUp({ own, common, structureName, busy, problem, status, onConfirm, onDecline }: GiveUpOptions): TemplateResult {
  const waiting = busy ? 'true' : nothing;
  return modal({
    titleId: 'give-up-title',
    title: own.giveUpTitle,
    onCancel: onDecline,
    content: html`<p>${own.giveUpMeans(structureName)}</p>
      ${problem}
      <div class="row">
        <button type="button" class="danger" aria-disabled=${waiting} @click=${onConfirm}>${busy ? own.givingUp : own.giveUp}</button>
        <button type="button" id="keep-on" aria-disabled=${waiting} @click=${onDecline}>${common.cancel}</button>
      </div>
      ${status}`,
  });
}
