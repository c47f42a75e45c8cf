import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/bdt-structure-picker.js';
import type { BdtStructurePicker } from '../../../components/bdt-structure-picker/bdt-structure-picker.js';
import type { BdtClient } from '../../../sdk/client/client.js';
import type { Membership } from '../../../sdk/contract/membership.js';
import type { StructurePage } from '../../../sdk/contract/structure.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { eus, eusDetails, membership, pageOf } from '../support/samples.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, spoken, textOf, type Script } from '../support/scripted.js';

const search = async () => pageOf([eus]);
const read = async () => eusDetails;

async function picker(script: Script, chooseOnly = false): Promise<BdtStructurePicker> {
  return fixture(html`<bdt-structure-picker ?choose-only=${chooseOnly} .settingsOverride=${settingsOf(script)}></bdt-structure-picker>`);
}

async function type(element: BdtStructurePicker, query: string): Promise<void> {
  const input = await appears<HTMLInputElement>(element, '#query');
  input.focus();
  input.value = query;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

async function look(element: BdtStructurePicker, query = 'eus 66500'): Promise<void> {
  await type(element, query);
  button(element, 'Rechercher').click();
  await appears(element, '#results');
}

async function open(element: BdtStructurePicker): Promise<void> {
  await look(element);
  (await appears(element, `[data-siret="${eus.siret}"]`)).click();
  await appears(element, '#check');
}

describe('looking for one’s structure', () => {
  it('says what is missing and leads to the field when nothing was typed', async () => {
    const element = await picker({ structures: { search } });
    (await appears(element, '#query')).focus();
    button(element, 'Rechercher').click();
    const error = await appears(element, '#query-error');
    expect(error.textContent).to.contain('Indiquez un nom');
    expect(focused(element)?.id).to.equal('query');
    expect(focused(element)?.getAttribute('aria-describedby')).to.contain('query-error');
    await isAccessible(element);
  });

  it('shows enough to tell two namesakes apart, and marks what was built for the demonstration', async () => {
    const other = { ...eus, siret: '21660074200999', address: null, constructed: [] };
    const element = await picker({ structures: { search: async () => pageOf([eus, other]) } });
    await look(element);
    const [first, second] = [...(element.shadowRoot?.querySelectorAll('.result') ?? [])].map((card) => card.textContent?.replace(/\s+/g, ' ') ?? '');
    expect(first).to.contain("COMMUNE D'EUS").and.to.contain('66500 EUS').and.to.contain('216 600 742 00');
    expect(first).to.contain('SIRET de démonstration').and.to.contain('Adresse de démonstration');
    expect(second).to.contain('Adresse : Non renseigné').and.not.to.contain('démonstration');
    await isAccessible(element);
  });

  it('speaks the count, and keeps what was typed', async () => {
    const element = await picker({ structures: { search: async () => pageOf([eus], { total: 12 }) } });
    await look(element);
    await element.updateComplete;
    expect(spoken(element)).to.equal('12 structures trouvées');
    expect((await appears<HTMLInputElement>(element, '#query')).value).to.equal('eus 66500');
  });

  it('keeps what is typed while the answer is on its way, and searches once on a double click', async () => {
    const answer = pending<StructurePage>();
    const asked: string[] = [];
    const element = await picker({ structures: { search: (query) => (asked.push(query), answer.answer) } });
    await type(element, 'eus');
    const submit = button(element, 'Rechercher');
    submit.click();
    submit.click();
    await reads(element, 'Recherche en cours…');
    expect(submit.getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(element);
    await type(element, 'eus 66500');
    answer.come(pageOf([eus]));
    await appears(element, '#results');
    await element.updateComplete;
    expect((await appears<HTMLInputElement>(element, '#query')).value).to.equal('eus 66500');
    expect(textOf(element)).to.contain('pour « eus »');
    expect(asked).to.deep.equal(['eus']);
  });

  it('shows a closed establishment as such, with nothing to choose', async () => {
    const element = await picker({ structures: { search: async () => pageOf([{ ...eus, closed: true }]) } });
    await look(element);
    expect(textOf(element)).to.contain('Établissement fermé').and.to.contain('ne peut pas être choisi');
    expect(element.shadowRoot?.querySelector('button.result')).to.equal(null);
    await isAccessible(element);
  });

  it('says why nothing was found and what next', async () => {
    const element = await picker({ structures: { search: async () => pageOf([], { hint: 'siret_invalid' }) } });
    await look(element, '21660074200000');
    expect(textOf(element)).to.contain('Ce numéro de SIRET n’existe pas').and.to.contain('Contactez la Direction Régionale');
    expect(spoken(element)).to.equal('Aucune structure trouvée');
    await isAccessible(element);
  });

  it('leafs through the pages, and the focus follows', async () => {
    const element = await picker({ structures: { search: async (_query, page = 1) => pageOf([eus], { total: 60, page }) } });
    await look(element);
    expect(element.shadowRoot?.querySelectorAll('nav button').length).to.equal(1);
    button(element, 'Page suivante').click();
    await reads(element, 'page 2 sur 3');
    await element.updateComplete;
    expect(focused(element)?.id).to.equal('results');
    expect(spoken(element)).to.equal('');
    button(element, 'Page précédente').click();
    await reads(element, 'page 1 sur 3');
    await isAccessible(element);
  });

  it('says that the directory is down, and when to try again', async () => {
    const element = await picker({
      structures: { search: async () => Promise.reject(refusal('directory_unavailable', { retryAfter: 30 })) },
    });
    await type(element, 'eus');
    button(element, 'Rechercher').click();
    const alert = await appears(element, '[role="alert"]');
    expect(alert.textContent).to.contain('dans 30 secondes');
    expect((await appears<HTMLInputElement>(element, '#query')).value).to.equal('eus');
    await isAccessible(element);
  });

  it('leaves a name that looks like markup as text', async () => {
    const element = await picker({ structures: { search: async () => pageOf([{ ...eus, name: '<img src=x onerror=alert(1)>' }]) } });
    await look(element);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element)).to.contain('<img src=x');
  });
});

