import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/bdt-user-admin.js';
import type { BdtUserAdmin } from '../../../components/bdt-user-admin/bdt-user-admin.js';
import type { BdtClient } from '../../../sdk/client/client.js';
import type { PendingRequest, StructureUser, UserRow } from '../../../sdk/contract/administration.js';
import type { Habilitation } from '../../../sdk/contract/habilitation.js';
import type { Membership } from '../../../sdk/contract/membership.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { membership } from '../support/samples.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, spoken, textOf } from '../support/scripted.js';

const administrator: Membership = { ...membership, role: 'administrator', administration: 'active' };

const karim: StructureUser = {
  membershipId: 'm-karim',
  civility: 'mr',
  firstName: 'Karim',
  lastName: 'Belaïd',
  email: 'karim.belaid@exemple.fr',
  jobFunction: 'accountant',
  role: 'user',
  isSelf: false,
};
const odile: StructureUser = {
  ...karim,
  membershipId: 'm-eus',
  civility: 'mrs',
  firstName: 'Odile',
  lastName: 'Garnier',
  email: 'odile.garnier@exemple.fr',
  jobFunction: null,
  role: 'administrator',
  isSelf: true,
};

const waiting: Habilitation = {
  habilitationId: 'h-1',
  membershipId: 'm-karim',
  serviceId: 'encours',
  state: 'awaiting_administrator',
  requestedAt: '2026-11-02T09:00:00Z',
  decidedAt: null,
  reason: null,
  claimId: null,
};

function request(habilitationId: string, serviceName: string, user: StructureUser = karim): PendingRequest {
  return { habilitation: { ...waiting, habilitationId }, serviceName, user };
}

const rows: UserRow[] = [
  { user: karim, habilitations: [{ habilitation: waiting, serviceName: 'Encours' }] },
  { user: odile, habilitations: [{ habilitation: { ...waiting, state: 'granted' }, serviceName: 'Documents' }] },
];

function page<Item>(results: Item[], more: Partial<{ total: number; page: number }> = {}) {
  return { results, total: results.length, page: 1, pageSize: 25, ...more };
}

type Decide = BdtClient['habilitations']['decide'];

/** A structure whose requests leave the list once they are decided, by this person or by another. */
async function screen(requests: PendingRequest[], decide: Decide = async () => waiting): Promise<BdtUserAdmin> {
  let left = requests;
  const settings = settingsOf({
    memberships: { list: async () => [administrator] },
    administration: { listRequests: async () => page(left), listUsers: async () => page(rows) },
    habilitations: {
      decide: async (...given) => {
        const gone = () => (left = left.filter(({ habilitation }) => habilitation.habilitationId !== given[0]));
        try {
          const answer = await decide(...given);
          gone();
          return answer;
        } catch (error) {
          if ((error as { code?: string }).code === 'already_decided') gone();
          throw error;
        }
      },
    },
  });
  const element = await fixture<BdtUserAdmin>(html`<bdt-user-admin .settingsOverride=${settings}></bdt-user-admin>`);
  await appears(element, '#requests');
  return element;
}

const APPROVE = 'Approuver la demande de Karim Belaïd pour Encours';
const REFUSE = 'Refuser la demande de Karim Belaïd pour Encours';

async function openRefusal(element: BdtUserAdmin): Promise<HTMLTextAreaElement> {
  button(element, REFUSE).click();
  const reason = await appears<HTMLTextAreaElement>(element, '#reason');
  await waitUntil(() => focused(element) === reason, 'the reason never gets the focus');
  return reason;
}

