import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { UnreachableError } from '../../../sdk/errors.js';
import { keepPendingSignUp } from '../../../sdk/flows/pending-sign-up.js';
import { appears, button, focused, isAccessible, listen, reads, refusal, settingsOf, spoken } from '../support/scripted.js';
import { confirmation, enter, pendingSettings, read, type, waiting } from './support.js';

describe('coming back to the code', () => {
  it('leads to signing up when nothing waits in this browser', async () => {
    const element = await confirmation(settingsOf({ signUps: { read } }));
    const asked = listen(element, 'bdt-signup-requested');
    await reads(element, 'Aucune inscription n’attend de code');
    await isAccessible(element);
    button(element, 'Créer mon espace personnel').click();
    expect(asked).to.have.length(1);
  });

  for (const [how, tell] of [
    ['in another tab', () => dispatchEvent(new StorageEvent('storage', { key: 'bdt:pending-sign-up' }))],
    ['in this page', () => document.body.dispatchEvent(new Event('bdt-signed-up'))],
    ['in this page by signing in', () => document.body.dispatchEvent(new Event('bdt-confirmation-requested'))],
  ] as const) {
    it(`takes up a sign-up begun ${how} while nothing waited, moving nobody’s focus`, async () => {
      const settings = settingsOf({ signUps: { read } });
      const element = await confirmation(settings);
      await reads(element, 'Aucune inscription n’attend de code');
      tell();
      await reads(element, 'Aucune inscription n’attend de code');
      keepPendingSignUp(settings.shared, { signUpId: 'sign-up-1', secret: 'held-by-the-client' });
      tell();
      await reads(element, waiting.email);
      expect(focused(element)).to.equal(null);
    });
  }

  it('keeps what is typed when it hears of the sign-up that it shows, and turns to another', async () => {
    const settings = pendingSettings({ read: async ({ signUpId }) => ({ ...waiting, signUpId, email: `${signUpId}@mairie-exemple.fr` }) });
    const element = await confirmation(settings);
    await type(element, 'code', '58');
    document.body.dispatchEvent(new Event('bdt-confirmation-requested'));
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('58');
    keepPendingSignUp(settings.shared, { signUpId: 'sign-up-2', secret: 'held-by-the-client' });
    document.body.dispatchEvent(new Event('bdt-signed-up'));
    await reads(element, 'sign-up-2@mairie-exemple.fr');
  });

  it('listens only while it is in a page, and looks again when it is put back', async () => {
    let asked = 0;
    const settings = settingsOf({ signUps: { read: () => ((asked += 1), read()) } });
    const element = await confirmation(settings);
    await reads(element, 'Aucune inscription n’attend de code');
    const parent = element.parentElement;
    element.remove();
    keepPendingSignUp(settings.shared, { signUpId: 'sign-up-1', secret: 'held-by-the-client' });
    document.body.dispatchEvent(new Event('bdt-signed-up'));
    dispatchEvent(new StorageEvent('storage', { key: 'bdt:pending-sign-up' }));
    await element.updateComplete;
    expect(asked).to.equal(0);
    parent?.append(element);
    await reads(element, waiting.email);
    expect(asked).to.equal(1);
  });

  it('gives the field the focus that the page asks for, at once or when it is there', async () => {
    const element = await confirmation(pendingSettings({ read }));
    element.focus();
    await appears(element, '#code');
    await waitUntil(() => focused(element)?.id === 'code');
    focused(element)?.blur();
    element.focus();
    expect(focused(element)?.id).to.equal('code');
  });

  for (const [name, answer] of [
    ['expired', async () => ({ ...waiting, state: 'expired' as const })],
    ['unknown', () => Promise.reject(refusal('sign_up_unknown'))],
  ] as const) {
    it(`leads to signing up again when it is ${name}`, async () => {
      const element = await confirmation(pendingSettings({ read: answer }));
      await reads(element, 'Cette inscription n’est plus valable');
      button(element, 'Créer mon espace personnel');
      await isAccessible(element);
    });
  }

  it('tries again when nothing answered', async () => {
    let down = true;
    const element = await confirmation(pendingSettings({ read: () => (down ? Promise.reject(new UnreachableError()) : read()) }));
    await appears(element, '[role=alert]');
    await isAccessible(element);
    down = false;
    button(element, 'Réessayer').click();
    await appears(element, '#code');
  });

  it('shows the identifier again after a reload, and when another tab has confirmed', async () => {
    const settings = pendingSettings({ read, confirm: async () => ({ loginId: 'nadi307' }) });
    const first = await confirmation(settings);
    await enter(first, '5821');
    await reads(first, 'nadi307');
    const again = await confirmation(settings);
    await reads(again, 'nadi307');

    const second = await confirmation(pendingSettings({ read: async () => ({ ...waiting, state: 'confirmed', loginId: 'nadi308' }) }));
    await reads(second, 'nadi308');
  });

  it('copies the identifier, or says how when the browser refuses', async () => {
    const settings = settingsOf({});
    settings.drafts.setItem('bdt:code-confirm', JSON.stringify({ loginId: 'nadi307' }));
    const element = await confirmation(settings);
    await reads(element, 'nadi307');
    const copied: string[] = [];
    const { clipboard } = navigator;
    let allowed = true;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => (allowed ? void copied.push(text) : Promise.reject(new Error('denied'))) },
    });
    button(element, 'Copier l’identifiant').click();
    await waitUntil(() => spoken(element) === 'Copié');
    expect(copied).to.deep.equal(['nadi307']);
    allowed = false;
    button(element, 'Copié').click();
    await reads(element, 'Sélectionnez l’identifiant');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await isAccessible(element);
  });

  it('fits a narrow screen', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, email: `${'tres-longue-adresse'.repeat(4)}@mairie-exemple.fr` }) }));
    await appears(element, '#code');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 1024, height: 768 });
  });
});
