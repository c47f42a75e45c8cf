import { plainText } from '../mail/plain-text.js';
import type { Block } from './blocks.js';
import { groupCode, groupSiret } from './groups.js';
import type { LetterContent } from './letter-content.js';
import type { LetterCatalogue } from './locales/fr.js';

/** Longest of each text, in code points: the longest that a person may type, or the directory hold, and room. */
const longest = { structure: 200, name: 100, service: 80, address: 120, contact: 80, phone: 30, url: 120, reference: 64 } as const;

/** Services named in full; the screens show the rest. */
const mostServices = 10;

/** The same letter with one harmless line in place of each text that came from people or the directory. */
export function plainContent(content: LetterContent): LetterContent {
  const { structure, requester, contact } = content;
  return {
    ...content,
    reference: plainText(content.reference, longest.reference),
    structure: {
      name: plainText(structure.name, longest.structure),
      siret: plainText(structure.siret, longest.phone),
      addressLines: structure.addressLines.map((line) => plainText(line, longest.address)).filter(Boolean),
    },
    requester: {
      civility: requester.civility,
      firstName: plainText(requester.firstName, longest.name),
      lastName: plainText(requester.lastName, longest.name),
    },
    services: content.services.map((name) => plainText(name, longest.service)),
    contact: {
      name: plainText(contact.name, longest.contact),
      phone: plainText(contact.phone, longest.phone),
    },
    portalUrl: plainText(content.portalUrl, longest.url),
  };
}

/** The body, from its object to its closing. Wants a letter made plain. */
export function bodyOf(letter: LetterContent, words: LetterCatalogue): Block[] {
  const { structure, requester, contact } = letter;
  return [
    { kind: 'object', text: words.object },
    { kind: 'paragraph', text: words.greeting },
    { kind: 'paragraph', text: words.request },
    {
      kind: 'facts',
      rows: [
        [words.facts.structure + words.colon, structure.name],
        [words.facts.siret + words.colon, groupSiret(structure.siret)],
        [words.facts.requester + words.colon, words.requester(requester.civility, requester.firstName, requester.lastName)],
        [words.facts.services + words.colon, services(letter.services, words)],
      ],
    },
    { kind: 'heading', text: words.agreeTitle },
    { kind: 'paragraph', text: words.commitment },
    {
      kind: 'code',
      label: words.codeLabel,
      code: groupCode(letter.code),
      notes: [words.validity(letter.expiresOn), words.codeUse(letter.portalUrl)],
    },
    { kind: 'heading', text: words.unexpectedTitle },
    { kind: 'paragraph', text: words.unexpected(contact.phone) },
    { kind: 'heading', text: words.questionTitle },
    { kind: 'paragraph', text: words.question(contact.name, contact.phone) },
    { kind: 'paragraph', text: words.closing },
  ];
}

function services(names: readonly string[], words: LetterCatalogue): string {
  const others = names.length - mostServices;
  return words.services(others > 0 ? [...names.slice(0, mostServices), words.andOthers(others)] : names);
}
