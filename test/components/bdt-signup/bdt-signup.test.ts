import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { BdtSignup } from '../../../components/bdt-signup/bdt-signup.js';
import { registerCatalogue } from '../../../components/shared/messages.js';
import { UnreachableError } from '../../../sdk/errors.js';
import type { SignUp } from '../../../sdk/contract/sign-up.js';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../../sdk/rules/index.js';
import { signup as french } from '../../../components/locales/fr/signup.js';
import { signupAnswers } from '../../../components/locales/fr/signup-answers.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, spoken, textOf } from '../support/scripted.js';
import { fill, right, send, signup, type, waiting } from './support.js';

const { unsent } = signupAnswers;

const create = async () => waiting;

const inputs = (element: BdtSignup) => [...(element.shadowRoot?.querySelectorAll('input') ?? [])];

const ready = (element: BdtSignup) => appears(element, '#email').then(() => waitUntil(() => import('../../../components/bdt-signup/signup-journey.js')));

describe('creating a personal space', () => {
  it('asks for everything in the guide’s order, each field with its autofill token, and the box is unticked', async () => {
    const element = await signup(settingsOf({}));
    expect(inputs(element).map(({ name, type }) => `${name} ${type}`)).to.deep.equal([
      'civility radio',
      'civility radio',
      'firstName text',
      'lastName text',
      'email email',
      'password password',
      'confirmation password',
      'sector radio',
      'sector radio',
      'sector radio',
      'sector radio',
      'offers checkbox',
    ]);
    const tokens = inputs(element).map((input) => input.getAttribute('autocomplete'));
    expect(tokens.filter(Boolean)).to.deep.equal(['given-name', 'family-name', 'email', 'new-password', 'new-password']);
    expect(inputs(element).filter(({ checked }) => checked)).to.deep.equal([]);
    await isAccessible(element);
  });

  it('can be filled in before anything but the form has come, and loses nothing of it', async () => {
    let sent: unknown;
    const element = document.createElement('bdt-signup') as BdtSignup;
    element.settingsOverride = settingsOf({ signUps: { create: async (input) => ((sent = input), waiting) } });
    document.body.append(element);
    await element.updateComplete;
    // All of it within the task of the first paint, before a module can arrive.
    for (const input of inputs(element)) {
      if (['mrs', 'companies'].includes(input.value)) input.click();
      else if (input.name in right) {
        input.value = right[input.name as keyof typeof right];
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }
    element.shadowRoot?.querySelector('form')?.requestSubmit();
    await element.updateComplete;
    expect(textOf(element)).to.contain('Création en cours…');
    await appears(element, '[part=success]');
    expect(sent).to.include({ firstName: 'Nadia', civility: 'mrs', sector: 'companies' });
    element.remove();
  });

  it('leads to each wrong field, and takes the focus to the first', async () => {
    const element = await signup(settingsOf({}));
    await send(element);
    const summary = await appears(element, '[part=summary]');
    expect(summary.textContent).to.contain('7 informations sont à corriger');
    expect(focused(element)?.id).to.equal('civility');
    const link = [...summary.querySelectorAll('a')].find((one) => one.textContent?.startsWith('Adresse courriel'));
    link?.click();
    expect(focused(element)?.id).to.equal('email');
    expect(focused(element)?.getAttribute('aria-describedby')).to.equal('email-error');
    expect(element.shadowRoot?.querySelector('#sector')?.closest('fieldset')?.getAttribute('aria-describedby')).to.contain('sector-error');
    await isAccessible(element);
  });

  it('judges a field when it is left, and on each key once wrong', async () => {
    const element = await signup(settingsOf({}));
    await type(element, 'firstName', 'N4dia');
    await reads(element, 'n’utilisez que des lettres');
    await type(element, 'firstName', 'Nadia');
    expect(element.shadowRoot?.querySelector('#firstName-error')).to.equal(null);
    await type(element, 'lastName', '');
    expect(element.shadowRoot?.querySelector('#lastName-error')).to.equal(null);
  });

  it('ticks what a password fulfils as one types, in the field’s own description', async () => {
    const element = await signup(settingsOf({}));
    const own = (item: Element) => [...item.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('').trim();
    const met = () => [...(element.shadowRoot?.querySelectorAll('.met') ?? [])].map(own);
    await type(element, 'password', 'abc');
    await waitUntil(() => met().length === 1);
    expect(met()).to.deep.equal(['une minuscule']);
    await type(element, 'password', 'Abcdefg1');
    expect(met()).to.have.members(['8 caractères au minimum', 'au moins 3 de ces 4 catégories de caractères\u00a0:', 'une majuscule', 'une minuscule', 'un chiffre']);
    const password = await appears(element, '#password');
    expect(password.getAttribute('aria-describedby')).to.equal('criteria');
    expect(element.shadowRoot?.querySelector('#criteria')?.textContent).to.contain('(respecté)');
    expect(element.shadowRoot?.querySelector('#criteria')?.closest('[aria-live], [role=status]')).to.equal(null);
  });

  it('names the bounds that the rules hold to', () => {
    expect(french.criteria.length).to.contain(`${PASSWORD_MIN} `);
    expect(signupAnswers.errors.password_too_short).to.contain(` ${PASSWORD_MIN} `);
    expect(signupAnswers.errors.password_too_long).to.contain(` ${PASSWORD_MAX} `);
  });

  it('shows a password as long as its button is pressed in', async () => {
    const element = await signup(settingsOf({}));
    await type(element, 'password', 'Tournesol-42');
    const show = button(element, 'Afficher le mot de passe');
    expect(show.getAttribute('aria-pressed')).to.equal('false');
    show.click();
    await element.updateComplete;
    const password = await appears<HTMLInputElement>(element, '#password');
    expect([password.type, password.value, show.getAttribute('aria-pressed')]).to.deep.equal(['text', 'Tournesol-42', 'true']);
    expect((await appears<HTMLInputElement>(element, '#confirmation')).type).to.equal('password');
    show.click();
    await element.updateComplete;
    expect(password.type).to.equal('password');
  });

  it('offers a likelier address, which can be taken or ignored', async () => {
    const element = await signup(settingsOf({}));
    await ready(element);
    await type(element, 'email', 'nadia@orange.rf');
    await reads(element, 'Vouliez-vous dire nadia@orange.fr ?');
    await waitUntil(() => spoken(element) === 'Vouliez-vous dire nadia@orange.fr ?');
    await isAccessible(element);
    button(element, 'Utiliser cette adresse').click();
    await element.updateComplete;
    const email = await appears<HTMLInputElement>(element, '#email');
    expect(email.value).to.equal('nadia@orange.fr');
    expect(textOf(element)).not.to.contain('Vouliez-vous');
    await waitUntil(() => focused(element) === email);

    await fill(element, { email: 'nadia@orange.rf' });
    await send(element);
    expect(element.shadowRoot?.querySelector('#email-error')).to.equal(null);
  });

  it('sends what was consented to, with its wording and versions', async () => {
    let sent: Parameters<NonNullable<ReturnType<typeof settingsOf>['client']['signUps']['create']>>[0] | undefined;
    const element = await signup(settingsOf({ signUps: { create: async (input) => ((sent = input), waiting) } }));
    await fill(element);
    (await appears(element, '#offers')).click();
    await send(element);
    await appears(element, '[part=success]');
    expect(sent).to.deep.equal({
      civility: 'mrs',
      firstName: 'Nadia',
      lastName: 'Benali',
      email: right.email,
      password: right.password,
      sector: 'local_authorities',
      offers: { accepted: true, wording: french.offers },
      terms: { termsVersion: '2026-11', privacyVersion: '2026-10' },
      locale: 'fr',
    });
  });

  it('links to the texts that the page gives, and keeps the others as text', async () => {
    const element = await signup(settingsOf({}));
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('[part=consent] a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['/conditions']);
    expect(textOf(element)).to.contain('mes données à caractère personnel.');
  });
});

describe('sending the form', () => {
  it('says that it is under way, sends once on a double click, and takes no change meanwhile', async () => {
    const answer = pending<SignUp>();
    let calls = 0;
    const element = await signup(settingsOf({ signUps: { create: () => ((calls += 1), answer.answer) } }));
    await fill(element);
    const submit = await send(element);
    submit.click();
    await reads(element, 'Création en cours…');
    expect(submit.getAttribute('aria-disabled')).to.equal('true');
    expect(submit.hasAttribute('disabled')).to.equal(false);
    await waitUntil(() => spoken(element) === 'Création en cours…');
    expect((await appears<HTMLInputElement>(element, '#firstName')).readOnly).to.equal(true);
    const mr = await appears<HTMLInputElement>(element, '[name=civility][value=mr]');
    mr.click();
    expect(mr.checked).to.equal(false);
    await isAccessible(element);
    answer.come(waiting);
    await appears(element, '[part=success]');
    expect(calls).to.equal(1);
  });

  it('says where the mail went, takes the focus there, and leads to the code', async () => {
    const element = await signup(settingsOf({ signUps: { create } }));
    const signedUp = listen(element, 'bdt-signed-up');
    const asked = listen(element, 'bdt-confirmation-requested');
    await fill(element);
    await send(element);
    await reads(element, `Un email vous a été envoyé à ${waiting.email}`);
    await waitUntil(() => focused(element)?.textContent === 'Confirmez votre inscription');
    expect(signedUp).to.have.length(1);
    expect(JSON.stringify(signedUp[0], Object.keys(signedUp[0] ?? {}))).not.to.match(/@|held-by/);
    expect(signedUp[0]?.composed).to.equal(true);
    await isAccessible(element);
    button(element, 'Saisir mon code').click();
    expect(asked).to.have.length(1);
  });

  it('keeps all that was typed when nothing answers, and goes through at the next try', async () => {
    let down = true;
    const element = await signup(
      settingsOf({
        signUps: {
          create: async () => {
            if (down) throw new UnreachableError();
            return waiting;
          },
        },
      }),
    );
    await fill(element);
    await send(element);
    const problem = await appears(element, '[part=problem]');
    expect(problem.getAttribute('role')).to.equal('alert');
    expect(problem.textContent).to.contain('votre saisie est conservée');
    await waitUntil(() => focused(element) === problem);
    for (const [id, value] of Object.entries(right)) expect((await appears<HTMLInputElement>(element, `#${id}`)).value).to.equal(value);
    await isAccessible(element);
    down = false;
    await send(element);
    await appears(element, '[part=success]');
  });

  it('shows at its field what only the backend knows to be wrong', async () => {
    const common = refusal('fields_invalid', { status: 422, errors: [{ pointer: '/password', code: 'password_common' }] });
    const element = await signup(settingsOf({ signUps: { create: () => Promise.reject(common) } }));
    await fill(element);
    await send(element);
    await reads(element, 'il est trop courant');
    await waitUntil(() => focused(element)?.id === 'password');
    expect((await appears<HTMLInputElement>(element, '#password')).value).to.equal(right.password);
  });

  it('no longer speaks of creating once it is done, or has failed', async () => {
    let down = true;
    const element = await signup(settingsOf({ signUps: { create: () => (down ? Promise.reject(new UnreachableError()) : create()) } }));
    await fill(element);
    await send(element);
    await appears(element, '[part=problem]');
    await isAtRest(element);
    down = false;
    await send(element);
    await appears(element, '[part=success]');
    await isAtRest(element);
  });

  for (const [what, answer, why, next] of [
    ['another one had just left', { resendIn: 45, mailsLeft: 2 }, unsent.why.too_soon, 'dans 45 secondes'],
    ['too many have left', { resendIn: 80_000, mailsLeft: 0 }, unsent.why.too_many, 'dans 23 heures'],
  ] as const) {
    it(`says that no mail left, why, and when to ask for one: ${what}`, async () => {
      const nothing = async () => ({ ...waiting, codeExpiresIn: 0, triesLeft: 0, ...answer });
      const element = await signup(settingsOf({ signUps: { create: nothing } }));
      await fill(element);
      await send(element);
      await appears(element, '[part=success]');
      const text = textOf(element);
      expect(text).to.contain(`${unsent.to} ${right.email}`).and.to.contain(why).and.to.contain(next);
      expect(text).not.to.contain(signupAnswers.sentTo).and.not.to.contain(signupAnswers.next);
      await isAccessible(element);
    });
  }

  it('counts down until a code can be asked for', async () => {
    const element = await signup(settingsOf({ signUps: { create: async () => ({ ...waiting, codeExpiresIn: 0, resendIn: 2 }) } }));
    await fill(element);
    await send(element);
    await reads(element, 'dans 1 seconde.');
    await reads(element, 'Vous pouvez maintenant demander un nouveau code.');
    expect(textOf(element)).to.contain(unsent.why.too_soon);
  });

  it('keeps markup in a name as text, and refuses it', async () => {
    const element = await signup(settingsOf({}));
    await type(element, 'firstName', '<img src=x onerror=alert(1)>');
    await appears(element, '#firstName-error');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('shows an address with markup as text', async () => {
    const element = await signup(settingsOf({ signUps: { create: async () => ({ ...waiting, email: '<img src=x onerror=alert(1)>@x.fr' }) } }));
    await fill(element);
    await send(element);
    await reads(element, '<img src=x onerror=alert(1)>@x.fr');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});

describe('coming back to the form', () => {
  it('finds again what was typed before a reload, secrets excepted', async () => {
    const settings = settingsOf({});
    const before = await signup(settings);
    await ready(before);
    await fill(before);
    before.remove();
    const after = await signup(settings);
    await waitUntil(() => after.shadowRoot?.querySelector<HTMLInputElement>('#firstName')?.value === 'Nadia');
    expect((await appears<HTMLInputElement>(after, '#password')).value).to.equal('');
    expect((await appears<HTMLInputElement>(after, '[name=civility][value=mrs]')).checked).to.equal(true);
    expect(settings.drafts.getItem('bdt:sign-up')).not.to.contain(right.password);
  });

  it('goes on where it was when the page moves it', async () => {
    const element = await signup(settingsOf({}));
    await ready(element);
    await type(element, 'lastName', 'Benali');
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(element);
    await element.updateComplete;
    expect((await appears<HTMLInputElement>(element, '#lastName')).value).to.equal('Benali');
    elsewhere.remove();
  });
});

describe('signing up in one’s own way', () => {
  it('works from the keyboard alone', async () => {
    const element = await signup(settingsOf({ signUps: { create } }));
    const keys = async (...pressed: string[]) => {
      for (const press of pressed) await sendKeys({ press });
    };
    (await appears(element, '#civility')).focus();
    await keys('Space', 'Tab');
    await sendKeys({ type: 'Nadia' });
    await keys('Tab');
    await sendKeys({ type: 'Benali' });
    await keys('Tab');
    await sendKeys({ type: right.email });
    await keys('Tab');
    await sendKeys({ type: right.password });
    await keys('Tab', 'Tab');
    await sendKeys({ type: right.confirmation });
    await keys('Tab', 'Tab', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter');
    await appears(element, '[part=success]');
  });

  it('fits a narrow screen', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await signup(settingsOf({}));
    await send(element);
    await appears(element, '[part=summary]');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 1024, height: 768 });
  });

  it('reads the page’s own wording beside the box, and sends that one', async () => {
    const offers = 'J’accepte de recevoir la lettre d’information';
    registerCatalogue('br', { signup: { ...french, offers } });
    let wording: string | undefined;
    const element = await signup({ ...settingsOf({ signUps: { create: async (input) => ((wording = input.offers.wording), waiting) } }), locale: 'br' });
    expect(textOf(element)).to.contain(offers);
    await fill(element);
    await send(element);
    await appears(element, '[part=success]');
    expect(wording).to.equal(offers);
  });
});
