/**
 * Everything but the registrations: rules, contract, client, flows and the classes of the elements.
 *
 * @module index
 */
export * from './components.js';
export * from './sdk.js';
