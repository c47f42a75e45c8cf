import type { AstNode, Plugin } from 'rollup';

interface Quasi {
  start: number;
  end: number;
}

interface TaggedTemplate {
  tag: { name?: string };
  quasi: { quasis: Quasi[] };
}

/** HTML without the indentation that the sources have: a browser shows any run of spaces as one. */
export function tightHtml(text: string): string {
  return text.replace(/\n\s+/g, '\n');
}

/** A sheet without the spaces that mean nothing; what is quoted stays, and so does the space that means "inside". */
export function tightCss(text: string): string {
  return text.replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? ' ').replace(
    /("[^"]*"|'[^']*')|;? ?} ?| ?([{;,>]) ?|: /g,
    (found: string, quoted?: string, sign?: string) => quoted ?? sign ?? (found.includes('}') ? '}' : ':'),
  );
}

function templatesIn(node: unknown, found: { tag: string; quasi: Quasi }[] = []): { tag: string; quasi: Quasi }[] {
  if (typeof node !== 'object' || node === null) return found;
  if ((node as AstNode).type === 'TaggedTemplateExpression') {
    const { tag, quasi } = node as unknown as TaggedTemplate;
    if (tag.name === 'html' || tag.name === 'css') found.push(...quasi.quasis.map((part) => ({ tag: tag.name as string, quasi: part })));
  }
  for (const inner of Object.values(node)) templatesIn(inner, found);
  return found;
}

/**
 * Publishes templates and sheets without their indentation, which no minifier of scripts dares to touch.
 *
 * Lines of HTML stay lines, so that the source maps stay right. A sheet becomes one line where nothing follows it, in
 * `*.styles.ts`.
 */
export function tightTemplates(): Plugin {
  return {
    name: 'tight-templates',
    transform(code, id) {
      if (!/\b(html|css)`/.test(code)) return null;
      const parts = templatesIn(this.parse(code)).sort((one, other) => other.quasi.start - one.quasi.start);
      let tight = code;
      for (const { tag, quasi } of parts) {
        const text = code.slice(quasi.start, quasi.end);
        const shorter = tag === 'css' && id.endsWith('.styles.ts') ? tightCss(text) : tightHtml(text);
        tight = tight.slice(0, quasi.start) + shorter + tight.slice(quasi.end);
      }
      return { code: tight, map: null };
    },
  };
}
