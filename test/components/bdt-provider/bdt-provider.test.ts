import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/define/bdt-signin.js';
import type { BdtProvider } from '../../../components/bdt-provider/bdt-provider.js';
import type { BdtSignin } from '../../../components/bdt-signin/bdt-signin.js';
import { registerCatalogue } from '../../../components/shared/messages.js';
import { signin } from '../../../components/locales/fr/signin.js';
import type { BdtClient } from '../../../sdk/client/client.js';
import { memoryStore } from '../../../sdk/flows/storage.js';
import { appears, settingsOf, textOf } from '../support/scripted.js';

/** First in this file, because a tag can be defined once: the element is in the page before the provider's class is. */
describe('a page whose provider is defined last', () => {
  it('has its elements wait for the provider’s settings', async () => {
    const drafts = memoryStore();
    drafts.setItem('bdt:sign-in', JSON.stringify({ login: 'nadi307' }));
    const provider = document.body.appendChild(document.createElement('bdt-provider') as BdtProvider);
    const element = provider.appendChild(document.createElement('bdt-signin') as BdtSignin);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('#login')).to.equal(null);
    // Set before the class is there, as a page's script may.
    provider.drafts = drafts;
    await import('../../../src/define/bdt-provider.js');
    expect((await appears<HTMLInputElement>(element, '#login')).value).to.equal('nadi307');
    expect(element.settings.drafts).to.equal(drafts);
    provider.remove();
  });
});

describe('what a provider gives to those inside', () => {
  const page = () => fixture<BdtProvider>(html`<bdt-provider base-url="https://one.exemple"><bdt-signin></bdt-signin></bdt-provider>`);
  const inside = (provider: BdtProvider) => provider.querySelector('bdt-signin') as BdtSignin;

  it('draws nothing of its own', async () => {
    const provider = await page();
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('changes the language of what is on the screen', async () => {
    const provider = await page();
    registerCatalogue('oc', { signin: { ...signin, title: 'Me connectar' } });
    provider.setAttribute('locale', 'oc');
    await waitUntil(() => textOf(inside(provider)).includes('Me connectar'));
  });

  it('keeps the client, and with it a session in memory, when only the language changes', async () => {
    const provider = await page();
    const { client } = inside(provider).settings;
    provider.locale = 'en';
    await provider.updateComplete;
    expect(inside(provider).settings.locale).to.equal('en');
    expect(inside(provider).settings.client).to.equal(client);
  });

  it('keeps what waits for another element where the browser forbids storage', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
    try {
      const provider = await page();
      inside(provider).settings.shared.setItem('bdt:left', '1');
      provider.locale = 'en';
      await provider.updateComplete;
      expect(inside(provider).settings.shared.getItem('bdt:left')).to.equal('1');
      expect(inside(await page()).settings.shared.getItem('bdt:left')).to.equal('1');
    } finally {
      Object.defineProperty(window, 'localStorage', own);
    }
  });

  it('speaks with another backend as soon as it is given one', async () => {
    const provider = await page();
    const { client } = inside(provider).settings;
    provider.baseUrl = 'https://two.exemple';
    await provider.updateComplete;
    expect(inside(provider).settings.client).not.to.equal(client);
    const own = settingsOf({}).client as BdtClient;
    provider.client = own;
    await provider.updateComplete;
    expect(inside(provider).settings.client).to.equal(own);
  });

  it('reaches elements that are put in later, and lets go of those taken out', async () => {
    const provider = await page();
    const later = document.createElement('bdt-signin');
    provider.append(later);
    await later.updateComplete;
    expect(later.settings).to.equal(inside(provider).settings);
    const elsewhere = await fixture<BdtProvider>(html`<bdt-provider locale="en"></bdt-provider>`);
    elsewhere.append(later);
    await later.updateComplete;
    expect(later.settings.locale).to.equal('en');
    provider.locale = 'fr';
    await provider.updateComplete;
    expect(later.settings.locale).to.equal('en');
  });
});
