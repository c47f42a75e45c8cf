import type { Context } from '../../context.js';
import { makeLetter } from '../letters/make-letter.js';
import { clearLetters, expireRequests, lapseClaims } from './sweeps.js';

/** Sets what makes the letters, and what falls due in structures; once, before the jobs start. */
export function registerStructureWork(context: Context): void {
  context.jobs.onLetter((letterId) => makeLetter(context, letterId));
  context.jobs.onTick('claims that lapse', async (now) => {
    await lapseClaims(context, now);
    await clearLetters(context);
  });
  context.jobs.onTick('requests that nobody decided', (now) => expireRequests(context, now));
}
