import { fixture, html } from '@open-wc/testing';
import '../../../src/define/bdt-signup.js';
import type { BdtSignup } from '../../../components/bdt-signup/bdt-signup.js';
import type { BdtSettings } from '../../../components/shared/settings.js';
import type { SignUp } from '../../../sdk/contract/sign-up.js';
import { appears } from '../support/scripted.js';

/** What a backend answers to someone who signs up. */
export const waiting: SignUp = {
  signUpId: 'sign-up-1',
  secret: 'held-by-the-client',
  state: 'pending',
  email: 'nadia.benali@mairie-exemple.fr',
  codeLength: 4,
  codeExpiresIn: 600,
  triesLeft: 5,
  resendIn: 60,
  mailsLeft: 2,
  mail: { from: 'ne-pas-repondre@portail.exemple', subject: 'Votre code de validation' },
};

export const right = {
  firstName: 'Nadia',
  lastName: 'Benali',
  email: 'nadia.benali@mairie-exemple.fr',
  password: 'Tournesol-42',
  confirmation: 'Tournesol-42',
};

export function signup(settings: BdtSettings): Promise<BdtSignup> {
  return fixture(html`<bdt-signup
    terms-url="/conditions"
    terms-version="2026-11"
    privacy-version="2026-10"
    .settingsOverride=${settings}
  ></bdt-signup>`);
}

/** Types into a field, then leaves it. */
export async function type(element: BdtSignup, id: string, value: string): Promise<void> {
  const input = await appears<HTMLInputElement>(element, `#${id}`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // Dispatched, because a browser moves no focus in a window that is behind another.
  input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  await element.updateComplete;
}

/** Fills the whole form in. */
export async function fill(element: BdtSignup, values: Partial<typeof right> = {}): Promise<void> {
  for (const [id, value] of Object.entries({ ...right, ...values })) await type(element, id, value);
  (await appears(element, '[name=civility][value=mrs]')).click();
  (await appears(element, '[name=sector][value=local_authorities]')).click();
}

export async function send(element: BdtSignup): Promise<HTMLElement> {
  const button = await appears(element, 'form [part=button]');
  button.click();
  await element.updateComplete;
  return button;
}
