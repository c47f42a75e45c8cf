import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../../../scripts/find-browser.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A person in front of a browser of their own, and what the browser complained of. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, and everything that the content security policy refused. */
  readonly complaints: string[];
  /** Goes to a page of the portal. */
  goTo(path: string): Promise<void>;
  leave(): Promise<void>;
}

export interface VisitorOptions {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** Starts the Chromium that the tests were given, or finds one. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...chromiumFlags] });
}

export async function visit(browser: Browser, base: string, { width = 1280, colorScheme = 'light' }: VisitorOptions = {}): Promise<Visitor> {
  // The policy of the pages stays in force: axe is put in through the debugger, which it does not bind.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, baseURL: base, locale: 'fr-FR' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const expected = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    goTo: async (path) => void (await page.goto(path)),
    leave: () => context.close(),
  };
}

interface AxeResult {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/** What axe finds wrong on the page as it stands, one line each. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`));
}

/** Whether something is wider than the window. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}
