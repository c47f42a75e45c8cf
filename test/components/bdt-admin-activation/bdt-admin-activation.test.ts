import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BdtAdminActivation } from '../../../components/bdt-admin-activation/bdt-admin-activation.js';
import type { Claim } from '../../../sdk/contract/claim.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { eus, membership } from '../support/samples.js';
import { appears, button, focused, isAccessible, listen, pending, reads, refusal, settingsOf, spoken, textOf } from '../support/scripted.js';
import { activated, claim, CODE, queued, refusedWith, screen, submit, type } from './support.js';

describe('waiting for the letter', () => {
  it('says what was asked, when the letter left, when to expect it, where it goes and how long it holds', async () => {
    const element = await screen({});
    await appears(element, '#code');
    const text = textOf(element);
    expect(text).to.contain("COMMUNE D'EUS").and.to.contain('Encours').and.to.contain('MAIRIE').and.to.contain('66500 EUS');
    expect(text).to.match(/Demandée le ?02\/11\/2026/).and.to.match(/Partie le ?03\/11\/2026/);
    expect(text).to.match(/Attendue au plus tard le ?10\/11\/2026/).and.to.match(/Code valable jusqu’au ?03\/12\/2026 \d{2}:\d{2}/);
    expect(text).to.contain('La lettre n’arrive pas ?').and.to.contain('Il vous reste 5 essais.');
    expect(document.activeElement).to.equal(document.body);
    await isAccessible(element);
  });

  it('takes up the claim that the page names', async () => {
    const asked: string[] = [];
    const settings = settingsOf({ claims: { read: async (id) => (asked.push(id), claim) } });
    const element = await fixture<BdtAdminActivation>(
      html`<bdt-admin-activation claim-id="cl-other" .settingsOverride=${settings}></bdt-admin-activation>`,
    );
    await appears(element, '#code');
    expect(asked).to.deep.equal(['cl-other']);
  });

  it('says that the letter is in preparation, then by itself that it left, without touching what is typed', async () => {
    let reading = 0;
    const element = await screen({ read: async () => (reading++ ? claim : queued) });
    await reads(element, 'La lettre est en préparation');
    await isAccessible(element);
    (await appears(element, '#code')).focus();
    await type(element, 'K70');
    await reads(element, 'La lettre est partie');
    await element.updateComplete;
    expect(spoken(element)).to.equal('La lettre est partie le 03/11/2026.');
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('K70');
    expect(focused(element)?.id).to.equal('code');
  });

  it('looks at the letter no more once it is taken from the page', async () => {
    let reading = 0;
    const element = await screen({ read: async () => (reading++, queued) });
    await reads(element, 'La lettre est en préparation');
    element.remove();
    await aTimeout(3500);
    expect(reading).to.equal(1);
  });

  it('says from when another letter may be asked for, with no button before', async () => {
    const element = await screen({});
    await reads(element, 'Vous pourrez demander une autre lettre à partir du');
    expect(element.shadowRoot?.querySelector('#resend')).to.equal(null);
  });

  it('offers another letter when the time has come, asks once, and says that the former code is dead', async () => {
    const answer = pending<Claim>();
    let asked = 0;
    const element = await screen({
      read: async () => ({ ...claim, resendIn: 1 }),
      resendLetter: () => (asked++, answer.answer),
    });
    await type(element, 'K70');
    const resend = await appears(element, '#resend');
    resend.click();
    resend.click();
    await reads(element, 'Demande de la lettre…');
    await isAccessible(element);
    answer.come({ ...queued, resendIn: 86_400 });
    await reads(element, 'Une autre lettre est demandée');
    await element.updateComplete;
    expect(asked).to.equal(1);
    expect(focused(element)?.id).to.equal('notice');
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('K70');
    await isAccessible(element);
  });

  it('says whom to turn to when no more letter may be asked for', async () => {
    const element = await screen({ read: async () => ({ ...claim, resendIn: null }) });
    await reads(element, 'Il n’est plus possible de demander une autre lettre');
    expect(textOf(element)).to.contain('contactez-nous');
    expect(element.shadowRoot?.querySelector('#resend')).to.equal(null);
  });

  for (const [code, sentence] of [
    ['letter_too_soon', 'La dernière lettre est trop récente. Vous pourrez en demander une autre dans 5 minutes.'],
    ['letter_quota_reached', 'Le nombre de lettres permis est atteint pour le moment. Vous pourrez en demander une autre dans 5 minutes.'],
  ] as const) {
    it(`says why no other letter leaves: ${code}`, async () => {
      const element = await screen({
        read: async () => ({ ...claim, resendIn: 0 }),
        resendLetter: async () => Promise.reject(refusal(code, { retryAfter: 300 })),
      });
      (await appears(element, '#resend')).click();
      expect((await appears(element, '[role="alert"]')).textContent).to.contain(sentence);
    });
  }

  it('tells someone without a claim so, and leads to the services', async () => {
    const element = await screen({}, { list: async () => [membership] });
    const asked = listen(element, 'bdt-services-requested');
    await reads(element, 'Aucune demande n’attend de courrier');
    await isAccessible(element);
    button(element, 'Voir mes services').click();
    expect(asked.length).to.equal(1);
  });

  it('leads someone whose claim is not theirs to their services', async () => {
    const element = await screen({ read: async () => Promise.reject(refusal('not_found')) });
    await reads(element, 'elle n’est pas la vôtre');
    const asked = listen(element, 'bdt-services-requested');

    button(element, 'Voir mes services').click();

    expect(asked).to.have.length(1);
  });

  it('can be tried again when the service does not answer', async () => {
    let up = false;
    const element = await screen({ read: async () => (up ? claim : Promise.reject(new UnreachableError())) });
    await appears(element, '[role="alert"]');
    await isAccessible(element);
    up = true;
    button(element, 'Réessayer').click();
    await appears(element, '#code');
  });

  it('leaves a structure’s name and address that look like markup as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const element = await screen({
      read: async () => ({ ...claim, structure: { ...eus, name }, letter: { ...claim.letter, addressLines: [name] } }),
    });
    await appears(element, '#code');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element)).to.contain(name);
  });
});

