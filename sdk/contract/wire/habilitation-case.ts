import { oneOf, type ValueOf } from './shape.js';

/**
 * What accepting a request for a habilitation will do.
 *
 * - `first_user` (case 1): nobody administers the structure; the person becomes its future administrator and a letter leaves.
 * - `administrator` (case 2): an active administrator gets an e-mail and decides.
 * - `future_administrator`: an administrator is being appointed; the request waits and nobody is written to.
 * - `own_claim`: the person is that future administrator; the request is granted with the letter's code.
 * - `sole_administrator`: the person is the only administrator; it is granted at once and the history says so.
 */
export const habilitationCase = oneOf(['first_user', 'administrator', 'future_administrator', 'own_claim', 'sole_administrator']);

/**
 * What asking for a service will do.
 *
 * @useDeclaredType
 */
export type HabilitationCase = ValueOf<typeof habilitationCase>;
