import { fixture, html } from '@open-wc/testing';
import '../../../src/define/bdt-code-confirm.js';
import type { BdtCodeConfirm } from '../../../components/bdt-code-confirm/bdt-code-confirm.js';
import type { BdtSettings } from '../../../components/shared/settings.js';
import type { SignUp } from '../../../sdk/contract/sign-up.js';
import { keepPendingSignUp } from '../../../sdk/flows/pending-sign-up.js';
import { appears, button, settingsOf, type Script } from '../support/scripted.js';

export const waiting: SignUp = {
  signUpId: 'sign-up-1',
  state: 'pending',
  email: 'nadia.benali@mairie-exemple.fr',
  codeLength: 4,
  codeExpiresIn: 600,
  triesLeft: 5,
  resendIn: 0,
  mailsLeft: 2,
  mail: { from: 'ne-pas-repondre@portail.exemple', subject: 'Votre code de validation' },
};

export const read = async () => waiting;

/** Settings of a browser in which a sign-up waits. */
export function pendingSettings(signUps: Script['signUps']): BdtSettings {
  const settings = settingsOf({ signUps });
  keepPendingSignUp(settings.shared, { signUpId: 'sign-up-1', secret: 'held-by-the-client' });
  return settings;
}

export function confirmation(settings: BdtSettings): Promise<BdtCodeConfirm> {
  return fixture(html`<bdt-code-confirm .settingsOverride=${settings}></bdt-code-confirm>`);
}

export async function type(element: BdtCodeConfirm, id: string, value: string): Promise<void> {
  const input = await appears<HTMLInputElement>(element, `#${id}`);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

export async function enter(element: BdtCodeConfirm, code: string): Promise<void> {
  await type(element, 'code', code);
  button(element, 'Continuer').click();
}
