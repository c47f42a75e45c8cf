import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function claims(call: Call): BdtClient['claims'] {
  return {
    read: (claimId, options) => call(operations.readClaim, { ...options, params: { claimId } }),
    activate: (claimId, code, options) =>
      call(operations.activateClaim, { ...options, params: { claimId }, body: { code, handedOver: true } }),
    resendLetter: (claimId, options) => call(operations.resendLetter, { ...options, params: { claimId } }),
    cancel: (claimId, options) => call(operations.cancelClaim, { ...options, params: { claimId } }),
  };
}
