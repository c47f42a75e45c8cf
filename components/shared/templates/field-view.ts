import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';

/** What a text field is drawn from. */
export interface FieldViewOptions {
  /** Id of the input inside its shadow root. */
  readonly id: string;
  readonly label: string;
  /** A string, or a directive that gives one. */
  readonly value: string | DirectiveResult;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search';
  readonly autocomplete: string;
  readonly inputmode?: string;
  /** Can be left empty. */
  readonly isOptional?: boolean;
  readonly hint?: unknown;
  /** Sentence that says what is wrong and how to put it right. */
  readonly error?: string;
  readonly maxlength?: number;
  /** Further element ids that describe the input. */
  readonly describedBy?: string;
  /** Beside the input, as a button that shows the password. */
  readonly after?: unknown;
  /** Can be read and copied, not changed, while work is under way. */
  readonly readonly?: boolean;
  readonly onInput?: (event: Event) => void;
}

/** A labelled text field, with its hint and its error tied to it. No spelling is marked: it takes names, addresses and codes. */
export function fieldView(options: FieldViewOptions): TemplateResult {
  const { id, hint, error, describedBy } = options;
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean).join(' ');
  return html`<div class="field" part="field">
    <label for=${id} part="label">${options.label}${options.isOptional ? nothing : html` <span aria-hidden="true">*</span>`}</label>
    ${hint ? html`<p class="muted" id="${id}-hint">${hint}</p>` : nothing}
    <input
      id=${id}
      name=${id}
      part="input"
      type=${options.type ?? 'text'}
      .value=${options.value as string}
      autocomplete=${options.autocomplete as 'on'}
      inputmode=${(options.inputmode ?? nothing) as 'text'}
      maxlength=${options.maxlength ?? nothing}
      spellcheck="false"
      aria-required=${options.isOptional ? nothing : 'true'}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${described || nothing}
      ?readonly=${options.readonly}
      @input=${options.onInput}
    />
    ${options.after ?? nothing} ${fieldError(id, error)}
  </div>`;
}

/** The sentence under a wrong field. */
export function fieldError(id: string, error: string | undefined): TemplateResult | typeof nothing {
  return error ? html`<p class="error" id="${id}-error" part="error">${error}</p>` : nothing;
}
