import { common } from './common.js';
import { problems } from './problems.js';

/** French, the source language. */
export const fr = { common, problems };
