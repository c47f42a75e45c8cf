import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/bdt-services.js';
import type { BdtServices } from '../../../components/bdt-services/bdt-services.js';
import type { Habilitation } from '../../../sdk/contract/habilitation.js';
import type { Membership } from '../../../sdk/contract/membership.js';
import type { ServiceOffer } from '../../../sdk/contract/service.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { eus, membership } from '../support/samples.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, spoken, textOf, type Script } from '../support/scripted.js';

const service = {
  serviceId: 'encours',
  name: 'Encours',
  title: 'Consultation des Encours',
  offers: ['Voir les prêts en gestion', 'Télécharger les tableaux'],
  url: '/encours',
};
const member: Membership = { ...membership, jobFunction: 'director' };
const free: ServiceOffer = { service, habilitation: null, missing: [] };

function held(state: Habilitation['state'], more: Partial<Habilitation> = {}): ServiceOffer {
  const habilitation: Habilitation = {
    habilitationId: 'h-1',
    membershipId: member.membershipId,
    serviceId: 'encours',
    state,
    requestedAt: '2026-11-20T09:00:00Z',
    decidedAt: null,
    reason: null,
    claimId: null,
    ...more,
  };
  return { ...free, habilitation };
}

/** An element whose backend answers what the test holds at that moment. */
async function page(answers: { memberships: Membership[]; offers: ServiceOffer[] }, more: Script = {}): Promise<BdtServices> {
  const settings = settingsOf({
    services: { list: async () => answers.offers },
    ...more,
    memberships: { list: async () => answers.memberships, ...more.memberships },
  });
  const element = await fixture<BdtServices>(html`<bdt-services .settingsOverride=${settings}></bdt-services>`);
  await appears(element, '.catalogue');
  return element;
}

