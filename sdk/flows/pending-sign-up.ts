import type { SignUpHandle } from '../client/client.js';
import { readJson, storedAs, writeJson, type KeyValueStore } from './storage.js';

const KEY = 'pending-sign-up';

/** Where it is in the store, for whoever listens to what other tabs write. */
export const PENDING_SIGN_UP = storedAs(KEY);

/** The sign-up that waits for its code, for whichever tab or page asks for the code. */
export function readPendingSignUp(shared: KeyValueStore): SignUpHandle | undefined {
  const kept = readJson(shared, KEY) as Partial<SignUpHandle> | undefined;
  return typeof kept?.signUpId === 'string' && typeof kept.secret === 'string'
    ? { signUpId: kept.signUpId, secret: kept.secret }
    : undefined;
}

export function keepPendingSignUp(shared: KeyValueStore, handle: SignUpHandle): void {
  writeJson(shared, KEY, { signUpId: handle.signUpId, secret: handle.secret });
}

export function forgetPendingSignUp(shared: KeyValueStore): void {
  writeJson(shared, KEY, undefined);
}
