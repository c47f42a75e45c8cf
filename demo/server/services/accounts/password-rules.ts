import { dictionary } from '@zxcvbn-ts/language-common';
import { checkPassword, holdsPersonalData, type PersonalData } from '../../../../src/contract.js';

/** A common password is no better for a capital at its start: `Password1` is `password1`. */
function variants(password: string): string[] {
  return [password, password.charAt(0).toUpperCase() + password.slice(1), password.toUpperCase()];
}

let common: ReadonlySet<string> | undefined;

/** Those of the list that the rule would let pass in some case; the rest is refused anyway. Source: zxcvbn-ts, language-common, MIT. */
function commonPasswords(): ReadonlySet<string> {
  common ??= new Set(
    dictionary['passwords-common']
      .filter((password) => variants(password).some((variant) => checkPassword(variant) === undefined))
      .map((password) => password.toLowerCase()),
  );
  return common;
}

export type PasswordWeakness = 'password_personal' | 'password_common';

/** What makes a password easy to guess though its rule is kept. */
export function passwordWeakness(password: string, person: PersonalData): PasswordWeakness | undefined {
  if (holdsPersonalData(password, person)) return 'password_personal';
  return commonPasswords().has(password.toLowerCase()) ? 'password_common' : undefined;
}
