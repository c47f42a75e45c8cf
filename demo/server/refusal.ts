import { ERROR_STATUS, type ErrorCode, type Problem } from '../../src/contract.js';

/** What a refusal may say besides its code. */
export type RefusalDetails = Partial<Pick<Problem, 'errors' | 'retryAfter' | 'triesLeft' | 'case' | 'signUp' | 'state' | 'decidedBy'>>;

/** A request that is understood and refused; becomes problem details on the wire. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