describe('my services', () => {
  it('says what a service offers and lets it be asked for', async () => {
    const element = await page({ memberships: [member], offers: [free] });
    const asked = listen(element, 'bdt-habilitation-requested');
    expect(textOf(element)).to.contain('Consultation des Encours').and.to.contain('Voir les prêts en gestion');
    expect(textOf(element)).to.contain('314363').and.to.contain('Collectivités').and.to.contain('Directeur');
    button(element, 'Demander – Encours').click();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus', serviceId: 'encours' }]);
    await isAccessible(element);
  });

  const states: [Habilitation['state'], RegExp][] = [
    ['awaiting_letter', /En attente du courrier/],
    ['awaiting_administrator', /En attente de l’administrateur/],
    ['granted', /Habilité/],
    ['refused', /Refusée.*Motif : Hors de vos missions/],
    ['revoked', /Retirée.*Motif : Hors de vos missions/],
    ['cancelled', /Annulée/],
    ['expired', /Expirée/],
  ];
  for (const [state, sentence] of states) {
    it(`tells someone whose request is ${state}`, async () => {
      const reason = state === 'refused' || state === 'revoked' ? 'Hors de vos missions' : null;
      const element = await page({ memberships: [member], offers: [held(state, { reason })] });
      expect(textOf(element)).to.match(sentence);
      await isAccessible(element);
    });
  }

  it('says that an administrator is being appointed when nobody can decide yet', async () => {
    const element = await page({ memberships: [{ ...member, administration: 'future' }], offers: [held('awaiting_administrator')] });
    expect(textOf(element)).to.contain('en cours de désignation');
  });

  it('leads someone who has the letter to its code', async () => {
    const element = await page({ memberships: [member], offers: [held('awaiting_letter', { claimId: 'c-1' })] });
    const asked = listen(element, 'bdt-activation-requested');
    button(element, 'Saisir le code reçu par courrier – Encours').click();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ claimId: 'c-1', membershipId: 'm-eus' }]);
  });

  it('opens a service that is held, unless the page takes over', async () => {
    const element = await page({ memberships: [member], offers: [held('granted')] });
    const link = button(element, 'Accéder au service – Encours') as HTMLAnchorElement;
    expect(new URL(link.href).pathname).to.equal('/encours');
    element.addEventListener('bdt-service-opened', (event) => event.preventDefault());
    const opened = listen(element, 'bdt-service-opened');
    link.click();
    await aTimeout(50);
    expect(opened.map(({ detail }) => detail)).to.deep.equal([{ serviceId: 'encours' }]);
  });

  it('makes no link of an address that would run in the page', async () => {
    const offer = held('granted');
    const element = await page({ memberships: [member], offers: [{ ...offer, service: { ...service, url: 'javascript:alert(1)' } }] });
    expect(button(element, 'Accéder au service – Encours').tagName).to.equal('BUTTON');
  });

  it('leaves names that look like markup as text', async () => {
    const named = { ...member, structure: { ...eus, name: '<img src=x onerror=alert(1)>' } };
    const reason = '<img src=x onerror=alert(2)>';
    const element = await page({ memberships: [named], offers: [held('refused', { reason })] });
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element)).to.contain('onerror=alert(1)').and.to.contain('onerror=alert(2)');
  });

  it('leads someone without a structure to attaching themselves', async () => {
    const element = await page({ memberships: [], offers: [{ ...free, missing: ['membership'] }] });
    const asked = listen(element, 'bdt-structure-requested');
    button(element, 'Me rattacher à ma structure').click();
    button(element, 'Me rattacher à ma structure – Encours').click();
    expect(asked.length).to.equal(2);
    await isAccessible(element);
  });

  it('says whom to turn to when the structure has no client number', async () => {
    const element = await page({ memberships: [{ ...member, clientCode: null }], offers: [{ ...free, missing: ['client_code'] }] });
    expect(textOf(element)).to.contain("COMMUNE D'EUS n’a pas de numéro client").and.to.contain('contactez la Direction Régionale');
    button(element, 'Que faire ? – Encours').click();
    await element.updateComplete;
    await aTimeout(0);
    expect(focused(element)?.id).to.equal('contact');
    await isAccessible(element);
  });

  it('shows the way to the users to administrators only', async () => {
    const plain = await page({ memberships: [member], offers: [free] });
    expect(textOf(plain)).not.to.contain('Gestion des utilisateurs');
    const element = await page({ memberships: [{ ...member, role: 'administrator' }], offers: [free] });
    const asked = listen(element, 'bdt-administration-requested');
    button(element, 'Gestion des utilisateurs').click();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus' }]);
    await isAccessible(element);
  });

  it('keeps what is shown, and the focus, while another structure is on its way', async () => {
    const other = { ...member, membershipId: 'm-2', isDefault: false, structure: { ...eus, name: 'OFFICE DE TEST' } };
    const next = pending<ServiceOffer[]>();
    const element = await page(
      { memberships: [member, other], offers: [] },
      { services: { list: async (id) => (id === 'm-2' ? next.answer : [free]) } },
    );
    const select = await appears<HTMLSelectElement>(element, '#switch');
    select.focus();
    select.value = 'm-2';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.catalogue')?.getAttribute('aria-busy')).to.equal('true');
    await isAccessible(element);
    next.come([free]);
    await reads(element, 'OFFICE DE TEST Secteur');
    await aTimeout(0);
    expect(focused(element)?.id).to.equal('switch');
    expect(spoken(element)).to.equal('OFFICE DE TEST');
    expect(select.value).to.equal('m-2');
  });

  it('says that the service does not answer, and tries again', async () => {
    let down = true;
    const settings = settingsOf({
      memberships: { list: async () => (down ? Promise.reject(new UnreachableError()) : [member]) },
      services: { list: async () => [free] },
    });
    const element = await fixture<BdtServices>(html`<bdt-services .settingsOverride=${settings}></bdt-services>`);
    await appears(element, '[role="alert"]');
    await isAccessible(element);
    down = false;
    button(element, 'Réessayer').click();
    await appears(element, '.catalogue');
    await element.updateComplete;
    await aTimeout(0);
    expect(focused(element)?.id).to.equal('title');
  });

  it('leads to signing in when the session is over', async () => {
    const settings = settingsOf({ memberships: { list: async () => Promise.reject(refusal('session_required', { status: 401 })) } });
    const element = await fixture<BdtServices>(html`<bdt-services .settingsOverride=${settings}></bdt-services>`);
    await appears(element, '[role="alert"]');
    const asked = listen(element, 'bdt-session-required');
    button(element, 'Me connecter').click();
    expect(asked.length).to.equal(1);
  });
});

