import { operations } from '../contract/index.js';
import type { Call } from './call.js';
import type { BdtClient } from './client.js';

export function signUps(call: Call): BdtClient['signUps'] {
  return {
    create: (body, options) => call(operations.createSignUp, { ...options, body }),
    read: ({ signUpId, secret }, options) => call(operations.readSignUp, { ...options, params: { signUpId }, secret }),
    resendCode: ({ signUpId, secret }, options) =>
      call(operations.resendSignUpCode, { ...options, params: { signUpId }, secret }),
    correctEmail: ({ signUpId, secret }, email, options) =>
      call(operations.correctSignUpEmail, { ...options, params: { signUpId }, secret, body: { email } }),
    confirm: ({ signUpId, secret }, code, options) =>
      call(operations.confirmSignUp, { ...options, params: { signUpId }, secret, body: { code } }),
  };
}
