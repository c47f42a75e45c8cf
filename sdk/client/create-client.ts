import { administration } from './administration.js';
import { createCall } from './call.js';
import { claims } from './claims.js';
import type { BdtClient } from './client.js';
import { habilitations } from './habilitations.js';
import { memberships } from './memberships.js';
import type { ClientOptions } from './options.js';
import { services } from './services.js';
import { sessions } from './sessions.js';
import { signUps } from './sign-ups.js';
import { structures } from './structures.js';
import { tokensOf } from './token.js';

/**
 * Speaks with one backend.
 *
 * @throws {TypeError} when `baseUrl` is no http(s) address, or is missing outside a page.
 */
export function createClient(options: ClientOptions = {}): BdtClient {
  const tokens = tokensOf(options);
  const call = createCall(options, tokens);
  return {
    signUps: signUps(call),
    sessions: sessions(call, tokens),
    structures: structures(call),
    memberships: memberships(call),
    services: services(call),
    habilitations: habilitations(call),
    claims: claims(call),
    administration: administration(call),
  };
}
