import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { codeConfirm as french } from '../../../components/locales/fr/code-confirm.js';
import { UnreachableError } from '../../../sdk/errors.js';
import { appears, button, focused, isAccessible, isAtRest, listen, pending, reads, refusal, spoken, textOf } from '../support/scripted.js';
import { confirmation, enter, pendingSettings, read, type, waiting } from './support.js';

describe('typing the code received by e-mail', () => {
  it('says where the code went, how to recognise the mail, and asks for digits only the keyboard and autofill help with', async () => {
    const element = await confirmation(pendingSettings({ read }));
    await reads(element, `Un email vous a été envoyé à ${waiting.email}`);
    expect(textOf(element)).to.contain(waiting.mail.from).and.to.contain(waiting.mail.subject).and.to.contain('courriers indésirables');
    const code = await appears<HTMLInputElement>(element, '#code');
    expect([code.inputMode, code.autocomplete]).to.deep.equal(['numeric', 'one-time-code']);
    expect(textOf(element)).to.contain('4 chiffres, valables jusqu’à').and.to.contain('Essais restants : 5');
    expect(focused(element)).to.equal(null);
    await isAccessible(element);
  });

  it('takes a pasted sentence, sends nothing by itself, and welcomes with the identifier', async () => {
    const sent: string[] = [];
    const element = await confirmation(pendingSettings({ read, confirm: async (_handle, code) => (sent.push(code), { loginId: 'nadi307' }) }));
    const confirmed = listen(element, 'bdt-confirmed');
    const signIn = listen(element, 'bdt-signin-requested');
    await type(element, 'code', 'Voici le code à saisir pour finaliser votre inscription 58 21.');
    expect(sent).to.deep.equal([]);
    button(element, 'Continuer').click();
    await reads(element, 'Inscription validée. Bienvenue !');
    expect(sent).to.deep.equal(['5821']);
    expect(element.shadowRoot?.querySelector('[part=login-id]')?.textContent).to.equal('nadi307');
    await waitUntil(() => focused(element)?.tagName === 'H2');
    expect(confirmed).to.have.length(1);
    expect(Object.keys(confirmed[0] ?? {})).to.not.include('loginId');
    await isAccessible(element);
    button(element, 'Me connecter').click();
    expect(signIn).to.have.length(1);
  });

  it('says how many tries are left after a wrong code, and keeps it in the field', async () => {
    let mails = 0;
    const confirm = () => Promise.reject(refusal('code_wrong', { triesLeft: 4 }));
    const element = await confirmation(pendingSettings({ read, confirm, resendCode: async () => ((mails += 1), waiting) }));
    await enter(element, '1234');
    await reads(element, 'il vous reste 4 essais');
    const code = await appears<HTMLInputElement>(element, '#code');
    expect(code.value).to.equal('1234');
    await waitUntil(() => focused(element) === code && spoken(element).includes('4 essais'));
    expect(code.getAttribute('aria-describedby')).to.contain('code-error');
    expect(textOf(element)).to.contain('Essais restants : 4');
    expect(mails).to.equal(0);
    await isAccessible(element);
  });

  for (const [code, sentence] of [
    ['code_tries_exhausted', 'ne peut plus être essayé'],
    ['code_expired', 'n’est plus valable'],
  ] as const) {
    it(`says what to do next: ${code}`, async () => {
      const element = await confirmation(pendingSettings({ read, confirm: () => Promise.reject(refusal(code)) }));
      await enter(element, '1234');
      await reads(element, sentence);
      expect(element.shadowRoot?.querySelector('#code-error')?.textContent).to.contain('Demandez un nouveau code');
    });
  }

  it('says what is missing when the code is not whole, as long as the backend says codes are', async () => {
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, codeLength: 8 }) }));
    await enter(element, '1234');
    await reads(element, 'saisissez les 8 chiffres');
    await waitUntil(() => focused(element)?.id === 'code');
  });

  it('sends once on a double click, and says that it is under way', async () => {
    const answer = pending<{ loginId: string }>();
    let calls = 0;
    const element = await confirmation(pendingSettings({ read, confirm: () => ((calls += 1), answer.answer) }));
    await type(element, 'code', '5821');
    const submit = button(element, 'Continuer');
    submit.click();
    submit.click();
    await reads(element, 'Vérification en cours…');
    expect(submit.getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(element);
    answer.come({ loginId: 'nadi307' });
    await reads(element, 'nadi307');
    expect(calls).to.equal(1);
  });

  it('keeps the code when nothing answers', async () => {
    const element = await confirmation(pendingSettings({ read, confirm: () => Promise.reject(new UnreachableError()) }));
    await enter(element, '5821');
    await waitUntil(() => focused(element)?.getAttribute('role') === 'alert');
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('5821');
  });

  it('no longer speaks of checking once the answer is in, or lost for good', async () => {
    let reads = 0;
    const again = () => ((reads += 1) === 1 ? read() : Promise.reject(new UnreachableError()));
    const answers = [refusal('code_wrong', { triesLeft: 4 }), refusal('sign_up_confirmed')];
    const element = await confirmation(pendingSettings({ read: again, confirm: () => Promise.reject(answers.shift()) }));
    await enter(element, '1234');
    await appears(element, '#code-error');
    await isAtRest(element);
    await enter(element, '5821');
    await appears(element, '[role=alert]');
    await isAtRest(element);
  });

  it('works from the keyboard alone', async () => {
    const element = await confirmation(pendingSettings({ read, confirm: async () => ({ loginId: 'nadi307' }) }));
    (await appears(element, '#code')).focus();
    await sendKeys({ type: '58 21' });
    await sendKeys({ press: 'Enter' });
    await reads(element, 'Bienvenue');
  });
});

