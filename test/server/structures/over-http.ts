import { operations, type Operation, type OperationName } from '../../../src/contract.js';
import { createApp } from '../../../demo/server/app.js';
import { openSession } from '../../../demo/server/services/accounts/sessions.js';
import type { Asked, Someone, World } from './world.js';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  // What a stranger's program would see, before any schema.
  readonly body: Record<string, unknown>;
}

export type Ask = (name: OperationName, asked?: Asked, headers?: Record<string, string>) => Promise<HttpAnswer>;

/** The whole server, answers held to the contract; each person has a session of their own in bearer mode. */
export function overHttp(world: World): { as: (who: Someone | undefined) => Promise<Ask> } {
  const app = createApp(world.opened, { checkAnswers: true });
  return {
    async as(who) {
      const { context } = world;
      const now = await context.clock.now(context.db);
      const session = who && (await openSession(context, context.db, who.accountId, 'bearer', now));
      return async (name, asked = {}, headers = {}) => {
        const op = operations[name] as unknown as Operation;
        const path = op.path.replace(/\{(\w+)\}/g, (_, param: string) => asked.params?.[param] ?? 'none');
        const query = asked.query ? `?${new URLSearchParams(asked.query as Record<string, string>)}` : '';
        const response = await app.request(`${context.config.publicUrl}${path}${query}`, {
          method: op.method,
          headers: {
            ...(session && { Authorization: `Bearer ${session.token}` }),
            ...(op.body && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(op.body && { body: JSON.stringify(asked.body) }),
        });
        return {
          status: response.status,
          contentType: response.headers.get('Content-Type') ?? '',
          body: (await response.json()) as Record<string, unknown>,
        };
      };
    },
  };
}