describe('checking and attaching', () => {
  it('shows the details for a last check, and what is not known', async () => {
    const element = await picker({ structures: { search, read } });
    await open(element);
    const text = textOf(element);
    expect(text).to.contain('Veuillez vérifier les informations suivantes').and.to.contain("Complément d'informations");
    expect(text).to.contain('01/03/1983').and.to.contain('84.11Z-Administration publique générale').and.to.match(/Enseigne ?Non renseigné/);
    expect(focused(element)?.id).to.equal('check');
    await isAccessible(element);
  });

  it('comes back to the results with the focus on the structure that was opened', async () => {
    const element = await picker({ structures: { search, read } });
    await open(element);
    button(element, 'Retour').click();
    await appears(element, '#results');
    await element.updateComplete;
    expect(focused(element)?.dataset.siret).to.equal(eus.siret);
  });

  it('stays on the results when the details do not come', async () => {
    const element = await picker({ structures: { search, read: async () => Promise.reject(new UnreachableError()) } });
    await look(element);
    (await appears(element, '.result')).click();
    await appears(element, '[role="alert"]');
    expect(element.shadowRoot?.querySelector('.result')).not.to.equal(null);
  });

  it('no longer speaks of opening or attaching once it is done, or has failed', async () => {
    let open = false;
    const details = () => (open ? read() : Promise.reject(new UnreachableError()));
    const element = await picker({ structures: { search, read: details }, memberships: { create: async () => membership } });
    await look(element);
    (await appears(element, `[data-siret="${eus.siret}"]`)).click();
    await appears(element, '[role=alert]');
    await isAtRest(element);
    open = true;
    (await appears(element, `[data-siret="${eus.siret}"]`)).click();
    await appears(element, '#check');
    await isAtRest(element);
    button(element, 'Valider').click();
    await appears(element, '#done');
    await isAtRest(element);
  });

  it('attaches once on a double click, and says so', async () => {
    const answer = pending<Membership>();
    const asked: string[] = [];
    const create: BdtClient['memberships']['create'] = (siret) => (asked.push(siret), answer.answer);
    const element = await picker({ structures: { search, read }, memberships: { create } });
    const attached = listen(element, 'bdt-structure-attached');
    await open(element);
    const validate = button(element, 'Valider');
    validate.click();
    validate.click();
    await reads(element, 'Rattachement en cours…');
    await isAccessible(element);
    answer.come(membership);
    await appears(element, '#done');
    await element.updateComplete;
    expect(asked).to.deep.equal([eus.siret]);
    expect(attached.map(({ detail }) => detail)).to.deep.equal([{ membershipId: 'm-eus', siret: eus.siret }]);
    expect(focused(element)?.textContent).to.contain("Vous êtes rattaché à COMMUNE D'EUS");
    await isAccessible(element);
  });

  it('leads to signing in when the session is over, with the structure still on the screen', async () => {
    const create = async () => Promise.reject(refusal('session_required', { status: 401 }));
    const element = await picker({ structures: { search, read }, memberships: { create } });
    const asked = listen(element, 'bdt-session-required');
    await open(element);
    button(element, 'Valider').click();
    await appears(element, '[role="alert"]');
    button(element, 'Me connecter').click();
    expect(asked.length).to.equal(1);
    expect(textOf(element)).to.contain("COMMUNE D'EUS");
    await isAccessible(element);
  });

  it('says that the establishment has just been closed', async () => {
    const create = async () => Promise.reject(refusal('structure_closed'));
    const element = await picker({ structures: { search, read }, memberships: { create } });
    await open(element);
    button(element, 'Valider').click();
    expect((await appears(element, '[role="alert"]')).textContent).to.contain('vient d’être fermé');
  });

  it('only chooses when asked to, without any session', async () => {
    const element = await picker({ structures: { search, read } }, true);
    const chosen = listen(element, 'bdt-structure-chosen');
    await open(element);
    button(element, 'Valider').click();
    await appears(element, '#done');
    await element.updateComplete;
    expect(chosen.map(({ detail }) => detail)).to.deep.equal([{ siret: eus.siret, name: "COMMUNE D'EUS" }]);
    await isAccessible(element);
    button(element, 'Chercher une autre structure').click();
    await element.updateComplete;
    expect((await appears<HTMLInputElement>(element, '#query')).value).to.equal('');
  });

  it('goes from the search to the end by keyboard alone', async () => {
    const element = await picker({ structures: { search, read } }, true);
    (await appears(element, '#query')).focus();
    await sendKeys({ type: 'eus' });
    await sendKeys({ press: 'Enter' });
    await appears(element, '#results');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(focused(element)?.dataset.siret).to.equal(eus.siret);
    await sendKeys({ press: 'Enter' });
    await appears(element, '#check');
    await element.updateComplete;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Vous avez choisi');
  });
});
