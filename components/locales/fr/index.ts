import { common } from './common.js';
import { problems } from './problems.js';
import { structurePicker } from './structure-picker.js';

/** French, the source language. */
export const fr = {
  common,
  problems,
  structurePicker,
};
