import type { BdtClient } from '../sdk/client/client.js';
import type { When } from './bundle.js';

/**
 * What a page may have to load, in kB (1000 bytes) after gzip -9 and minification, as the sum over the files loaded.
 * A size over `limit`, or over `ceiling` where there is one, fails `npm run verify`; `aim` is what we would like.
 */
export interface Budget {
  name: string;
  /** Doors of the package that are loaded together, without their `bdt-inscription/`. */
  doors: readonly string[];
  /**
   * Resources of the client that the journey asks something of. The elements' client loads the others when they are first
   * called, and this journey never calls them, so they are left out; `test/journeys/what-is-loaded.test.ts` watches a browser
   * load none of them. Default: all.
   */
  resources?: readonly (keyof BdtClient)[];
  /** Keep only this much of a door. `one rule`: the heaviest of its rules alone. Default: all of it. */
  part?: 'one rule';
  when: When;
  limit: number;
  aim?: number;
  /** Where the limit isn't reached yet: what the size may not pass meanwhile. `docs/limits.md` says why. */
  ceiling?: number;
}

const alone = (tag: string): Budget => ({ name: `<${tag}> alone`, doors: [`define/${tag}`], when: 'first paint', limit: 18 });

/** Source of the figures: the project's quality targets, "Speed and weight". */
export const budgets: readonly Budget[] = [
  { name: '<bdt-signup> alone', doors: ['define/bdt-signup'], when: 'first paint', limit: 13, aim: 11.5 },
  alone('bdt-provider'),
  alone('bdt-code-confirm'),
  alone('bdt-signin'),
  alone('bdt-structure-picker'),
  alone('bdt-services'),
  alone('bdt-habilitation-request'),
  alone('bdt-admin-activation'),
  alone('bdt-user-admin'),
  {
    name: 'sign-up to sign-in',
    doors: ['define/bdt-signup', 'define/bdt-code-confirm', 'define/bdt-signin'],
    resources: ['signUps', 'sessions'],
    when: 'everything',
    limit: 32,
    aim: 28,
    ceiling: 36,
  },
  { name: 'every element', doors: ['define'], when: 'everything', limit: 75, aim: 60 },
  { name: 'SDK', doors: ['sdk'], when: 'everything', limit: 24, aim: 18 },
  { name: 'one rule of the SDK', doors: ['sdk'], part: 'one rule', when: 'everything', limit: 1 },
];
