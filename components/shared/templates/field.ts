import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldView, type FieldViewOptions } from './field-view.js';

export { fieldError } from './field-view.js';

export interface FieldOptions extends FieldViewOptions {
  readonly value: string;
  readonly onInput: (event: Event) => void;
}

/** A labelled text field that shows its value whatever was typed: what a journey didn't take is undone at the next draw. */
export function textField(options: FieldOptions): TemplateResult {
  return fieldView({ ...options, value: live(options.value) });
}
