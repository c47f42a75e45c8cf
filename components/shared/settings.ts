import { createContext } from '@lit/context';
import type { Context } from '@lit/context';
import { lazyClient } from '../../sdk/client/lazy-client.js';
import type { BdtClient } from '../../sdk/client/client.js';
import type { KeyValueStore } from '../../sdk/flows/storage.js';
import { memoryStore } from '../../sdk/flows/storage.js';

/** What every element needs to know; a provider gives it, else the page's own origin is meant. */
export interface BdtSettings {
  readonly client: BdtClient;
  /** BCP 47 language; the page's own when absent. */
  readonly locale: string | undefined;
  /** Drafts of this tab, without secrets. */
  readonly drafts: KeyValueStore;
  /** What other tabs may take up. */
  readonly shared: KeyValueStore;
}

export const settingsContext: Context<'bdt-settings', BdtSettings> = createContext<BdtSettings, 'bdt-settings'>('bdt-settings');

const memories: { [Kind in 'sessionStorage' | 'localStorage']?: KeyValueStore } = {};

/** A page's storage, or where the browser forbids it one memory for all elements: what one leaves is there for the next. */
export function storageOr(kind: 'sessionStorage' | 'localStorage'): KeyValueStore {
  try {
    return globalThis[kind];
  } catch {
    return (memories[kind] ??= memoryStore());
  }
}

let fallback: BdtSettings | undefined;

/** Settings of a page without a provider: the backend is at the page's own origin. */
export function defaultSettings(): BdtSettings {
  fallback ??= {
    client: lazyClient({ locale: () => document.documentElement.lang || 'fr' }),
    locale: undefined,
    drafts: storageOr('sessionStorage'),
    shared: storageOr('localStorage'),
  };
  return fallback;
}
