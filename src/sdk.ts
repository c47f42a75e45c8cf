/**
 * All that needs no screen: rules, wire contract, client, flows and errors. No DOM, no framework, Node or a page alike.
 *
 * @module sdk
 */
export * from '../sdk/rules/index.js';
export * from '../sdk/contract/index.js';
export * from '../sdk/client/index.js';
export * from '../sdk/flows/index.js';
export * from '../sdk/errors.js';
