import { html, nothing, type TemplateResult } from 'lit';
import type { Habilitation, HabilitationState } from '../../../sdk/contract/habilitation.js';
import type { Membership } from '../../../sdk/contract/membership.js';
import type { ServiceOffer } from '../../../sdk/contract/service.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { formatDay } from '../../shared/days.js';
import { safeLink } from '../safe-link.js';

type Words = Catalogue['services'];

export interface ServiceCardOptions {
  readonly words: Words;
  readonly states: Catalogue['habilitationStates'];
  readonly locale: string;
  readonly current: Membership | undefined;
  readonly offer: ServiceOffer;
  readonly onAttach: () => void;
  readonly onFunction: (opener: string) => void;
  readonly onContact: () => void;
  readonly onAsk: (serviceId: string) => void;
  readonly onOpen: (event: Event, serviceId: string) => void;
  readonly onCode: (claimId: string) => void;
}

const TONES: Readonly<Partial<Record<HabilitationState, string>>> = {
  awaiting_letter: 'warning-tone',
  awaiting_administrator: 'warning-tone',
  granted: 'success-tone',
  refused: 'error-tone',
  revoked: 'error-tone',
};

/** Said after a button's text by screen readers, since every card has the same buttons. */
function about({ offer }: ServiceCardOptions): TemplateResult {
  return html`<span class="hidden"> – ${offer.service.name}</span>`;
}

function explanation(words: Words, { state }: Habilitation, current: Membership | undefined): string | undefined {
  if (state === 'granted') return undefined;
  if (state === 'awaiting_administrator') return words.explained[state][current?.administration ?? 'none'];
  return words.explained[state];
}

function standing({ words, states, locale, current }: ServiceCardOptions, habilitation: Habilitation): TemplateResult {
  const { state, reason, requestedAt, decidedAt } = habilitation;
  const sentence = explanation(words, habilitation, current);
  const day = decidedAt ? words.decidedOn(formatDay(decidedAt, locale)) : words.requestedOn(formatDay(requestedAt, locale));
  return html`<span class="badge ${TONES[state] ?? ''}" part="state">${states[state]}</span>
    <p class="muted">${day}</p>
    ${sentence ? html`<p>${sentence}</p>` : nothing} ${reason ? html`<p>${words.reason(reason)}</p>` : nothing}`;
}

/** What stands in the way, each with the way to put it right. */
function obstacles(options: ServiceCardOptions): TemplateResult {
  const { words, offer, onAttach, onFunction, onContact } = options;
  const { serviceId } = offer.service;
  const ways = {
    membership: () => html`<button class="link" type="button" @click=${onAttach}>${words.attach}${about(options)}</button>`,
    job_function: () => {
      const id = `function-${serviceId}`;
      return html`<button class="link" type="button" id=${id} @click=${() => onFunction(id)}>${words.chooseFunction}${about(options)}</button>`;
    },
    client_code: () => html`<button class="link" type="button" @click=${onContact}>${words.whatNext}${about(options)}</button>`,
  };
  return html`${offer.missing.map((what) => html`<p>${words.missing[what]}</p>${ways[what]()}`)}`;
}

function openButton(options: ServiceCardOptions): TemplateResult {
  const { words, offer, onOpen } = options;
  const { serviceId, url } = offer.service;
  const href = safeLink(url);
  const open = (event: Event) => onOpen(event, serviceId);
  return href
    ? html`<a class="button primary" part="open" href=${href} @click=${open}>${words.open}${about(options)}</a>`
    : html`<button class="primary" part="open" type="button" @click=${open}>${words.open}${about(options)}</button>`;
}

/** What can be done now. */
function action(options: ServiceCardOptions): TemplateResult | typeof nothing {
  const { words, current, offer, onAsk, onCode } = options;
  const { habilitation, missing, service } = offer;
  switch (habilitation?.state) {
    case 'granted':
      return openButton(options);
    case 'awaiting_letter': {
      const claimId = habilitation.claimId ?? current?.openClaimId;
      return claimId
        ? html`<button class="primary" type="button" @click=${() => onCode(claimId)}>${words.typeCode}${about(options)}</button>`
        : nothing;
    }
    case 'awaiting_administrator':
      // With nobody left to decide, the person may become the administrator.
      if (current?.administration !== 'none') return nothing;
      break;
    case 'refused':
    case 'revoked':
    case 'cancelled':
    case 'expired':
    case undefined:
      break;
  }
  return missing.length || !current
    ? obstacles(options)
    : html`<button class="primary" type="button" @click=${() => onAsk(service.serviceId)}>${words.ask}${about(options)}</button>`;
}

/** One service: what it offers, where the person stands with it, and what they can do. */
export function serviceCard(options: ServiceCardOptions): TemplateResult {
  const { words, offer } = options;
  const { service, habilitation } = offer;
  const id = `service-${service.serviceId}`;
  return html`<article class="card service" part="service" data-service=${service.serviceId} aria-labelledby=${id}>
    <div>
      <h3 id=${id} tabindex="-1">${service.name}</h3>
      <p class="muted">${service.title}</p>
    </div>
    <div class="body">
      ${service.offers.length
        ? html`<ul class="offers" aria-label=${words.offers}>${service.offers.map((line) => html`<li>${line}</li>`)}</ul>`
        : nothing}
    </div>
    <div class="standing">${habilitation ? standing(options, habilitation) : nothing} ${action(options)}</div>
  </article>`;
}
