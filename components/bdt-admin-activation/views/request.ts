import { html, nothing, type TemplateResult } from 'lit';
import type { Claim, Letter } from '../../../sdk/contract/claim.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { formatDay, formatMoment } from '../../shared/days.js';

export interface RequestOptions {
  readonly own: Catalogue['adminActivation'];
  readonly locale: string;
  readonly claim: Claim;
  /** The claim is being read anew. */
  readonly busy: boolean;
  readonly onRefresh: () => void;
}

const TONES: Readonly<Record<Letter['state'], string>> = {
  queued: '',
  sent: 'success-tone',
  used: '',
  expired: 'warning-tone',
  cancelled: 'warning-tone',
};

function date(label: string, iso: string | null, inWords: (iso: string) => string): TemplateResult | typeof nothing {
  if (!iso) return nothing;
  return html`<div><dt>${label}</dt><dd><time datetime=${iso}>${inWords(iso)}</time></dd></div>`;
}

/** Where the letter stands: its days, and where it goes. */
function letterCard({ own, locale, claim, busy, onRefresh }: RequestOptions): TemplateResult {
  const { letter, structure } = claim;
  const day = (iso: string) => formatDay(iso, locale);
  // To the minute: a code that lapses in the afternoon isn't valid all day.
  const moment = (iso: string) => formatMoment(Date.parse(iso), locale);
  return html`<section class="card" part="letter" aria-labelledby="letter">
    <h3 id="letter">${own.letter}</h3>
    <p><span class="badge ${TONES[letter.state]}" part="letter-state">${own.letterStates[letter.state]}</span></p>
    ${letter.state === 'queued'
      ? html`<p>${own.preparing}</p>
          <p><button type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onRefresh}>${own.refresh}</button></p>`
      : nothing}
    <dl class="facts">
      ${date(own.requestedOn, letter.requestedAt, day)} ${date(own.sentOn, letter.sentAt, day)}
      ${date(own.expectedBy, letter.expectedBy, day)} ${date(own.expiresOn, letter.expiresAt, moment)}
    </dl>
    <dl class="facts">
      <div>
        <dt>${own.address}</dt>
        <dd><address part="address">${(letter.addressLines.length ? letter.addressLines : [structure.name]).map((line) => html`<div>${line}</div>`)}</address></dd>
      </div>
    </dl>
    <p>${own.warn}</p>
  </section>`;
}

/** What was asked for, and the letter that it waits for. */
export function request(options: RequestOptions): TemplateResult {
  const { own, claim } = options;
  return html`<section class="card" part="request" aria-labelledby="request">
      <h3 id="request">${own.request}</h3>
      <dl class="facts">
        <div><dt>${own.structure}</dt><dd><strong>${claim.structure.name}</strong></dd></div>
        <div>
          <dt>${own.services}</dt>
          <dd>
            ${claim.services.length
              ? html`<ul role="list">${claim.services.map(({ name }) => html`<li>${name}</li>`)}</ul>`
              : own.noService}
          </dd>
        </div>
      </dl>
    </section>
    ${letterCard(options)}`;
}
