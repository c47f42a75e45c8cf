/**
 * Every figure that the backend holds to, with its unit. They reach the screens in the answers.
 * Source: the product's quality sheet, unless another is named.
 */
export const LIMITS = {
  code: {
    /** Digits of a code sent by e-mail. */
    length: 4,
    /** Digits once guessing is suspected. */
    lengthWhenAttacked: 8,
    /** Seconds that a code lives. */
    lifetime: 10 * 60,
    /** Wrong tries that a code bears. */
    tries: 5,
    /** Seconds between two mails to one address. */
    resendAfter: 60,
    /** Mails with a code to one address in 24 h. */
    mailsPerDay: 3,
    /** Wrong codes for one address in 24 h, over all its codes, after which its codes are long. */
    wrongPerAddressPerDay: 9,
    /** Days that an address keeps long codes. */
    longCodeDays: 30,
    /** Wrong codes in an hour over the whole service, after which all new codes are long. */
    wrongPerServicePerHour: 100,
  },
  signUp: {
    /** Days that an unconfirmed sign-up is kept. */
    lifetimeDays: 7,
  },
  signIn: {
    /** Failures of an account that cost nothing but the try. */
    freeFailures: 10,
    /** Seconds of the first delay, which doubles with each failure after. */
    firstDelay: 60,
    /** Tries of an account in 24 h. */
    triesPerDay: 25,
  },
  password: {
    /** Argon2id: KiB of memory, passes and lanes. Source: OWASP Password Storage Cheat Sheet. */
    memoryKib: 19 * 1024,
    passes: 2,
    lanes: 1,
    /** Old passwords that can't come back. */
    history: 10,
  },
  session: {
    /** Seconds without a request. */
    idle: 30 * 60,
    /** Seconds in all. */
    absolute: 12 * 60 * 60,
    /** Bytes of the token. */
    tokenBytes: 32,
  },
  letter: {
    /** Wrong tries that a letter's code bears. */
    tries: 5,
    /** Days from the departure of a claim's first letter to the end of the claim, later letters included. */
    claimDays: 30,
    /** Days that the post takes at most, for "expected by". Source: La Poste, Lettre verte, three working days, with a margin. */
    deliveryDays: 7,
    /** Seconds between two letters of one claim. */
    resendAfter: 24 * 60 * 60,
    /** Letters of one claim, the first included. */
    perClaim: 4,
    /** Letters to one structure in 30 days. */
    perStructurePer30Days: 8,
    /** Letters caused by one person in 30 days. */
    perPersonPer30Days: 5,
    /** Claims that one person may have open. */
    openClaims: 3,
    /** Days before someone whose claim ended may claim the same structure again. */
    sameStructureAgainDays: 30,
  },
  habilitation: {
    /** Days that a request waits for an administrator. */
    awaitingDays: 90,
    /** Structures whose case one person is told in 24 h. */
    casesPerDay: 20,
  },
  request: {
    /** Bytes of a body. */
    bodyBytes: 32 * 1024,
    /** Requests of one client address in a minute. */
    perMinute: 300,
    /** Those among them that send mail or try a secret. */
    sensitivePerMinute: 20,
    /** Seconds that an answer is kept for its `Idempotency-Key`. */
    idempotencyLifetime: 24 * 60 * 60,
  },
} as const;
