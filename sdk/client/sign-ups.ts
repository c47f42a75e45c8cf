import * as wire from '../contract/wire/sign-up.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function signUps(call: Call): BdtClient['signUps'] {
  return {
    create: (body, options) => call(wire.createSignUp, { ...options, body }),
    read: ({ signUpId, secret }, options) => call(wire.readSignUp, { ...options, params: { signUpId }, secret }),
    resendCode: ({ signUpId, secret }, options) =>
      call(wire.resendSignUpCode, { ...options, params: { signUpId }, secret }),
    correctEmail: ({ signUpId, secret }, email, options) =>
      call(wire.correctSignUpEmail, { ...options, params: { signUpId }, secret, body: { email } }),
    confirm: ({ signUpId, secret }, code, options) =>
      call(wire.confirmSignUp, { ...options, params: { signUpId }, secret, body: { code } }),
  };
}
