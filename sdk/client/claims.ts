import * as wire from '../contract/wire/claim.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function claims(call: Call): BdtClient['claims'] {
  return {
    read: (claimId, options) => call(wire.readClaim, { ...options, params: { claimId } }),
    activate: (claimId, code, options) =>
      call(wire.activateClaim, { ...options, params: { claimId }, body: { code, handedOver: true } }),
    resendLetter: (claimId, options) => call(wire.resendLetter, { ...options, params: { claimId } }),
    cancel: (claimId, options) => call(wire.cancelClaim, { ...options, params: { claimId } }),
  };
}
