import * as wire from '../contract/wire/session.js';
import { AnswerError } from '../errors.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';
import type { TokenStorage } from './options.js';
import { isHeaderSecret } from './token.js';

/** @param tokens - In bearer mode only. The token goes there and nowhere else, the caller's answer included. */
export function sessions(call: Call, tokens: TokenStorage | undefined): BdtClient['sessions'] {
  return {
    async signIn({ login, password }, options) {
      const transport = tokens ? 'bearer' : 'cookie';
      const { token, ...session } = await call(wire.signIn, { ...options, body: { login, password, transport } });
      if (tokens) {
        if (!isHeaderSecret(token)) throw new AnswerError({ cause: '/token' });
        tokens.set(token);
      }
      return session;
    },
    read: (options) => call(wire.readSession, { ...options }),
    async signOut(options) {
      // Kept when this fails: the session still lives then, and only its token can end it.
      await call(wire.signOut, { ...options });
      tokens?.set(undefined);
    },
  };
}
