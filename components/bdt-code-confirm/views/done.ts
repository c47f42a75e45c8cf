import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue } from '../../locales/catalogue.js';

export interface DoneOptions {
  readonly texts: Catalogue['codeConfirm'];
  readonly signIn: string;
  readonly loginId: string;
  readonly copy: 'copied' | 'refused' | undefined;
  readonly onCopy: () => void;
  readonly onSignIn: () => void;
}

/** Welcome, with the identifier to keep. */
export function renderDone({ texts, signIn, loginId, copy, onCopy, onSignIn }: DoneOptions): TemplateResult {
  return html`<div class="stack" part="success">
    <h2 part="title" tabindex="-1">${texts.doneTitle}</h2>
    <div class="alert success-tone">
      <p id="login-id-label">${texts.loginId}</p>
      <div class="row">
        <strong class="login-id" part="login-id" translate="no">${loginId}</strong>
        <button type="button" part="button" @click=${onCopy}>${copy === 'copied' ? texts.copied : texts.copy}</button>
      </div>
      ${copy === 'refused' ? html`<p>${texts.copyFailed}</p>` : nothing}
      <p>${texts.keep}</p>
    </div>
    <p>${texts.next}</p>
    <slot name="success"></slot>
    <button type="button" class="primary start" part="button" @click=${onSignIn}>${signIn}</button>
  </div>`;
}
