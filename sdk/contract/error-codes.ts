/**
 * Every refusal that a backend can give, with its HTTP status.
 *
 * Programs read the code; the sentence that a person reads is in the catalogues.
 */
export const ERROR_STATUS = {
  // Any operation
  request_malformed: 400,
  fields_invalid: 422,
  request_too_large: 413,
  media_type_unsupported: 415,
  not_found: 404,
  method_not_allowed: 405,
  origin_refused: 403,
  too_many_requests: 429,
  idempotency_key_reused: 422,
  request_in_progress: 409,
  internal_error: 500,
  unavailable: 503,

  // Sign-up and its code
  sign_up_unknown: 404,
  sign_up_expired: 410,
  sign_up_confirmed: 409,
  code_wrong: 422,
  code_expired: 410,
  code_tries_exhausted: 409,
  too_soon: 429,
  mail_quota_reached: 429,

  // Session
  session_required: 401,
  credentials_wrong: 401,
  sign_in_delayed: 429,
  not_confirmed: 403,

  // Structures and memberships
  structure_unknown: 404,
  structure_closed: 409,
  directory_unavailable: 503,

  // Services and habilitations
  service_unknown: 404,
  job_function_missing: 409,
  client_code_missing: 409,
  case_changed: 409,
  case_quota_reached: 429,
  transition_refused: 409,
  already_decided: 409,
  not_administrator: 403,
  own_request: 403,

  // Claim and letter
  claim_quota_reached: 429,
  letter_quota_reached: 429,
  claim_too_soon: 429,
  letter_too_soon: 429,
  letter_not_sent: 409,
  letter_replaced: 409,
  activation_code_wrong: 422,
  activation_code_expired: 410,
  activation_tries_exhausted: 409,
  claim_activated: 409,
  claim_cancelled: 409,
  claim_lapsed: 409,
  claim_disowned: 409,
  membership_ended: 409,
  administrator_appointed: 409,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Codes that any operation may answer. */
export const COMMON_ERRORS = [
  'request_malformed',
  'fields_invalid',
  'request_too_large',
  'media_type_unsupported',
  'origin_refused',
  'too_many_requests',
  'internal_error',
  'unavailable',
] as const satisfies readonly ErrorCode[];

/** Codes that an operation with an `Idempotency-Key` may answer besides. */
export const IDEMPOTENCY_ERRORS = ['idempotency_key_reused', 'request_in_progress'] as const satisfies readonly ErrorCode[];
