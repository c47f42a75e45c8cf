import type { SignUp } from '../contract/sign-up.js';

/**
 * Why no code is in force: no mail could leave, too soon after another one to that address or after too many of them; or the
 * code has lapsed, as far as can be told.
 */
export type NoCode = 'too_soon' | 'too_many' | 'lapsed';

/** What a screen says of a sign-up that waits for its code; instants are of the machine's clock, in milliseconds. */
export interface WaitingSignUp {
  readonly signUpId: string;
  readonly email: string;
  readonly codeLength: number;
  readonly noCode: NoCode | undefined;
  readonly codeExpiresAt: number;
  readonly triesLeft: number;
  /** When another mail may be asked for. */
  readonly resendAt: number;
  readonly mailsLeft: number;
  readonly mail: SignUp['mail'];
}

function whyNoCode({ codeExpiresIn, resendIn, mailsLeft }: SignUp): NoCode | undefined {
  if (codeExpiresIn) return undefined;
  if (!mailsLeft) return 'too_many';
  // A mail of its own would have brought a code that outlives the wait.
  return resendIn ? 'too_soon' : 'lapsed';
}

/** @param now - When the answer came, in milliseconds since 1970. */
export function waitingSignUp(signUp: SignUp, now: number): WaitingSignUp {
  const { signUpId, email, codeLength, codeExpiresIn, triesLeft, resendIn, mailsLeft, mail } = signUp;
  return {
    signUpId,
    email,
    codeLength,
    noCode: whyNoCode(signUp),
    codeExpiresAt: now + codeExpiresIn * 1000,
    triesLeft,
    resendAt: now + resendIn * 1000,
    mailsLeft,
    mail,
  };
}