describe('when no code came', () => {
  it('counts down until another mail may be asked for, without speaking each second', async () => {
    let calls = 0;
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, resendIn: 2 }), resendCode: async () => ((calls += 1), waiting) }));
    await reads(element, 'dans 2 secondes');
    const resend = button(element, 'Recevoir un nouveau code');
    expect(resend.getAttribute('aria-disabled')).to.equal('true');
    resend.click();
    expect(element.shadowRoot?.querySelector('#resend-wait')?.closest('[aria-live], [role=status], [role=alert]')).to.equal(null);
    await reads(element, 'dans 1 seconde.');
    await waitUntil(() => !resend.hasAttribute('aria-disabled'), undefined, { timeout: 3000 });
    expect(calls).to.equal(0);
  });

  it('stops counting once it is taken out of the page', async () => {
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, resendIn: 60 }) }));
    await reads(element, 'secondes');
    element.remove();
    const before = textOf(element);
    await new Promise((done) => setTimeout(done, 1200));
    expect(textOf(element)).to.equal(before);
  });

  it('sends another code, says so, and goes back to the field', async () => {
    const element = await confirmation(pendingSettings({ read, resendCode: async () => ({ ...waiting, resendIn: 60, mailsLeft: 1 }) }));
    await type(element, 'code', '1111');
    button(element, 'Recevoir un nouveau code').click();
    await appears(element, '[part=notice]');
    await waitUntil(() => focused(element)?.id === 'code' && spoken(element).includes('nouveau code vous a été envoyé'));
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('');
    await isAccessible(element);
  });

  it('says that no more mails go out today', async () => {
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, mailsLeft: 0, resendIn: 80_000 }) }));
    await reads(element, `${french.noMailsLeft} Vous pourrez demander un nouveau code dans 23 heures.`);
    expect(button(element, 'Recevoir un nouveau code').getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(element);
  });

  it('says when to ask again if the backend finds it too soon', async () => {
    const element = await confirmation(pendingSettings({ read, resendCode: () => Promise.reject(refusal('too_soon', { retryAfter: 30 })) }));
    await appears(element, '#resend');
    button(element, 'Recevoir un nouveau code').click();
    await reads(element, 'dans 30 secondes');
    await waitUntil(() => focused(element)?.getAttribute('part') === 'problem');
  });
});

