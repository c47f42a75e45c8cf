import type { ErrorCode } from '../../../../src/contract.js';
import { Refusal } from '../../refusal.js';
import type { ClaimRow } from './claim-rows.js';

const ENDED: Record<Exclude<ClaimRow['state'], 'open'>, ErrorCode> = {
  activated: 'claim_activated',
  cancelled: 'claim_cancelled',
  lapsed: 'claim_lapsed',
  disowned: 'claim_disowned',
};

/** Why nothing can be done with a claim any more; undefined while it is open. */
export function endedRefusal(claim: Pick<ClaimRow, 'state'>): Refusal | undefined {
  return claim.state === 'open' ? undefined : new Refusal(ENDED[claim.state]);
}
