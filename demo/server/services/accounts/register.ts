import type { Context } from '../../context.js';
import { recallShortCodes, sweepCounts, sweepSignUps } from './sweeps.js';

/** Sets what falls due for accounts; once, before the jobs start. */
export function registerAccountWork(context: Context): void {
  context.jobs.onTick('short codes under attack', (now) => recallShortCodes(context, now));
  context.jobs.onTick('sign-ups nobody confirmed', (now) => sweepSignUps(context, now));
  context.jobs.onTick('counts and sessions that are over', (now) => sweepCounts(context, now));
}
