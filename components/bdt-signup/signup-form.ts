import { html, nothing, type TemplateResult } from 'lit';
import type { SignUpErrors, SignUpField, SignUpValues } from '../../sdk/flows/sign-up/fields.js';
import type { PasswordCriteria } from '../../sdk/rules/password.js';
import type { Catalogue } from '../locales/catalogue.js';
import { fieldView, type FieldViewOptions } from '../shared/templates/field-view.js';
import { radioGroup } from '../shared/templates/radio-group.js';
import { showButton } from '../shared/templates/show-button.js';

type Texts = Catalogue['signup'];

export interface SignupFormOptions {
  readonly values: SignUpValues;
  /** What is wrong with each field, in words. */
  readonly errors: SignUpErrors;
  readonly texts: Texts;
  readonly sectors: Catalogue['sectors'];
  /** Where the two texts are that creating the account accepts. */
  readonly element: { readonly termsUrl: string; readonly privacyUrl: string };
  readonly shown: readonly SignUpField[];
  /** What the password fulfils; `undefined` until the rule is there. */
  readonly criteria: PasswordCriteria | undefined;
  readonly suggestion: unknown;
  readonly isSending: boolean;
  readonly onShow: (field: SignUpField) => void;
}

const CRITERIA = 'criteria';

function renderCriteria({ criteria, criteriaTitle, met }: Texts, fulfilled: PasswordCriteria | undefined) {
  const item = (name: keyof PasswordCriteria, after?: unknown) =>
    html`<li class=${fulfilled?.[name] ? 'met' : nothing}>
      ${criteria[name]}${fulfilled?.[name] ? html`<span class="hidden"> (${met})</span>` : nothing}${after}
    </li>`;
  return html`<div class="criteria" part="criteria" id=${CRITERIA}>
    <p>${criteriaTitle}</p>
    <ul>
      ${item('length')}
      ${item('classes', html`<ul>${(['upper', 'lower', 'digit', 'special'] as const).map((name) => item(name))}</ul>`)}
    </ul>
  </div>`;
}

function link(url: string, text: string, newTab: string) {
  return url ? html`<a href=${url} target="_blank" rel="noopener">${text}<span class="hidden">${newTab}</span></a>` : text;
}

/** The fields in the order of the screen, and the button that sends them. */
export function renderForm(options: SignupFormOptions): TemplateResult {
  const { values, errors, texts, element, shown, suggestion, isSending, onShow } = options;
  const text = (id: 'firstName' | 'lastName' | 'email' | 'password' | 'confirmation', autocomplete: string, more?: Partial<FieldViewOptions>) =>
    fieldView({
      id,
      label: texts[id],
      value: values[id],
      autocomplete,
      error: errors[id],
      readonly: isSending,
      ...more,
    });
  const secret = (id: 'password' | 'confirmation', show: string, describedBy?: string) =>
    text(id, 'new-password', {
      type: shown.includes(id) ? 'text' : 'password',
      describedBy,
      after: showButton(show, shown.includes(id), () => onShow(id)),
    });
  return html`
    ${radioGroup({ id: 'civility', legend: texts.civility, choices: Object.entries(texts.civilities), value: values.civility, error: errors.civility })}
    <div class="pair">${text('firstName', 'given-name')} ${text('lastName', 'family-name')}</div>
    ${text('email', 'email', { type: 'email', after: suggestion })}
    ${renderCriteria(texts, options.criteria)}
    <div class="pair">${secret('password', texts.showPassword, CRITERIA)} ${secret('confirmation', texts.showConfirmation)}</div>
    ${radioGroup({ id: 'sector', legend: texts.sector, hint: texts.sectorHint, choices: Object.entries(options.sectors), value: values.sector, error: errors.sector })}
    <label class="choice"><input type="checkbox" id="offers" name="offers" .checked=${values.offers} />${texts.offers}</label>
    <p class="muted" part="consent">
      ${texts.consent.before}${link(element.termsUrl, texts.consent.terms, texts.newTab)}${texts.consent.between}${link(
        element.privacyUrl,
        texts.consent.privacy,
        texts.newTab,
      )}${texts.consent.after}
    </p>
    <button class="primary submit" part="button" aria-disabled=${isSending ? 'true' : nothing}>${isSending ? texts.submitting : texts.submit}</button>
  `;
}