describe('when no mail left', () => {
  const none = { codeExpiresIn: 0, triesLeft: 0 };

  for (const [what, answer, why, next] of [
    ['another one had just left', { resendIn: 45, mailsLeft: 2 }, french.unsent.why.too_soon, 'dans 45 secondes'],
    ['too many have left', { resendIn: 80_000, mailsLeft: 0 }, french.unsent.why.too_many, 'dans 23 heures'],
    ['the code has lapsed', { resendIn: 0, mailsLeft: 1 }, french.unsent.why.lapsed, 'Vous pouvez maintenant demander'],
  ] as const) {
    it(`says so, and when to ask for one, with neither validity nor tries: ${what}`, async () => {
      const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, ...none, ...answer }) }));
      await reads(element, `${french.unsent.to} ${waiting.email}`);
      await reads(element, why);
      await reads(element, next);
      const text = textOf(element);
      for (const wrong of [french.sentTo, 'valables jusqu’à', 'Essais restants', waiting.mail.subject]) expect(text).not.to.contain(wrong);
      expect(element.shadowRoot?.querySelector('#code-hint')?.textContent).to.contain('4 chiffres');
      await isAccessible(element);
    });
  }

  it('lets one be asked for once the countdown is over, and then says where it went', async () => {
    const resendCode = async () => ({ ...waiting, resendIn: 60 });
    const element = await confirmation(pendingSettings({ read: async () => ({ ...waiting, ...none, resendIn: 1, mailsLeft: 0 }), resendCode }));
    await reads(element, 'dans 1 seconde.');
    const resend = button(element, 'Recevoir un nouveau code');
    await waitUntil(() => !resend.hasAttribute('aria-disabled'), undefined, { timeout: 3000 });
    expect(textOf(element)).to.contain(french.unsent.why.too_many).and.to.contain('Vous pouvez maintenant demander');
    resend.click();
    await reads(element, `Un email vous a été envoyé à ${waiting.email}`);
    expect(textOf(element)).to.contain('valables jusqu’à').and.not.to.contain(french.unsent.to);
  });

  it('says after too many of them when to come back, or to correct the address', async () => {
    const resendCode = () => Promise.reject(refusal('mail_quota_reached', { retryAfter: 50_000 }));
    const element = await confirmation(pendingSettings({ read, resendCode }));
    (await appears(element, '#resend')).click();
    const problem = await appears(element, '[role=alert]');
    expect(problem.textContent).to.contain('dans 14 heures').and.to.contain('corrigez-la').and.not.to.contain('dernier code');
  });
});

describe('correcting one’s address', () => {
  it('sends the code to the other address, and goes back to the field', async () => {
    const asked: string[] = [];
    const correctEmail = async (_handle: unknown, email: string) => (asked.push(email), { ...waiting, email });
    const element = await confirmation(pendingSettings({ read, correctEmail }));
    (await appears(element, '#correct')).click();
    const dialog = await appears<HTMLDialogElement>(element, 'dialog[open]');
    expect(focused(element)?.id).to.equal('email');
    expect((await appears<HTMLInputElement>(element, '#email')).value).to.equal(waiting.email);
    await isAccessible(element);
    await type(element, 'email', 'nadia');
    dialog.querySelector('form')?.requestSubmit();
    await appears(element, '#email-error');
    await waitUntil(() => focused(element)?.id === 'email');
    await type(element, 'email', 'nadia@mairie-exemple.fr');
    dialog.querySelector('form')?.requestSubmit();
    await reads(element, 'Votre adresse est corrigée');
    expect(asked).to.deep.equal(['nadia@mairie-exemple.fr']);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    await waitUntil(() => focused(element)?.id === 'code');
    expect(textOf(element)).to.contain('nadia@mairie-exemple.fr');
  });

  it('goes back to the button when it is given up, with the code as it was', async () => {
    const element = await confirmation(pendingSettings({ read }));
    await type(element, 'code', '58');
    (await appears(element, '#correct')).click();
    await appears(element, 'dialog[open]');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(element)?.id === 'correct');
    expect((await appears<HTMLInputElement>(element, '#code')).value).to.equal('58');
  });

  it('finds the address again as it was typed, after Escape and after a reload', async () => {
    const settings = pendingSettings({ read });
    const element = await confirmation(settings);
    (await appears(element, '#correct')).click();
    await type(element, 'email', 'nadia@mairie-exem');
    element.remove();
    const reloaded = await confirmation(settings);
    await appears(reloaded, 'dialog[open]');
    expect((await appears<HTMLInputElement>(reloaded, '#email')).value).to.equal('nadia@mairie-exem');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(reloaded)?.id === 'correct');
    const again = await confirmation(settings);
    (await appears(again, '#correct')).click();
    expect((await appears<HTMLInputElement>(again, '#email')).value).to.equal('nadia@mairie-exem');
  });

  it('stays open when nothing answers, with the address as typed', async () => {
    const element = await confirmation(pendingSettings({ read, correctEmail: () => Promise.reject(new UnreachableError()) }));
    (await appears(element, '#correct')).click();
    const dialog = await appears<HTMLDialogElement>(element, 'dialog[open]');
    await type(element, 'email', 'nadia@mairie-exemple.fr');
    dialog.querySelector('form')?.requestSubmit();
    await appears(element, 'dialog [role=alert]');
    expect((await appears<HTMLInputElement>(element, '#email')).value).to.equal('nadia@mairie-exemple.fr');
    await waitUntil(() => focused(element)?.getAttribute('part') === 'problem');
  });
});
