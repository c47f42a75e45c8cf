import { expect } from 'chai';
import { describe, it } from 'node:test';
import { renderMail, type Mail } from '../../../demo/server/mail/templates.js';
import { link, samples } from './samples.js';

const words = (text: string) => text.replace(/\s+/gu, ' ');

/** What is read in the HTML alternative, without its markup. */
const seen = (html: string) =>
  words(
    html
      .replace(/<head>[\s\S]*<\/head>/u, '')
      .replace(/<[^>]*>/gu, ' ')
      .replace(/&#39;/gu, "'")
      .replace(/&quot;/gu, '"')
      .replace(/&lt;/gu, '<')
      .replace(/&gt;/gu, '>')
      .replace(/&amp;/gu, '&'),
  );

function mail(template: Mail['template']) {
  const sample = samples('COMMUNE D’ESSAI').find((each) => each.template === template);
  if (sample === undefined) throw new Error(template);
  return renderMail(sample, 'fr');
}

function expectBoth({ text, html }: { text: string; html: string }, ...expected: string[]) {
  for (const part of expected) {
    expect(words(text)).to.include(part);
    expect(seen(html)).to.include(part);
  }
}

describe('mails', () => {
  it('put the code of a sign-up in the subject and on the first line', () => {
    const { subject, text, html } = mail('sign_up_code');

    expect(subject).to.equal('Votre code de validation\u00a0: 4821');
    expect(text.split('\n')[0]).to.equal('Votre code de validation\u00a0: 4821');
    expect(seen(html).trim()).to.match(/^Votre code de validation : 4821/u);
    expectBoth({ text, html }, '10 minutes', 'Madame COMMUNE');
  });

  it('tell the owner of a known address how to get back in, and give nobody a code', () => {
    const rendered = mail('sign_up_existing');

    expectBoth(rendered, 'déjà un espace personnel', 'votre identifiant, ou avec cette adresse', 'mot de passe, appelez-nous au 01 99 00 40 72', link);
    expect(rendered.subject).to.equal('Vous avez déjà un espace personnel');
  });

  it('say that a longer code replaces the short one', () => {
    const rendered = mail('codes_lengthened');

    expect(rendered.subject).to.include('48213977');
    expect(rendered.text.split('\n')[0]).to.include('48213977');
    expectBoth(rendered, 'remplace', 'ne fonctionne plus');
  });

  it('give the identifier once the sign-up is confirmed', () => {
    const rendered = mail('welcome');

    expect(rendered.subject).to.include('anne417');
    expectBoth(rendered, 'anne417', link);
  });

  it('tell the future administrator where the letter goes and to warn the legal representative', () => {
    const rendered = mail('letter_on_its_way');

    expectBoth(rendered, 'COMMUNE D’ESSAI', '66500 EUS', '1er janvier 2027', 'Prévenez dès maintenant votre représentant légal', link);
  });

  it('confirm to an administrator what they may do', () => {
    const rendered = mail('administrator_activated');

    expectBoth(rendered, 'Vous êtes maintenant administrateur', 'Encours et COMMUNE D’ESSAI', link);
    expect(rendered.text).not.to.match(/nommer/u);
  });

  it('tell an administrator who asks for what since when, and that the link decides nothing', () => {
    expectBoth(mail('habilitation_requested'), 'Demandeur', 'COMMUNE D’ESSAI', '1er janvier 2027', 'rien n’est décidé', link);
  });

  it('tell a requester that the service is open', () => {
    expectBoth(mail('habilitation_granted'), 'habilité au service', 'Mes services', link);
  });

  it('give a refused requester the reason in the administrator’s words', () => {
    const rendered = renderMail(
      {
        template: 'habilitation_refused',
        civility: 'mr',
        lastName: 'Nguyễn',
        structureName: 'COMMUNE D’ESSAI',
        serviceName: 'Encours',
        reason: 'Ce service relève\nde la trésorerie.',
        servicesUrl: link,
      },
      'fr',
    );

    expect(rendered.text).to.include('> Ce service relève de la trésorerie.');
    expectBoth(rendered, 'Bonjour', 'Monsieur Nguyễn', 'Ce service relève de la trésorerie.');
  });

  it('say why a claim is over', () => {
    const why = (reason: 'lapsed' | 'cancelled' | 'disowned') =>
      renderMail(
        { template: 'claim_ended', civility: 'mr', lastName: 'Roux', structureName: 'COMMUNE D’ESSAI', why: reason, servicesUrl: link },
        'fr',
      );

    expectBoth(why('lapsed'), 'n’a pas été saisi à temps');
    expectBoth(why('cancelled'), 'a été annulée');
    expectBoth(why('disowned'), 'n’était pas à l’origine de cette demande');
  });

  it('load nothing, run nothing and follow the reader’s dark mode', () => {
    for (const sample of samples('Durand')) {
      const { html } = renderMail(sample, 'fr');
      expect(html).to.match(/^<!DOCTYPE html>\n<html lang="fr">/u);
      expect(html).to.include('<meta name="color-scheme" content="light dark">');
      expect(html).not.to.match(/<(?:img|script|link|style|iframe|form|svg)\b|url\(|\ssrc=|\son\w+=/u);
      // Text colour without its own ground would vanish on a dark one.
      for (const [style] of html.matchAll(/style="[^"]*"/gu)) {
        expect(/[";]color:/u.test(style)).to.equal(/[";]background:/u.test(style));
      }
    }
  });

  it('never leave with a link that is no web address', () => {
    for (const servicesUrl of ['javascript:alert(1)', '/services', '', 'data:text/html,x']) {
      const sample: Mail = { template: 'habilitation_granted', civility: 'mr', lastName: 'Roux', structureName: 'A', serviceName: 'B', servicesUrl };
      expect(() => renderMail(sample, 'fr')).to.throw(TypeError);
    }
  });
});
