import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Claim } from '../../../sdk/contract/claim.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { appears, button, focused, isAccessible, isAtRest, pending, reads } from '../support/scripted.js';
import { claim, screen, type } from './support.js';

describe('giving up', () => {
  it('asks first, and comes back to the button when the person thinks better of it', async () => {
    const element = await screen({});
    await type(element, 'K70');
    button(element, 'Renoncer').click();
    await reads(element, 'Renoncer à devenir administrateur ?');
    await aTimeout(0);
    expect(focused(element)?.textContent?.trim()).to.equal('Annuler');
    await isAccessible(element);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    await aTimeout(0);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(focused(element)?.id).to.equal('give-up');
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('K70');
  });

  it('ends the claim once, and says what next', async () => {
    const answer = pending<Claim>();
    let asked = 0;
    const element = await screen({ cancel: () => (asked++, answer.answer) });
    await appears(element, '#code');
    button(element, 'Renoncer').click();
    const confirm = await appears(element, 'dialog .danger');
    confirm.click();
    confirm.click();
    await aTimeout(0);
    await element.updateComplete;
    expect(confirm.textContent?.trim()).to.equal('Annulation en cours…');
    expect(element.shadowRoot?.querySelector('dialog [role="status"]')?.textContent).to.equal('Annulation en cours…');
    // A browser may close a dialog at the second Escape; this one stays as long as it is drawn.
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await aTimeout(50);
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    answer.come({ ...claim, state: 'cancelled', resendIn: null });
    await reads(element, 'Vous avez renoncé à votre demande');
    await element.updateComplete;
    expect(asked).to.equal(1);
    expect(focused(element)?.id).to.equal('outcome');
    await isAccessible(element);
  });

  it('is no longer said to be under way once it has failed, nor is another letter', async () => {
    const down = () => Promise.reject(new UnreachableError());
    const element = await screen({ read: async () => ({ ...claim, resendIn: 0 }), resendLetter: down, cancel: down });
    await appears(element, '#code');
    button(element, 'Demander une autre lettre').click();
    await appears(element, '[role=alert]');
    await isAtRest(element);
    (await appears(element, '#give-up')).click();
    (await appears(element, 'dialog .danger')).click();
    await appears(element, 'dialog [role=alert]');
    await isAtRest(element);
  });

  it('stays in the dialog and says why when it does not go through', async () => {
    const element = await screen({ cancel: async () => Promise.reject(new UnreachableError()) });
    await appears(element, '#code');
    button(element, 'Renoncer').click();
    (await appears(element, 'dialog .danger')).click();
    expect((await appears(element, 'dialog [role="alert"]')).textContent).to.contain('Le service ne répond pas');
    await isAccessible(element);
  });

  for (const [state, sentence] of [
    ['lapsed', 'Le code n’a pas été saisi avant la fin de sa validité'],
    ['disowned', 'Votre structure n’a pas reconnu cette demande'],
  ] as const) {
    it(`says how a claim ended otherwise: ${state}`, async () => {
      const element = await screen({ read: async () => ({ ...claim, state, resendIn: null }) });
      await reads(element, sentence);
      await isAccessible(element);
    });
  }
});
