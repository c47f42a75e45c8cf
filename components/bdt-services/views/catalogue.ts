import { html, nothing, type TemplateResult } from 'lit';
import type { Membership } from '../../../sdk/contract/membership.js';
import type { ServiceOffer } from '../../../sdk/contract/service.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { serviceCard, type ServiceCardOptions } from './service-card.js';

type Words = Catalogue['services'];
type States = Catalogue['habilitationStates'];

/** What changed for the person between two readings, in words; empty when nothing did. */
export function changes(words: Words, states: States, before: readonly ServiceOffer[], after: readonly ServiceOffer[]): string {
  const known = new Map(before.map(({ service, habilitation }) => [service.serviceId, habilitation?.state]));
  return after
    .filter(({ service, habilitation }) => habilitation && known.get(service.serviceId) !== habilitation.state)
    .map(({ service, habilitation }) => (habilitation ? words.changed(service.name, states[habilitation.state]) : ''))
    .join(' ');
}

/** Whom to turn to, when a service needs a client number that the structure doesn't have. */
export function contactNotice(words: Words, { structure }: Membership, offers: readonly ServiceOffer[]): TemplateResult | typeof nothing {
  if (!offers.some(({ missing }) => missing.includes('client_code'))) return nothing;
  return html`<div class="alert warning-tone" id="contact" tabindex="-1" role="group" aria-labelledby="contact-title">
    <strong id="contact-title">${words.noClientCode(structure.name)}</strong>
    <p>${words.noClientCodeNext} <slot name="contact">${words.contact}</slot></p>
  </div>`;
}

/** All services, as cards. */
export function catalogue(offers: readonly ServiceOffer[], busy: boolean, options: Omit<ServiceCardOptions, 'offer'>): TemplateResult {
  return html`${offers.length ? nothing : html`<p>${options.words.empty}</p>`}
    <ul class="catalogue" role="list" part="catalogue" aria-busy=${busy ? 'true' : 'false'}>
      ${offers.map((offer) => html`<li>${serviceCard({ ...options, offer })}</li>`)}
    </ul>`;
}
