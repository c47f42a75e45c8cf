import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/bdt-signin.js';
import type { BdtSignin } from '../../../components/bdt-signin/bdt-signin.js';
import type { BdtSettings } from '../../../components/shared/settings.js';
import type { Session } from '../../../sdk/contract/session.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { readPendingSignUp } from '../../../sdk/flows/pending-sign-up.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, settingsOf, spoken, textOf, type Script } from '../support/scripted.js';

const session: Session = {
  account: { accountId: 'account-1', loginId: 'nadi307', civility: 'mrs', firstName: 'Nadia', lastName: 'Benali', email: 'nadia.benali@mairie-exemple.fr' },
  idleExpiresIn: 1800,
  expiresIn: 43_200,
};

const signIn = async () => session;

function signin(settings: BdtSettings): Promise<BdtSignin> {
  return fixture(html`<bdt-signin .settingsOverride=${settings}></bdt-signin>`);
}

const withSessions = (sessions: Script['sessions']) => signin(settingsOf({ sessions }));

/** Settings of a browser that has signed in before. */
function knownSettings(sessions: Script['sessions']): BdtSettings {
  const settings = settingsOf({ sessions });
  settings.shared.setItem('bdt:signed-in', 'true');
  return settings;
}

async function type(element: BdtSignin, id: string, value: string): Promise<void> {
  const input = await appears<HTMLInputElement>(element, `#${id}`);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}

async function enter(element: BdtSignin, login = 'nadi307', password = 'Tournesol-42'): Promise<void> {
  await type(element, 'login', login);
  await type(element, 'password', password);
  button(element, 'Me connecter').click();
}

