import { readFileSync } from 'node:fs';
import { textsReachedFrom } from './manifest/declarations.js';

/**
 * Compares what the manifest says of each element with what its source does: events, slots, parts and custom properties
 * must be in both, and everything public must be described. Names put together at run time escape it.
 */
interface Described {
  name?: string;
  description?: string;
}

interface Element extends Described {
  name: string;
  tagName: string;
  members?: (Described & { kind: string; static?: boolean; inheritedFrom?: { package?: string } })[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

const kinds = {
  events: /\bsuper\(\s*'(bdt-[a-z-]+)'/g,
  slots: /<slot(?:\s+name="([^"$]*)")?[^>]*>/g,
  cssParts: /\bpart="([^"]*)"/g,
  cssProperties: /var\((--bdt-[a-z0-9-]+)/g,
} as const;

type Kind = keyof typeof kinds;

function used(kind: Kind, texts: readonly string[]): Set<string> {
  const names = texts.flatMap((text) => [...text.matchAll(kinds[kind])].map((match) => match[1] ?? ''));
  if (kind !== 'cssParts') return new Set(names);
  return new Set(names.flatMap((value) => value.split(/\s+/).filter((name) => /^[\w-]+$/.test(name))));
}

function* faultsOf(element: Element): Generator<string> {
  const { tagName: tag, name } = element;
  const texts = textsReachedFrom(`components/${tag}/${tag}.ts`, name);
  if (!element.description) yield 'has no description';
  for (const kind of Object.keys(kinds) as Kind[]) {
    const inSource = used(kind, texts);
    const documented = new Set((element[kind] ?? []).map((entry) => entry.name ?? ''));
    for (const one of inSource) if (!documented.has(one)) yield `${kind}: "${one}" is used, not documented`;
    for (const one of documented) if (!inSource.has(one)) yield `${kind}: "${one}" is documented, not used`;
    for (const entry of element[kind] ?? []) if (!entry.description) yield `${kind}: "${entry.name}" has no description`;
  }
  for (const member of element.members ?? []) {
    if (member.static || member.inheritedFrom?.package) continue;
    // Lit's and the platform's own, whose meaning is known.
    if (/^(render|updated|willUpdate|firstUpdated|connectedCallback|disconnectedCallback|focus|blur)$/.test(member.name ?? '')) continue;
    if (!member.description) yield `${member.kind} ${member.name} has no description`;
  }
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { declarations: Element[] }[];
};
const elements = manifest.modules.flatMap((module) => module.declarations).filter((declaration) => declaration.tagName);
if (elements.length === 0) {
  console.error('The manifest lists no element.');
  process.exitCode = 1;
}
for (const element of elements) {
  for (const fault of faultsOf(element)) {
    console.error(`<${element.tagName}> ${fault}`);
    process.exitCode = 1;
  }
}
