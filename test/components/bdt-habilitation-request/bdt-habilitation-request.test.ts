import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/bdt-habilitation-request.js';
import type { BdtHabilitationRequest } from '../../../components/bdt-habilitation-request/bdt-habilitation-request.js';
import type { BdtClient } from '../../../sdk/client/client.js';
import type { Habilitation } from '../../../sdk/contract/habilitation.js';
import type { HabilitationCase } from '../../../sdk/contract/habilitation-case.js';
import type { ServiceOffer } from '../../../sdk/contract/service.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { eus, membership } from '../support/samples.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, textOf } from '../support/scripted.js';

const offer: ServiceOffer = {
  service: { serviceId: 'encours', name: 'Encours', title: 'Consultation des Encours', offers: [], url: null },
  habilitation: null,
  missing: [],
};

function habilitation(state: Habilitation['state'], claimId: string | null = null): Habilitation {
  return {
    habilitationId: 'h-1',
    membershipId: 'm-eus',
    serviceId: 'encours',
    state,
    requestedAt: '2026-11-20T09:00:00Z',
    decidedAt: null,
    reason: null,
    claimId,
  };
}

interface Backend {
  readonly case?: HabilitationCase;
  readonly readCase?: BdtClient['habilitations']['readCase'];
  readonly create?: BdtClient['habilitations']['create'];
  readonly offers?: ServiceOffer[];
  readonly name?: string;
  readonly administration?: 'none' | 'active';
}

async function request(backend: Backend): Promise<BdtHabilitationRequest> {
  const { case: told = 'first_user', readCase = async () => told, create, offers = [offer] } = backend;
  const { name = eus.name, administration = 'none' } = backend;
  const settings = settingsOf({
    memberships: { list: async () => [{ ...membership, administration, structure: { ...eus, name } }] },
    services: { list: async () => offers },
    habilitations: { readCase, create },
  });
  return fixture(
    html`<bdt-habilitation-request membership-id="m-eus" service-id="encours" .settingsOverride=${settings}></bdt-habilitation-request>`,
  );
}

async function accept(element: BdtHabilitationRequest): Promise<void> {
  await appears(element, '[part="case"]');
  button(element, 'Accepter').click();
}

describe('reading what a request will do', () => {
  it('tells the first user what they become, whom to ask first, and where the letter leaves to', async () => {
    const element = await request({ case: 'first_user' });
    await appears(element, '[part="case"]');
    const text = textOf(element);
    expect(text).to.contain('vous allez devenir administrateur').and.to.contain('Vérifiez auprès de votre représentant légal');
    expect(text).to.contain('ne porte pas de nom').and.to.contain('Prévenez votre représentant légal');
    expect(element.shadowRoot?.querySelector('address')?.textContent?.replace(/\s+/g, ' ')).to.contain("COMMUNE D'EUS Mairie 66500 EUS");
    await isAccessible(element);
  });

  const others: [HabilitationCase, string][] = [
    ['administrator', 'Un e-mail va être envoyé à l’administrateur'],
    ['future_administrator', 'en cours de désignation'],
    ['own_claim', 'Aucun autre courrier ne part'],
    ['sole_administrator', 'le seul administrateur'],
  ];
  for (const [name, sentence] of others) {
    it(`says it in words in the case ${name}, without a letter`, async () => {
      const element = await request({ case: name });
      await appears(element, '[part="case"]');
      expect(textOf(element)).to.contain(sentence);
      expect(element.shadowRoot?.querySelector('address')).to.equal(null);
      await isAccessible(element);
    });
  }

  it('says what to do first when the page does not know which service', async () => {
    const settings = settingsOf({});
    const element = await fixture<BdtHabilitationRequest>(
      html`<bdt-habilitation-request membership-id="m-eus" .settingsOverride=${settings}></bdt-habilitation-request>`,
    );
    const asked = listen(element, 'bdt-services-requested');
    expect(textOf(element)).to.contain('Choisissez d’abord un service');
    button(element, 'Retour à mes services').click();
    expect(asked.length).to.equal(1);
    await isAccessible(element);
  });

  it('does nothing on « Annuler » but say so, and can be taken up again', async () => {
    const element = await request({});
    const declined = listen(element, 'bdt-habilitation-declined');
    await appears(element, '[part="case"]');
    button(element, 'Annuler').click();
    await appears(element, '#done');
    await aTimeout(0);
    expect(declined.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus', serviceId: 'encours' }]);
    expect(focused(element)?.textContent).to.contain('n’a pas été envoyée');
    await isAccessible(element);
    button(element, 'Reprendre la demande').click();
    await appears(element, '[part="case"]');
    await aTimeout(0);
    expect(focused(element)?.id).to.equal('title');
  });

  it('leaves a name that looks like markup as text', async () => {
    const element = await request({ name: '<img src=x onerror=alert(1)>' });
    await appears(element, '[part="case"]');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element)).to.contain('<img src=x');
  });

  for (const [state, sentence] of [
    ['awaiting_letter', 'Vous avez déjà demandé le service Encours'],
    ['awaiting_administrator', 'attend la décision'],
    ['granted', 'Vous êtes déjà habilité'],
  ] as const) {
    it(`tells someone whose request is ${state} that they asked already`, async () => {
      const element = await request({ administration: 'active', offers: [{ ...offer, habilitation: habilitation(state, 'c-1') }] });
      await reads(element, sentence);
      expect(textOf(element).includes('Suivre le courrier')).to.equal(state === 'awaiting_letter');
      await isAccessible(element);
    });
  }

  it('asks anew someone who waits where nobody is left to decide', async () => {
    const element = await request({ offers: [{ ...offer, habilitation: habilitation('awaiting_administrator', null) }] });
    await appears(element, '[part="case"]');
    expect(textOf(element)).to.contain('vous allez devenir administrateur');
  });

  for (const [code, sentence] of [
    ['job_function_missing', 'Indiquez-la dans « Mes services »'],
    ['client_code_missing', 'Contactez la Direction Régionale'],
    ['case_quota_reached', 'Revenez dans 3 heures'],
    ['session_required', 'Connectez-vous pour continuer'],
    ['a_code_of_a_later_backend', 'Une erreur est survenue de notre côté'],
  ] as const) {
    it(`says what next when the case can't be told: ${code}`, async () => {
      const element = await request({ readCase: async () => Promise.reject(refusal(code, { retryAfter: 3 * 3600 })) });
      const alert = await appears(element, '[role="alert"]');
      expect(alert.textContent?.replace(/\s+/g, ' ')).to.contain(sentence);
      expect(textOf(element)).to.contain('Retour à mes services');
      await isAccessible(element);
    });
  }

  it('tries again when no answer came', async () => {
    let down = true;
    const element = await request({ readCase: async () => (down ? Promise.reject(new UnreachableError()) : 'administrator') });
    await appears(element, '[role="alert"]');
    down = false;
    button(element, 'Réessayer').click();
    await appears(element, '[part="case"]');
  });
});

