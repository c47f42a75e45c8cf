import type { Mail } from '../../../demo/server/mail/templates.js';

export const link = 'https://portail.example/espace?page=1&vue=2';

/** One mail of each kind; `typed` stands in each place that a person's or the directory's words reach. */
export function samples(typed: string): Mail[] {
  const reader = { civility: 'mrs', lastName: typed } as const;
  const on = new Date('2026-12-31T23:30:00Z');
  return [
    { template: 'sign_up_code', ...reader, code: '4821', minutes: 10 },
    { template: 'sign_up_existing', ...reader, signInUrl: link },
    { template: 'codes_lengthened', code: '48213977', minutes: 10 },
    { template: 'welcome', ...reader, loginId: 'anne417', signInUrl: link },
    {
      template: 'letter_on_its_way',
      ...reader,
      structureName: typed,
      addressLines: [typed, '66500 EUS'],
      serviceNames: ['Encours', typed],
      expectedBy: on,
      activationUrl: link,
    },
    { template: 'administrator_activated', ...reader, structureName: typed, serviceNames: ['Encours', typed], adminUrl: link },
    {
      template: 'habilitation_requested',
      ...reader,
      requesterName: typed,
      structureName: typed,
      serviceName: typed,
      requestedOn: on,
      adminUrl: link,
    },
    { template: 'habilitation_granted', ...reader, structureName: typed, serviceName: typed, servicesUrl: link },
    { template: 'habilitation_refused', ...reader, structureName: typed, serviceName: typed, reason: typed, servicesUrl: link },
    { template: 'claim_ended', ...reader, structureName: typed, why: 'lapsed', servicesUrl: link },
  ];
}

/** What somebody might try in a name or a reason. */
export const hostile = [
  '<img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '"><a href="https://evil.example">ici</a>',
  'Durand\r\nBcc: victim@evil.example',
  'Durand\u2028\u0085Subject: autre',
  'voir https://evil.example/x ou www.evil.example',
  'contact@evil.example',
  '\u202Eelpmaxe\u202C\u2066\u200B',
  '&lt;b&gt; &#60;i&#62;',
  '\uD800 seul \uDC00',
  "javascript:alert('x')",
  '=?utf-8?q?Bcc=3A?=',
];