describe('one’s function', () => {
  const without: ServiceOffer = { ...free, missing: ['job_function'] };

  it('is set from the service that asks for it, once, and the focus comes back', async () => {
    const answers = { memberships: [membership], offers: [without] };
    const saved = pending<Membership>();
    const asked: unknown[] = [];
    const element = await page(answers, { memberships: { update: (_id, input) => (asked.push(input), saved.answer) } });
    expect(textOf(element)).to.contain('A DEFINIR');
    await isAccessible(element);
    button(element, 'Indiquer ma fonction – Encours').click();
    const select = await appears<HTMLSelectElement>(element, '#function');
    await aTimeout(0);
    expect(focused(element)?.id).to.equal('function');
    await isAccessible(element);
    select.value = 'finance';
    select.dispatchEvent(new Event('change'));
    const validate = button(element, 'Valider');
    validate.click();
    validate.click();
    await reads(element, 'Enregistrement en cours…');
    await isAccessible(element);
    answers.offers = [free];
    saved.come({ ...membership, jobFunction: 'finance' });
    await reads(element, 'Finances Modifier');
    await aTimeout(0);
    expect(asked).to.deep.equal([{ jobFunction: 'finance' }]);
    expect(focused(element)?.id).to.equal('edit-function');
    expect(spoken(element)).to.equal('Votre fonction est enregistrée.');
    expect(textOf(element)).to.contain('Demander');
    await isAccessible(element);
  });

  it('must be chosen: the error is tied to the field, which gets the focus', async () => {
    const element = await page({ memberships: [membership], offers: [without] });
    button(element, 'Modifier').click();
    await appears(element, '#function');
    button(element, 'Valider').click();
    await appears(element, '#function-error');
    await aTimeout(0);
    expect(focused(element)?.getAttribute('aria-describedby')).to.equal('function-error');
    await isAccessible(element);
  });

  it('keeps the choice when it could not be saved', async () => {
    const element = await page(
      { memberships: [membership], offers: [without] },
      { memberships: { update: async () => Promise.reject(new UnreachableError()) } },
    );
    button(element, 'Modifier').click();
    const select = await appears<HTMLSelectElement>(element, '#function');
    select.value = 'other';
    select.dispatchEvent(new Event('change'));
    button(element, 'Valider').click();
    await appears(element, 'dialog [role="alert"]');
    expect(select.value).to.equal('other');
    await isAccessible(element);
  });

  it('is proposed again as it was chosen when the session ended, once the person is back', async () => {
    const over = refusal('session_required', { status: 401 });
    const settings = settingsOf({
      memberships: { list: async () => [membership], update: () => Promise.reject(over) },
      services: { list: async () => [without] },
    });
    const open = () => fixture<BdtServices>(html`<bdt-services .settingsOverride=${settings}></bdt-services>`);
    const element = await open();
    (await appears(element, '#edit-function')).click();
    const select = await appears<HTMLSelectElement>(element, '#function');
    select.value = 'finance';
    select.dispatchEvent(new Event('change'));
    button(element, 'Valider').click();
    await appears(element, 'dialog [role="alert"]');
    const asked = listen(element, 'bdt-session-required');
    element.shadowRoot?.querySelector<HTMLElement>('dialog [role="alert"] button')?.click();
    expect(asked).to.have.length(1);
    element.remove();

    const back = await open();
    await appears(back, 'dialog[open]');
    expect((await appears<HTMLSelectElement>(back, '#function')).value).to.equal('finance');
    await sendKeys({ press: 'Escape' });
    await aTimeout(0);
    expect(focused(back)?.id).to.equal('edit-function');
  });

  it('is no longer said to be saved once that has failed, nor that the list loads', async () => {
    const answers = { memberships: [member], offers: [free] };
    const element = await page(answers, { memberships: { update: () => Promise.reject(new UnreachableError()) } });
    await isAtRest(element);
    (await appears(element, '#edit-function')).click();
    (await appears(element, 'dialog form')).querySelector<HTMLElement>('.primary')?.click();
    await appears(element, 'dialog [role=alert]');
    await isAtRest(element);
  });

  it('stays as it was after Escape, and the focus is back on what opened the dialog', async () => {
    const element = await page({ memberships: [membership], offers: [without] });
    const opener = button(element, 'Indiquer ma fonction – Encours');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await appears(element, 'dialog[open]');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    await aTimeout(0);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(focused(element)).to.equal(opener);
  });
});

describe('a page of services that stays open', () => {
  it('shows a new right as soon as the window comes back, says it, and takes no focus away', async () => {
    const answers = { memberships: [member], offers: [held('awaiting_letter', { claimId: 'c-1' })] };
    const element = await page(answers);
    button(element, 'Modifier').focus();
    answers.offers = [held('granted')];
    window.dispatchEvent(new Event('focus'));
    expect(textOf(element)).not.to.contain('Chargement');
    await reads(element, 'Accéder au service');
    expect(focused(element)?.id).to.equal('edit-function');
    expect(spoken(element)).to.equal('Encours : Habilité.');
  });

  it('puts the focus on the service whose button went', async () => {
    const answers = { memberships: [member], offers: [held('awaiting_letter', { claimId: 'c-1' })] };
    const element = await page(answers);
    button(element, 'Saisir le code reçu par courrier – Encours').focus();
    answers.offers = [held('cancelled'), free].slice(0, 1);
    element.refresh();
    await reads(element, 'Annulée');
    expect(element.shadowRoot?.activeElement?.closest('[data-service]')).not.to.equal(null);
  });

  it('keeps what is shown when a quiet refresh gets no answer', async () => {
    let down = false;
    let asked = 0;
    const element = await page(
      { memberships: [member], offers: [] },
      { services: { list: async () => ((asked += 1), down ? Promise.reject(new UnreachableError()) : [free]) } },
    );
    down = true;
    element.refresh();
    await aTimeout(20);
    expect(asked).to.equal(2);
    expect(textOf(element)).to.contain('Demander');
    expect(element.shadowRoot?.querySelector('[role="alert"]')).to.equal(null);
  });

  it('asks nothing any more once it has left the page', async () => {
    let asked = 0;
    const element = await page({ memberships: [member], offers: [] }, { services: { list: async () => ((asked += 1), [free]) } });
    element.remove();
    window.dispatchEvent(new Event('focus'));
    await aTimeout(20);
    expect(asked).to.equal(1);
  });
});
