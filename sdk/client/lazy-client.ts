import { UnreachableError } from '../errors.js';
import type { BdtClient } from './client.js';
import type { ClientOptions } from './options.js';

/** Written out, so that a page knows what it can call before what answers has come. A test holds it against the client. */
const METHODS: Record<keyof BdtClient, string> = {
  signUps: 'create read resendCode correctEmail confirm',
  sessions: 'signIn read signOut',
  structures: 'search read',
  memberships: 'list create update',
  services: 'list',
  habilitations: 'readCase create cancel decide',
  claims: 'read activate resendLetter cancel',
  administration: 'listRequests listUsers',
};

type Method = (...given: unknown[]) => Promise<unknown>;
type Methods = Record<string, Record<string, Method>>;

/** Gives the module that speaks with the backend. */
export type LoadClient = () => Promise<{ createClient(options?: ClientOptions): BdtClient }>;

const starters = new WeakMap<BdtClient, () => Promise<unknown>>();

/**
 * A client of a few hundred bytes: the real one, with ky, comes with the first call or with {@link preload}.
 *
 * Its calls throw an {@link UnreachableError} when the module can't be loaded, and the next one tries again. (Some
 * browsers remember a module that failed: there it takes another `load`, or a reload of the page.)
 */
export function lazyClient(options?: ClientOptions, load: LoadClient = () => import('./page-client.js')): BdtClient {
  let coming: Promise<Methods> | undefined;

  const start = () =>
    (coming ??= load().then(
      ({ createClient }) => createClient(options) as unknown as Methods,
      () => {
        coming = undefined;
        throw new UnreachableError({ cause: 'module' });
      },
    ));

  const methods: Methods = {};
  for (const [resource, names] of Object.entries(METHODS)) {
    methods[resource] = {};
    for (const name of names.split(' ')) {
      methods[resource][name] = async (...given) => (await start())[resource]?.[name]?.(...given);
    }
  }
  const client = methods as unknown as BdtClient;
  starters.set(client, start);
  return client;
}

/**
 * Starts loading what a lazy client needs, after the first paint for instance. Does nothing to another client, and never
 * rejects: a failure shows with the first call.
 */
export async function preload(client: BdtClient): Promise<void> {
  await starters.get(client)?.().catch(() => undefined);
}
