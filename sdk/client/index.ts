export { createClient } from './create-client.js';
export { lazyClient, preload, type LoadClient } from './lazy-client.js';
export type { BdtClient, CallOptions, SignUpHandle } from './client.js';
export type { ClientOptions, RetryOptions, TokenStorage } from './options.js';