async function type(element: BdtUserAdmin, reason: string): Promise<void> {
  const field = await appears<HTMLTextAreaElement>(element, '#reason');
  field.value = reason;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

describe('seeing who waits and who is there', () => {
  it('names the structure, and says who asks for what since when', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    const text = textOf(element);
    expect(text).to.contain("Gestion des utilisateurs COMMUNE D'EUS").and.to.contain('Demandes en attente (1)');
    const card = textOf(element).slice(text.indexOf('Demandes en attente'), text.indexOf('Utilisateurs de la structure'));
    expect(card).to.contain('Karim Belaïd – Encours').and.to.contain('Comptable').and.to.contain('karim.belaid@exemple.fr').and.to.contain('02/11/2026');
    await isAccessible(element);
  });

  it('shows each user with role, function and rights, and marks one’s own line', async () => {
    const element = await screen([]);
    const [first, second] = [...(element.shadowRoot?.querySelectorAll('[part="user"]') ?? [])].map((one) => one.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(first).to.contain('Karim Belaïd').and.to.contain('Utilisateur').and.to.contain('Encours En attente de l’administrateur').and.not.to.contain('Vous');
    expect(second).to.contain('Odile Garnier Vous').and.to.contain('Administrateur').and.to.contain('A DEFINIR').and.to.contain('Documents Habilité');
    expect(element.shadowRoot?.querySelectorAll('[part="user"] button').length).to.equal(0);
  });

  it('says that nothing waits and that nobody is there', async () => {
    const settings = settingsOf({
      memberships: { list: async () => [administrator] },
      administration: { listRequests: async () => page<PendingRequest>([]), listUsers: async () => page<UserRow>([]) },
    });
    const element = await fixture<BdtUserAdmin>(html`<bdt-user-admin membership-id="m-eus" .settingsOverride=${settings}></bdt-user-admin>`);
    await reads(element, 'Aucune demande n’attend de décision.');
    expect(textOf(element)).to.contain('Aucun utilisateur n’est rattaché à cette structure.');
    await isAccessible(element);
  });

  it('leaves names that look like markup as text', async () => {
    const element = await screen([request('h-1', 'Encours', { ...karim, firstName: '<img src=x onerror=alert(1)>' })]);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element)).to.contain('<img src=x');
  });

  it('locks one’s own request', async () => {
    const element = await screen([request('h-1', 'Encours', odile)]);
    expect(textOf(element)).to.contain('un autre administrateur de la structure en décide');
    expect(element.shadowRoot?.querySelectorAll('[part="request"] button').length).to.equal(0);
    await isAccessible(element);
  });

  it('tells someone who is no administrator so, and leads to the services', async () => {
    const settings = settingsOf({ memberships: { list: async () => [membership] } });
    const element = await fixture<BdtUserAdmin>(html`<bdt-user-admin membership-id="m-eus" .settingsOverride=${settings}></bdt-user-admin>`);
    await reads(element, 'Vous n’êtes pas administrateur de cette structure');
    const asked = listen(element, 'bdt-services-requested');
    await isAccessible(element);
    button(element, 'Voir mes services').click();
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus' }]);
  });

  it('can be tried again when the service does not answer, and leads to signing in when the session is over', async () => {
    let answer: () => Promise<Membership[]> = async () => Promise.reject(new UnreachableError());
    const settings = settingsOf({ memberships: { list: () => answer() } });
    const element = await fixture<BdtUserAdmin>(html`<bdt-user-admin .settingsOverride=${settings}></bdt-user-admin>`);
    await reads(element, 'Le service ne répond pas');
    await isAccessible(element);
    answer = async () => Promise.reject(refusal('session_required', { status: 401 }));
    button(element, 'Réessayer').click();
    await reads(element, 'votre session est terminée');
    const asked = listen(element, 'bdt-session-required');
    button(element, 'Me connecter').click();
    expect(asked.length).to.equal(1);
  });

  it('leafs through the pages of each list, and the focus follows', async () => {
    const settings = settingsOf({
      memberships: { list: async () => [administrator] },
      administration: {
        listRequests: async (_id, at = 1) => page([request(`h-${at}`, 'Encours')], { total: 30, page: at }),
        listUsers: async (_id, at = 1) => page(rows, { total: 2000, page: at }),
      },
    });
    const element = await fixture<BdtUserAdmin>(html`<bdt-user-admin .settingsOverride=${settings}></bdt-user-admin>`);
    await reads(element, 'Demandes en attente (30), page 1 sur 2');
    await isAccessible(element);
    const [requests, users] = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('nav') ?? [])];
    expect(requests?.querySelectorAll('button').length).to.equal(1);
    requests?.querySelector('button')?.click();
    await reads(element, 'Demandes en attente (30), page 2 sur 2');
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('requests');
    users?.querySelector('button')?.click();
    await reads(element, /Utilisateurs de la structure \(2\s000\), page 2 sur 80/);
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('users');
    expect(textOf(element)).to.contain('Demandes en attente (30), page 2 sur 2');
  });

  it('reads the lists again on request, and says so once', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    const refresh = button(element, 'Actualiser');
    refresh.focus();
    refresh.click();
    await waitUntil(() => spoken(element) === 'Les listes sont à jour.');
    expect(focused(element)).to.equal(refresh);
  });
});

