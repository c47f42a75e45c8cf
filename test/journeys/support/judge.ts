import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { faultsOfAccess, overflows, type Visitor } from './browser.js';

const WIDTHS = [320, 1280];

/**
 * What every step must be, a wrong one too: usable by all, and within its window at any width. With `SCREENSHOTS`, the
 * start of a path, each step is kept as a picture at both widths.
 *
 * @param step - Names the step, in letters and hyphens.
 */
export async function judge({ page }: Visitor, step: string): Promise<void> {
  expect(await faultsOfAccess(page), step).to.deep.equal([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflows(page), `${step} at ${width} px`).to.equal(false);
    const start = process.env.SCREENSHOTS;
    if (start) await page.screenshot({ path: `${start}${step}-${width}.png`, fullPage: true });
  }
}

/** The element that has the focus, through all shadow roots: its id, else its text, else its tag. */
export function focused({ page }: Visitor): Promise<string> {
  return page.evaluate(`(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.textContent?.trim() || active?.localName || '';
  })()`);
}

/** Waits until a sentence is there to be read, and not only spoken. */
export async function seen(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).and(page.locator(':not([role="status"])')).first().waitFor();
}
