import type { Context } from '../context.js';
import { sweepKeptAnswers } from '../http/kept-answers.js';
import { sweepRequestCounts } from '../http/request-counts.js';
import { registerAccountWork } from './accounts/register.js';
import { registerStructureWork } from './structures/register.js';

/** Tells the jobs all that they will have to do. */
export function registerWork(context: Context): void {
  registerAccountWork(context);
  registerStructureWork(context);
  context.jobs.onTick('kept answers', (now) => sweepKeptAnswers(context.db, now));
  context.jobs.onTick('request counts', () => sweepRequestCounts(context.db));
}