describe('accepting', () => {
  it('accepts once on a double click, says so, and goes on with the next request', async () => {
    const answer = pending<Habilitation>();
    const asked: unknown[] = [];
    const element = await screen([request('h-1', 'Encours'), request('h-2', 'Documents')], (id, decision) => {
      asked.push([id, decision]);
      return answer.answer;
    });
    const events = listen(element, 'bdt-habilitation-decided');
    const accept = button(element, APPROVE);
    accept.focus();
    accept.click();
    accept.click();
    await reads(element, 'Décision en cours…');
    expect(accept.getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(element);
    answer.come({ ...waiting, state: 'granted' });
    await reads(element, 'La demande de Karim Belaïd pour Encours est approuvée');
    await waitUntil(() => focused(element)?.dataset.request === 'h-2', 'the focus does not go on');
    expect(spoken(element)).to.equal('La demande de Karim Belaïd pour Encours est approuvée');
    expect(asked).to.deep.equal([['h-1', { decision: 'grant' }]]);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ habilitationId: 'h-1', decision: 'grant' }]);
    await isAccessible(element);
  });

  it('leads to what was decided when nothing is left', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    button(element, APPROVE).click();
    await waitUntil(() => focused(element)?.id === 'notice', 'the notice never gets the focus');
    expect(textOf(element)).to.contain('Aucune demande n’attend de décision.');
    expect(spoken(element)).to.equal('');
  });

  it('says who decided what when another administrator was faster', async () => {
    const element = await screen([request('h-1', 'Encours'), request('h-2', 'Documents')], async () =>
      Promise.reject(refusal('already_decided', { state: 'refused', decidedBy: 'Lise Aubry' })),
    );
    const events = listen(element, 'bdt-habilitation-decided');
    button(element, APPROVE).click();
    const alert = await appears(element, '[role="alert"]');
    expect(alert.textContent).to.contain('La demande de Karim Belaïd pour Encours a déjà été refusée par Lise Aubry.');
    await waitUntil(() => focused(element)?.dataset.request === 'h-2', 'the focus does not go on');
    expect(element.shadowRoot?.querySelector('[data-request="h-1"]')).to.equal(null);
    expect(events.length).to.equal(0);
    await isAccessible(element);
  });

  it('says that one is no longer administrator, and that nothing was decided', async () => {
    const element = await screen([request('h-1', 'Encours')], async () => Promise.reject(refusal('not_administrator', { status: 403 })));
    button(element, APPROVE).click();
    expect((await appears(element, '[role="alert"]')).textContent).to.contain('rien n’a été décidé');
  });

  it('keeps the request and can be tried again when no answer comes', async () => {
    const keys: unknown[] = [];
    const element = await screen([request('h-1', 'Encours')], async (_id, _decision, options) => {
      keys.push(options?.idempotencyKey);
      return Promise.reject(new UnreachableError());
    });
    button(element, APPROVE).click();
    await appears(element, '[role="alert"]');
    button(element, APPROVE).click();
    await waitUntil(() => keys.length === 2);
    expect(keys[0]).to.be.a('string').and.to.equal(keys[1]);
  });
});

