import { UnreachableError } from '../errors.js';
import { createCall } from './call.js';
import type { BdtClient } from './client.js';
import type { ClientOptions } from './options.js';
import { sessions } from './sessions.js';
import { signUps } from './sign-ups.js';
import { tokensOf } from './token.js';

type Method = (...given: unknown[]) => Promise<unknown>;

/** A resource whose module comes with its first call. */
function later<Resource extends object>(load: () => Promise<Resource>): Resource {
  return new Proxy({} as Resource, {
    get:
      (_, name) =>
      async (...given: unknown[]) => {
        const resource = await load().catch(() => {
          throw new UnreachableError({ cause: 'module' });
        });
        return (resource as Record<string | symbol, Method>)[name]?.(...given);
      },
  });
}

/**
 * The client of the elements: signing up and in are there at once, since they are what a newcomer needs; each other
 * resource, with the shapes of its answers, is loaded when it is first asked for something.
 *
 * Takes and throws what `createClient` of the SDK does, and an {@link UnreachableError} when such a module can't be loaded.
 */
export function createClient(options: ClientOptions = {}): BdtClient {
  const tokens = tokensOf(options);
  const call = createCall(options, tokens);
  return {
    signUps: signUps(call),
    sessions: sessions(call, tokens),
    structures: later(async () => (await import('./structures.js')).structures(call)),
    memberships: later(async () => (await import('./memberships.js')).memberships(call)),
    services: later(async () => (await import('./services.js')).services(call)),
    habilitations: later(async () => (await import('./habilitations.js')).habilitations(call)),
    claims: later(async () => (await import('./claims.js')).claims(call)),
    administration: later(async () => (await import('./administration.js')).administration(call)),
  };
}