describe('signing in', () => {
  it('asks for identifier or address and password, with their autofill tokens, and asks the backend nothing before', async () => {
    let calls = 0;
    const element = await withSessions({ read: async () => ((calls += 1), session) });
    const tokens = [...(element.shadowRoot?.querySelectorAll('input') ?? [])].map((input) => input.autocomplete);
    expect(tokens).to.deep.equal(['username', 'current-password']);
    expect(calls).to.equal(0);
    await isAccessible(element);
  });

  it('says who is signed in, takes the focus there, and names no address in its event', async () => {
    const sent: unknown[] = [];
    const element = await withSessions({ signIn: async (input) => (sent.push(input), session) });
    const heard = listen(element, 'bdt-signed-in');
    await enter(element, ' nadi307 ');
    await reads(element, 'Vous êtes connecté(e) : Nadia Benali (nadi307)');
    await waitUntil(() => focused(element)?.tagName === 'H2');
    expect(sent).to.deep.equal([{ login: 'nadi307', password: 'Tournesol-42' }]);
    expect(heard.map(({ detail }) => detail)).to.deep.equal([{ resumed: false }]);
    await isAccessible(element);
  });

  it('leads to each empty field', async () => {
    const element = await withSessions({});
    button(element, 'Me connecter').click();
    const summary = await appears(element, '[part=summary]');
    expect(summary.querySelectorAll('a')).to.have.length(2);
    await waitUntil(() => focused(element)?.id === 'login');
    expect(focused(element)?.getAttribute('aria-describedby')).to.contain('login-error');
    await isAccessible(element);
  });

  it('says the same for a wrong identifier and a wrong password, and keeps what was typed', async () => {
    const element = await withSessions({ signIn: () => Promise.reject(refusal('credentials_wrong', { status: 401 })) });
    await enter(element);
    const problem = await appears(element, '[part=problem]');
    expect(problem.textContent).to.contain('L’identifiant, l’adresse ou le mot de passe');
    await waitUntil(() => focused(element) === problem);
    expect((await appears<HTMLInputElement>(element, '#login')).value).to.equal('nadi307');
    expect((await appears<HTMLInputElement>(element, '#password')).value).to.equal('Tournesol-42');
    await isAccessible(element);
  });

  it('says when to try again after too many failures', async () => {
    const element = await withSessions({ signIn: () => Promise.reject(refusal('sign_in_delayed', { retryAfter: 240 })) });
    await enter(element);
    await reads(element, 'vous pourrez réessayer dans 4 minutes');
  });

  it('says that nothing answers', async () => {
    const element = await withSessions({ signIn: () => Promise.reject(new UnreachableError()) });
    await enter(element);
    await reads(element, 'Le service ne répond pas');
  });

  it('sends once on a double click, and says that it is under way', async () => {
    const answer = pending<Session>();
    let calls = 0;
    const element = await withSessions({ signIn: () => ((calls += 1), answer.answer) });
    await enter(element);
    await reads(element, 'Connexion en cours…');
    const submit = button(element, 'Connexion en cours…');
    submit.click();
    expect(submit.getAttribute('aria-disabled')).to.equal('true');
    await waitUntil(() => spoken(element) === 'Connexion en cours…');
    await isAccessible(element);
    answer.come(session);
    await reads(element, 'Nadia Benali');
    expect(calls).to.equal(1);
  });

  it('leads to the code when the sign-up still waits for it', async () => {
    const signUp = {
      signUpId: 'sign-up-1',
      secret: 'held-by-the-client',
      state: 'pending' as const,
      email: session.account.email,
      codeLength: 4,
      codeExpiresIn: 600,
      triesLeft: 5,
      resendIn: 60,
      mailsLeft: 2,
      mail: { from: 'ne-pas-repondre@portail.exemple', subject: 'Votre code de validation' },
    };
    const settings = settingsOf({ sessions: { signIn: () => Promise.reject(refusal('not_confirmed', { status: 403, signUp })) } });
    const element = await signin(settings);
    const asked = listen(element, 'bdt-confirmation-requested');
    await enter(element);
    await reads(element, `Il reste à saisir le code de validation envoyé à ${signUp.email}`);
    await waitUntil(() => focused(element)?.tagName === 'H2');
    expect(readPendingSignUp(settings.shared)).to.deep.equal({ signUpId: 'sign-up-1', secret: 'held-by-the-client' });
    await isAccessible(element);
    button(element, 'Saisir mon code').click();
    expect(asked).to.have.length(1);
    button(element, 'Me connecter avec un autre identifiant').click();
    await waitUntil(() => focused(element)?.id === 'login');
  });

  it('shows a name with markup as text', async () => {
    const account = { ...session.account, firstName: '<img src=x onerror=alert(1)>' };
    const element = await withSessions({ signIn: async () => ({ ...session, account }) });
    await enter(element);
    await reads(element, '<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('no longer speaks of signing in once it is done, or has failed', async () => {
    let down = true;
    const element = await withSessions({ signIn: () => (down ? Promise.reject(new UnreachableError()) : signIn()) });
    await enter(element);
    await appears(element, '[role=alert]');
    await isAtRest(element);
    down = false;
    await enter(element);
    await reads(element, 'Nadia');
    await isAtRest(element);
  });

  it('works from the keyboard alone', async () => {
    const element = await withSessions({ signIn });
    (await appears(element, '#login')).focus();
    await sendKeys({ type: 'nadi307' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Tournesol-42' });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Nadia Benali');
  });

  it('offers to sign up, unless the page has links of its own', async () => {
    const element = await withSessions({});
    const asked = listen(element, 'bdt-signup-requested');
    button(element, 'Créer mon espace personnel').click();
    expect(asked).to.have.length(1);
    const own = await fixture<BdtSignin>(html`<bdt-signin .settingsOverride=${settingsOf({})}><a slot="links" href="/aide">Aide</a></bdt-signin>`);
    expect(own.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=links]')?.assignedElements()).to.have.length(1);
  });
});

describe('a session that goes on', () => {
  it('is taken up without moving the focus, and says so', async () => {
    const settings = knownSettings({ read: async () => session });
    const heard: boolean[] = [];
    const listener = ({ detail }: GlobalEventHandlersEventMap['bdt-signed-in']) => heard.push(detail.resumed);
    document.addEventListener('bdt-signed-in', listener);
    const element = await signin(settings);
    await reads(element, 'Nadia Benali');
    await waitUntil(() => heard.length);
    document.removeEventListener('bdt-signed-in', listener);
    expect(heard).to.deep.equal([true]);
    expect(focused(element)).to.equal(null);
  });

  it('leaves the form usable while it is being asked for, and when it is over', async () => {
    const answer = pending<Session>();
    const element = await signin(knownSettings({ read: () => answer.answer, signIn }));
    await type(element, 'login', 'nadi307');
    await isAccessible(element);
    answer.fail(refusal('session_required', { status: 401 }));
    await element.updateComplete;
    expect((await appears<HTMLInputElement>(element, '#login')).value).to.equal('nadi307');
    await type(element, 'password', 'Tournesol-42');
    button(element, 'Me connecter').click();
    await reads(element, 'Nadia Benali');
  });
});

describe('signing out', () => {
  it('says that it is under way, then that it is done, with the focus at the form', async () => {
    const answer = pending<undefined>();
    const element = await signin(knownSettings({ read: async () => session, signOut: () => answer.answer }));
    const heard = listen(element, 'bdt-signed-out');
    await reads(element, 'Nadia Benali');
    button(element, 'Me déconnecter').click();
    await reads(element, 'Déconnexion en cours…');
    await isAccessible(element);
    expect(heard).to.have.length(0);
    answer.come(undefined);
    await reads(element, 'Vous êtes déconnecté(e).');
    await waitUntil(() => heard.length === 1 && focused(element)?.tagName === 'H2');
    expect(textOf(element)).not.to.contain('Benali');
    await isAccessible(element);
  });

  it('says that the session is still there when nothing answers', async () => {
    const element = await signin(knownSettings({ read: async () => session, signOut: () => Promise.reject(new UnreachableError()) }));
    await reads(element, 'Nadia Benali');
    button(element, 'Me déconnecter').click();
    const problem = await appears(element, '[part=problem]');
    await waitUntil(() => focused(element) === problem);
    expect(textOf(element)).to.contain('Vous êtes connecté(e)');
    await isAccessible(element);
  });
});
