import * as rules from '../sdk/rules/index.js';
import { weigh } from './bundle.js';
import { budgets, type Budget } from './budgets.js';

export interface Size extends Pick<Budget, 'name' | 'when' | 'limit' | 'aim' | 'ceiling'> {
  /** kB after gzip. */
  size: number;
  /** Over what fails the build: the ceiling where there is one, else the limit. */
  isOver: boolean;
  /** What it was measured on, when that isn't plain from the name. */
  note?: string;
}

/**
 * A rule is a function of `sdk/rules`, imported by its own name. The heaviest is looked for in the sources, which is
 * quick; it is weighed through the door, which must not bring along anything else.
 */
async function heaviestRule(): Promise<{ bytes: number; name: string }> {
  const names = Object.entries(rules).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  const weighed = await Promise.all(
    names.map(async (name) => ({ name, bytes: await weigh(`export { ${name} } from '../sdk/rules/index.ts';`, 'everything') })),
  );
  const { name } = weighed.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  return { bytes: await weigh(`export { ${name} } from 'bdt-inscription/sdk';`, 'everything'), name };
}

async function measure(budget: Budget): Promise<{ bytes: number; note?: string }> {
  if (budget.part === 'one rule') {
    const { bytes, name } = await heaviestRule();
    return { bytes, note: `heaviest: ${name}` };
  }
  const code = budget.doors.map((door) => `export * from 'bdt-inscription/${door}';`).join('\n');
  return { bytes: await weigh(code, budget.when, budget.resources) };
}

/** Weighs every door that has a budget. Needs the library built. */
export async function measureSizes(): Promise<Size[]> {
  return Promise.all(
    budgets.map(async (budget) => {
      const { bytes, note } = await measure(budget);
      const { name, when, limit, aim, ceiling } = budget;
      return { name, when, limit, aim, ceiling, size: bytes / 1000, isOver: bytes > (ceiling ?? limit) * 1000, note };
    }),
  );
}
