/**
 * All that needs no screen: rules, client, flows and errors, with the types of the wire contract (its schemas are a
 * backend's, and stand in `bdt-inscription/contract`). No DOM, no framework, Node or a page alike.
 *
 * @module sdk
 */
export * from '../sdk/rules/index.js';
export type * from '../sdk/contract/index.js';
export * from '../sdk/client/index.js';
export * from '../sdk/flows/index.js';
export * from '../sdk/errors.js';
