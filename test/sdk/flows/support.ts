import type { BdtClient } from '../../../sdk/client/client.js';
import { memoryStore, type FlowDependencies } from '../../../sdk/flows/index.js';

/** A client of which only some resources are scripted; any other call is a fault of the test. */
export function scripted(parts: { readonly [Resource in keyof BdtClient]?: Partial<BdtClient[Resource]> }): BdtClient {
  return parts as unknown as BdtClient;
}

/** What a flow works with, in memory, at a clock that the test moves. */
export function dependencies(client: BdtClient, others: Partial<FlowDependencies> = {}): FlowDependencies {
  return { client, drafts: memoryStore(), shared: memoryStore(), now: () => 0, locale: () => 'fr', ...others };
}

/** Lets the work under way come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