describe('typing the letter’s code', () => {
  it('says what is missing at each field and above them, and leads to the first', async () => {
    const element = await screen({});
    await appears(element, '#code');
    button(element, 'Devenir administrateur').click();
    await appears(element, '#code-error');
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('handed-over');
    expect(focused(element)?.getAttribute('aria-describedby')).to.equal('handed-over-error');
    expect(element.shadowRoot?.querySelectorAll('[part="summary"] a').length).to.equal(2);
    await isAccessible(element);
    element.shadowRoot?.querySelector<HTMLElement>('[part="summary"] a[href="#code"]')?.click();
    expect(focused(element)?.id).to.equal('code');
    await type(element, CODE);
    expect(element.shadowRoot?.querySelector('#code-error')).to.equal(null);
  });

  it('offers the code to no password manager and no spelling checker', async () => {
    const element = await screen({});
    const input = await appears<HTMLInputElement>(element, '#code');
    expect(input.autocomplete).to.equal('off');
    expect(input.spellcheck).to.equal(false);
    expect(element.shadowRoot?.querySelector('#code-hint')?.textContent).to.contain('XXXXX-XXXXX');
  });

  it('accepts the code in any case and with spaces, sends it once on a double click, and makes an administrator', async () => {
    const answer = pending<Claim>();
    const sent: string[] = [];
    const element = await screen({ activate: (_id, code) => (sent.push(code), answer.answer) });
    const events = listen(element, 'bdt-administrator-activated');
    await submit(element, ' k7o2l 9qx4t ');
    button(element, 'Vérification du code…').click();
    expect(spoken(element)).to.equal('Vérification du code…');
    await isAccessible(element);
    answer.come(activated);
    await reads(element, 'Vous êtes administrateur');
    await element.updateComplete;
    expect(sent).to.deep.equal(['K70219QX4T']);
    expect(events.map(({ detail }) => detail)).to.deep.equal([{ claimId: 'cl-eus', membershipId: 'm-eus' }]);
    expect(focused(element)?.textContent).to.equal('Vous êtes administrateur');
    expect(textOf(element)).to.match(/Services ouverts ?Encours/);
    await isAccessible(element);
    const services = listen(element, 'bdt-services-requested');
    const users = listen(element, 'bdt-administration-requested');
    button(element, 'Voir mes services').click();
    button(element, 'Gérer les utilisateurs').click();
    expect(services.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus' }]);
    expect(users.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus' }]);
  });

  it('tells nobody anew of an activation that is long past', async () => {
    const settings = settingsOf({ claims: { read: async () => activated } });
    const element = document.createElement('bdt-admin-activation');
    element.claimId = 'cl-eus';
    element.settingsOverride = settings;
    const events = listen(element, 'bdt-administrator-activated');
    document.body.append(element);
    await reads(element, 'Vous êtes administrateur');
    expect(events.length).to.equal(0);
    expect(document.activeElement).to.equal(document.body);
    element.remove();
  });

  it('says at the field how many tries are left, and keeps what was typed', async () => {
    const element = await refusedWith('activation_code_wrong', { triesLeft: 1 });
    const error = await appears(element, '#code-error');
    await element.updateComplete;
    expect(error.textContent).to.contain('Ce code n’est pas le bon').and.to.contain('Il vous reste 1 essai.');
    expect(focused(element)?.id).to.equal('code');
    expect((focused(element) as HTMLInputElement).value).to.equal(CODE);
    expect((await appears<HTMLInputElement>(element, '#handed-over')).checked).to.equal(true);
    await isAccessible(element);
  });

  it('says that the code is of an earlier letter', async () => {
    const element = await refusedWith('letter_replaced');
    expect((await appears(element, '#code-error')).textContent).to.contain('Utilisez celui de la dernière lettre');
    await isAccessible(element);
  });

  for (const [code, sentence] of [
    ['activation_code_expired', 'La validité de ce code est passée'],
    ['letter_not_sent', 'La dernière lettre n’est pas encore partie'],
    ['activation_tries_exhausted', 'Trop d’essais avec cette lettre'],
    ['membership_ended', 'Vous n’êtes plus rattaché à cette structure'],
    ['structure_closed', 'Cet établissement a été fermé'],
    ['administrator_appointed', 'Quelqu’un d’autre est devenu administrateur'],
    ['session_required', 'votre session est terminée'],
  ] as const) {
    it(`says why the code does not pass, and what next: ${code}`, async () => {
      const element = await refusedWith(code);
      expect((await appears(element, '[role="alert"]')).textContent).to.contain(sentence);
      expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal(CODE);
      await isAccessible(element);
    });
  }

  it('shows what became of a claim that was activated in another tab', async () => {
    let now = claim;
    const element = await screen({
      read: async () => now,
      activate: async () => {
        now = activated;
        return Promise.reject(refusal('claim_activated'));
      },
    });
    const events = listen(element, 'bdt-administrator-activated');
    await submit(element);
    await reads(element, 'Vous êtes administrateur');
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('outcome');
    expect(events.length).to.equal(1);
  });

  it('needs no mouse from the box to the end', async () => {
    const element = await screen({ activate: async () => activated });
    await appears(element, '#code');
    element.focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: CODE });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Vous êtes administrateur');
  });
});
