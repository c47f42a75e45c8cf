import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import { LIMITS } from '../../limits.js';

const { memoryKib: memoryCost, passes: timeCost, lanes: parallelism } = LIMITS.password;

/** The package's own default is Argon2id; its names for the kinds can't be imported one file at a time. */
const OPTIONS: Options = { memoryCost, timeCost, parallelism };

/** @param password - Normalised. @returns Argon2id in PHC form, with its salt and figures. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

let decoy: Promise<string> | undefined;

/**
 * Compares one password, in the same time whether or not there is anything to compare it with.
 *
 * @param stored - Nothing for a login that nobody has: the answer is then no.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== undefined;
}

/** Whether a hash was made with smaller figures than today's. */
export function isOutdated(stored: string): boolean {
  const found = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  if (!found) return true;
  const [memory, passes, lanes] = found.slice(1).map(Number);
  return (memory ?? 0) < memoryCost || (passes ?? 0) < timeCost || (lanes ?? 0) < parallelism;
}
