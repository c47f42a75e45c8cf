export * from '../sdk/contract/index.js';
export * from '../sdk/rules/index.js';
