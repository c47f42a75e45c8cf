import { expect, waitUntil } from '@open-wc/testing';
import type { BdtClient } from '../../../sdk/client/client.js';
import { RefusedError } from '../../../sdk/errors.js';
import { memoryStore } from '../../../sdk/flows/storage.js';
import type { Problem } from '../../../sdk/contract/problem.js';
import type { BdtElementBase } from '../../../components/shared/element-base.js';
import type { BdtSettings } from '../../../components/shared/settings.js';

/** The part of a client that a test answers for. Scripted, because no backend runs inside the page. */
export type Script = { readonly [Resource in keyof BdtClient]?: Partial<BdtClient[Resource]> };

/** Settings of an element whose backend is a script. */
export function settingsOf(script: Script): BdtSettings {
  return { client: script as unknown as BdtClient, locale: 'fr', drafts: memoryStore(), shared: memoryStore() };
}

/** What a backend throws when it refuses. */
export function refusal(code: string, more: Partial<Problem> = {}): RefusedError {
  return new RefusedError({ type: 'about:blank', title: code, status: 409, code, ...more });
}

/** An answer that comes when the test says so. */
export function pending<T>(): { readonly answer: Promise<T>; readonly come: (value: T) => void; readonly fail: (error: unknown) => void } {
  let come!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const answer = new Promise<T>((resolve, reject) => {
    come = resolve;
    fail = reject;
  });
  return { answer, come, fail };
}

/** Waits for what a person then sees. */
export async function appears<T extends HTMLElement = HTMLElement>(element: BdtElementBase, selector: string): Promise<T> {
  await waitUntil(() => element.shadowRoot?.querySelector(selector), `nothing matches ${selector}`, { timeout: 5000 });
  await element.updateComplete;
  return element.shadowRoot?.querySelector(selector) as T;
}

/** Waits for a sentence. */
export async function reads(element: BdtElementBase, sentence: string | RegExp): Promise<void> {
  const found = () => {
    const text = textOf(element);
    return typeof sentence === 'string' ? text.includes(sentence) : sentence.test(text);
  };
  await waitUntil(found, `never says ${String(sentence)}`, { timeout: 5000 });
  await element.updateComplete;
}

/** All text inside an element, blanks made one space. */
export function textOf(element: BdtElementBase): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button or link that says exactly this. */
export function button(element: BdtElementBase, label: string): HTMLElement {
  const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? [])];
  const found = all.find((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim() === label);
  if (!found) throw new Error(`no button says ${label}: ${all.map((one) => one.textContent?.trim()).join(' | ')}`);
  return found;
}

/** What the screen reader is told, blanks made one space. */
export function spoken(element: BdtElementBase): string {
  return (element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Waits until nothing is said of work any more: what is under way ends with "…". */
export async function isAtRest(element: BdtElementBase): Promise<void> {
  await waitUntil(() => !spoken(element).endsWith('…'), `still says ${spoken(element)}`);
}

/** What has the focus inside the element. */
export function focused(element: BdtElementBase): HTMLElement | null {
  return (element.shadowRoot?.activeElement ?? null) as HTMLElement | null;
}

/** Axe finds nothing, on a light page and on a dark one. */
export async function isAccessible(element: BdtElementBase): Promise<void> {
  const root = document.documentElement;
  for (const scheme of ['light', 'dark']) {
    root.style.colorScheme = scheme;
    root.style.background = 'canvas';
    await expect(element).to.be.accessible();
  }
  root.style.colorScheme = '';
}

/** Keeps the events of one type that leave an element. */
export function listen<Type extends keyof HTMLElementEventMap>(element: HTMLElement, type: Type): HTMLElementEventMap[Type][] {
  const heard: HTMLElementEventMap[Type][] = [];
  element.addEventListener(type, (event) => heard.push(event));
  return heard;
}
