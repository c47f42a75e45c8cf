import { fixture, html } from '@open-wc/testing';
import '../../../src/define/bdt-admin-activation.js';
import type { BdtAdminActivation } from '../../../components/bdt-admin-activation/bdt-admin-activation.js';
import type { BdtClient } from '../../../sdk/client/client.js';
import type { Claim } from '../../../sdk/contract/claim.js';
import { eus, membership } from '../support/samples.js';
import { appears, button, refusal, settingsOf } from '../support/scripted.js';

export const CODE = 'K7021-9QX4T';

export const claim: Claim = {
  claimId: 'cl-eus',
  membershipId: 'm-eus',
  state: 'open',
  structure: eus,
  services: [{ serviceId: 'encours', name: 'Encours' }],
  letter: {
    letterId: 'le-1',
    state: 'sent',
    requestedAt: '2026-11-02T09:00:00Z',
    sentAt: '2026-11-03T09:00:00Z',
    expectedBy: '2026-11-10T09:00:00Z',
    expiresAt: '2026-12-03T09:00:00Z',
    addressLines: ["COMMUNE D'EUS", 'MAIRIE', '66500 EUS'],
    triesLeft: 5,
  },
  resendIn: 86_400,
  createdAt: '2026-11-02T09:00:00Z',
  expiresAt: '2026-12-03T09:00:00Z',
};
export const queued: Claim = { ...claim, letter: { ...claim.letter, state: 'queued', sentAt: null, expectedBy: null, expiresAt: null } };
export const activated: Claim = { ...claim, state: 'activated', letter: { ...claim.letter, state: 'used' }, resendIn: null };

export type Claims = Partial<BdtClient['claims']>;

export async function screen(claims: Claims, memberships: Partial<BdtClient['memberships']> = {}): Promise<BdtAdminActivation> {
  const settings = settingsOf({
    claims: { read: async () => claim, ...claims },
    memberships: { list: async () => [{ ...membership, openClaimId: 'cl-eus' }], ...memberships },
  });
  return fixture(html`<bdt-admin-activation .settingsOverride=${settings}></bdt-admin-activation>`);
}

export async function type(element: BdtAdminActivation, code: string): Promise<void> {
  const input = await appears<HTMLInputElement>(element, '#code');
  input.value = code;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

export async function submit(element: BdtAdminActivation, code = CODE): Promise<void> {
  (await appears(element, '#handed-over')).click();
  await type(element, code);
  button(element, 'Devenir administrateur').click();
  await element.updateComplete;
}

export async function refusedWith(code: string, more: object = {}): Promise<BdtAdminActivation> {
  const element = await screen({ activate: async () => Promise.reject(refusal(code, more)) });
  await submit(element);
  return element;
}
