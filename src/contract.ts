/**
 * What a backend needs: the operations with their schemas and error codes, OpenAPI printed from them, and the field rules.
 *
 * @module contract
 */
export * from '../sdk/contract/index.js';
export * from '../sdk/rules/index.js';
