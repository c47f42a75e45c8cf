import type { ReactiveController } from 'lit';
import { PENDING_SIGN_UP, readPendingSignUp } from '../../sdk/flows/pending-sign-up.js';
import type { BdtElementBase } from '../shared/element-base.js';

/** After these, a sign-up of this page waits for its code. */
const OF_THIS_PAGE = ['bdt-signed-up', 'bdt-confirmation-requested'];

/**
 * Tells of a sign-up that has begun to wait for its code: in this page, by signing up or in, or in another tab. Listens only
 * while its element is in a page, and looks again when it is put back.
 */
export class PendingWatch implements ReactiveController {
  readonly #host: BdtElementBase;
  readonly #found: (signUpId: string) => void;

  /** @param found - Called with the sign-up that waits, whether or not it is known already. */
  constructor(host: BdtElementBase, found: (signUpId: string) => void) {
    this.#host = host;
    this.#found = found;
    host.addController(this);
  }

  #look = () => {
    const pending = readPendingSignUp(this.#host.settings.shared);
    if (pending) this.#found(pending.signUpId);
  };

  #onStorage = ({ key }: StorageEvent) => {
    if (key === PENDING_SIGN_UP) this.#look();
  };

  hostConnected(): void {
    // While it goes down, so that a page that stops it on its way up doesn't matter.
    for (const type of OF_THIS_PAGE) document.addEventListener(type, this.#look, true);
    addEventListener('storage', this.#onStorage);
    if (this.#host.hasUpdated) this.#look();
  }

  hostDisconnected(): void {
    for (const type of OF_THIS_PAGE) document.removeEventListener(type, this.#look, true);
    removeEventListener('storage', this.#onStorage);
  }
}
