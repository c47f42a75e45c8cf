/** The part of the Web Storage API that flows use; a program outside the browser hands in its own. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The name under which a value is in a store, which others use too. */
export function storedAs(key: string): string {
  return `bdt:${key}`;
}

/** Keeps values in memory: the default where there is no storage, or where it is forbidden. */
export function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

/** Reads a JSON value; `undefined` when there is none, when it is damaged, or when storage is forbidden. */
export function readJson(store: KeyValueStore, key: string): unknown {
  try {
    const text = store.getItem(storedAs(key));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Writes a JSON value, or removes it when `undefined`. Full or forbidden storage loses the draft, never the screen. */
export function writeJson(store: KeyValueStore, key: string, value: unknown): void {
  try {
    if (value === undefined) store.removeItem(storedAs(key));
    else store.setItem(storedAs(key), JSON.stringify(value));
  } catch {
    // Private windows and full disks refuse to store; the person goes on without a draft.
  }
}