describe('accepting', () => {
  it('sends one request on a double click, and leads the first user to the letter', async () => {
    const answer = pending<Habilitation>();
    const sent: unknown[] = [];
    const element = await request({ create: (input) => (sent.push(input), answer.answer) });
    const created = listen(element, 'bdt-habilitation-created');
    const activation = listen(element, 'bdt-activation-requested');
    await accept(element);
    button(element, 'Envoi de la demande en cours…').click();
    await isAccessible(element);
    answer.come(habilitation('awaiting_letter', 'c-1'));
    await appears(element, '#done');
    await aTimeout(0);
    expect(sent).to.deep.equal([{ membershipId: 'm-eus', serviceId: 'encours', acceptedCase: 'first_user' }]);
    expect(created.map(({ detail }) => detail)).to.deep.equal([{ habilitationId: 'h-1', state: 'awaiting_letter' }]);
    expect(focused(element)?.id).to.equal('done');
    await isAccessible(element);
    button(element, 'Suivre le courrier et saisir le code').click();
    expect(activation.map(({ detail }) => detail)).to.deep.equal([{ claimId: 'c-1', membershipId: 'm-eus' }]);
  });

  for (const [name, state, sentence] of [
    ['administrator', 'awaiting_administrator', 'sont prévenus par e-mail'],
    ['future_administrator', 'awaiting_administrator', 'en cours de désignation'],
    ['own_claim', 'awaiting_letter', 's’ouvrira avec les autres'],
    ['sole_administrator', 'granted', 'Vous êtes habilité au service Encours'],
  ] as const) {
    it(`says what happens now in the case ${name}`, async () => {
      const element = await request({ case: name, create: async () => habilitation(state, state === 'awaiting_letter' ? 'c-1' : null) });
      const asked = listen(element, 'bdt-services-requested');
      await accept(element);
      await reads(element, sentence);
      await isAccessible(element);
      button(element, 'Retour à mes services').click();
      expect(asked.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus' }]);
    });
  }

  it('no longer speaks of sending once it is sent, refused, or asked again', async () => {
    const answers = [refusal('case_changed', { case: 'administrator' }), new UnreachableError()];
    const create = () => (answers.length ? Promise.reject(answers.shift()) : Promise.resolve(habilitation('awaiting_administrator')));
    const element = await request({ create });
    await accept(element);
    await appears(element, '#changed');
    await isAtRest(element);
    await accept(element);
    await appears(element, '[role=alert]');
    await isAtRest(element);
    await accept(element);
    await appears(element, '#done');
    await isAtRest(element);
  });

  it('shows the other case and asks again when it has changed meanwhile', async () => {
    const sent: HabilitationCase[] = [];
    const element = await request({
      create: async ({ acceptedCase }) => {
        sent.push(acceptedCase);
        if (sent.length === 1) throw refusal('case_changed', { case: 'future_administrator' });
        return habilitation('awaiting_administrator');
      },
    });
    await accept(element);
    const said = await appears(element, '#changed');
    await aTimeout(0);
    expect(said.textContent).to.contain('vient de changer');
    expect(focused(element)?.id).to.equal('changed');
    expect(textOf(element)).to.contain('en cours de désignation').and.not.to.contain('vous allez devenir administrateur');
    await isAccessible(element);
    button(element, 'Accepter').click();
    await appears(element, '#done');
    expect(sent).to.deep.equal(['first_user', 'future_administrator']);
  });

  for (const [code, sentence] of [
    ['claim_quota_reached', 'autant de courriers qu’il est permis'],
    ['letter_quota_reached', 'Revenez dans 4 jours'],
    ['claim_too_soon', 'recommencer dans 4 jours'],
    ['structure_closed', 'est fermé'],
  ] as const) {
    it(`says why it was refused and what next: ${code}`, async () => {
      const element = await request({ create: async () => Promise.reject(refusal(code, { retryAfter: 4 * 86_400 })) });
      await accept(element);
      expect((await appears(element, '[role="alert"]')).textContent).to.contain(sentence);
      expect(textOf(element)).to.contain('vous allez devenir administrateur');
      await isAccessible(element);
    });
  }
});