describe('refusing', () => {
  it('wants a reason, in words at the field', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    const reason = await openRefusal(element);
    expect(textOf(element)).to.contain('Refuser la demande de Karim Belaïd').and.to.contain('Service demandé : Encours');
    await isAccessible(element);
    button(element, 'Refuser la demande').click();
    const error = await appears(element, '#reason-error');
    expect(error.textContent).to.contain('Indiquez pourquoi');
    expect(reason.getAttribute('aria-describedby')).to.contain('reason-error');
    await waitUntil(() => focused(element) === reason);
    await isAccessible(element);
  });

  it('counts the characters, and says politely how many are left', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    await openRefusal(element);
    await type(element, 'Pas de votre service.');
    expect(element.shadowRoot?.querySelector('#reason-count')?.textContent).to.equal('21 sur 500 caractères');
    const inside = () => element.shadowRoot?.querySelector('dialog [role="status"]')?.textContent;
    expect(inside()).to.equal('');
    await waitUntil(() => inside() === '479 caractères restants', 'never said', { timeout: 3000 });
    await type(element, 'é'.repeat(501));
    button(element, 'Refuser la demande').click();
    expect((await appears(element, '#reason-error')).textContent).to.contain('trop long');
    expect((await appears<HTMLTextAreaElement>(element, '#reason')).value.length).to.equal(501);
  });

  it('sends the reason once, and says that the request is refused', async () => {
    const answer = pending<Habilitation>();
    const asked: unknown[] = [];
    const element = await screen([request('h-1', 'Encours')], (id, decision) => {
      asked.push([id, decision]);
      return answer.answer;
    });
    const events = listen(element, 'bdt-habilitation-decided');
    await openRefusal(element);
    await type(element, '  Pas de votre service. ');
    const submit = button(element, 'Refuser la demande');
    submit.click();
    submit.click();
    await waitUntil(() => element.shadowRoot?.querySelector('dialog [role="status"]')?.textContent === 'Décision en cours…');
    await isAccessible(element);
    answer.come({ ...waiting, state: 'refused' });
    await reads(element, 'La demande de Karim Belaïd pour Encours est refusée');
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(asked).to.deep.equal([['h-1', { decision: 'refuse', reason: 'Pas de votre service.' }]]);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ habilitationId: 'h-1', decision: 'refuse' }]);
  });

  it('is no longer said to be under way once it has failed, or is done', async () => {
    let down = true;
    const decide: Decide = () => (down ? Promise.reject(new UnreachableError()) : Promise.resolve(waiting));
    const element = await screen([request('h-1', 'Encours')], decide);
    await openRefusal(element);
    await type(element, 'Il n’est plus des nôtres.');
    (await appears(element, 'dialog .danger')).click();
    await appears(element, 'dialog [role=alert]');
    await isAtRest(element);
    down = false;
    (await appears(element, 'dialog .danger')).click();
    await appears(element, '#notice');
    await isAtRest(element);
  });

  it('keeps the reason in the dialog when no answer comes', async () => {
    const element = await screen([request('h-1', 'Encours')], async () => Promise.reject(new UnreachableError()));
    await openRefusal(element);
    await type(element, 'Pas de votre service.');
    button(element, 'Refuser la demande').click();
    await appears(element, 'dialog [role="alert"]');
    expect((await appears<HTMLTextAreaElement>(element, '#reason')).value).to.equal('Pas de votre service.');
    await isAccessible(element);
  });

  it('does nothing when it is cancelled, and comes back to the button', async () => {
    let asked = 0;
    const element = await screen([request('h-1', 'Encours')], async () => (asked++, waiting));
    await openRefusal(element);
    button(element, 'Annuler').click();
    await waitUntil(() => focused(element)?.dataset.refuse === 'h-1', 'the focus is lost');
    expect(asked).to.equal(0);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('finds the reason again as it was typed, after « Annuler » and after Escape', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    await openRefusal(element);
    await type(element, 'Pas de votre service.');
    button(element, 'Annuler').click();
    await waitUntil(() => !element.shadowRoot?.querySelector('dialog'));
    expect((await openRefusal(element)).value).to.equal('Pas de votre service.');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !element.shadowRoot?.querySelector('dialog'));
    expect((await openRefusal(element)).value).to.equal('Pas de votre service.');
  });

  it('needs no mouse', async () => {
    const element = await screen([request('h-1', 'Encours')]);
    button(element, APPROVE).focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    const reason = await appears(element, '#reason');
    await waitUntil(() => focused(element) === reason);
    await sendKeys({ type: 'Autre service' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(element)?.dataset.refuse === 'h-1');
    await sendKeys({ press: 'Enter' });
    await aTimeout(50);
    await sendKeys({ type: 'Autre service' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'est refusée');
  });
});
