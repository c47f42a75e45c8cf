import type { Page } from 'playwright-core';

/** What has the focus, through all shadow roots. */
export interface Focused {
  /** As a screen reader says it: its label, else its text. */
  readonly name: string;
  readonly id: string;
  /** A ring is drawn around it, or around the label that holds it. */
  readonly ringed: boolean;
}

const READ = `(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const labels = [...(active?.labels ?? [])];
  const name = active?.getAttribute('aria-label') || labels.map((label) => label.textContent).join(' ') || active?.textContent || '';
  const ringed = [active, ...labels].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  return { name: name.replace(/\\s+/g, ' ').trim(), id: active?.id ?? '', ringed };
})()`;

/** A page has fewer stops than this, there and back. */
const MOST_STOPS = 80;

export function focusOf(page: Page): Promise<Focused> {
  return page.evaluate(READ);
}

/**
 * Presses Tab, or Shift+Tab, until something of this name has the focus.
 *
 * @throws when nothing has, or when someone who sees would not know where they are.
 */
export async function walkTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const now = await focusOf(page);
    met.push(now.name);
    // Outside the document, in the browser's own bars, nothing has a name.
    if (now.name && !now.ringed && now.id !== 'contenu') throw new Error(`The focus can't be seen on "${now.name}".`);
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
  }
  throw new Error(`Nothing is called ${name}; met: ${[...new Set(met)].join(' | ')}`);
}
