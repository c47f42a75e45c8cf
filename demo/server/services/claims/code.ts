import { randomInt, timingSafeEqual } from 'node:crypto';
import { ACTIVATION_CODE_ALPHABET, ACTIVATION_CODE_LENGTH } from '../../../../src/contract.js';
import type { Keys } from '../../store/keys.js';

/** 10 characters of Crockford's base 32, 50 bits. */
export function newActivationCode(): string {
  return Array.from({ length: ACTIVATION_CODE_LENGTH }, () =>
    ACTIVATION_CODE_ALPHABET.charAt(randomInt(ACTIVATION_CODE_ALPHABET.length)),
  ).join('');
}

/** A code's hash and seal hold for one letter only. */
function purposeOf(letterId: string): string {
  return `letter-code:${letterId}`;
}

export function digestCode(keys: Keys, letterId: string, code: string): string {
  return keys.digest(purposeOf(letterId), code);
}

export function sealCode(keys: Keys, letterId: string, code: string): string {
  return keys.seal(purposeOf(letterId), code);
}

/** @throws when it was sealed for another letter or under another key. */
export function openCode(keys: Keys, letterId: string, sealed: string): string {
  return keys.open<string>(purposeOf(letterId), sealed);
}

/** Compares in a time that tells nothing. */
export function isCodeOf(keys: Keys, letter: { letter_id: string; code_digest: string }, code: string): boolean {
  const typed = Buffer.from(digestCode(keys, letter.letter_id, code), 'hex');
  const kept = Buffer.from(letter.code_digest, 'hex');
  return typed.length === kept.length && timingSafeEqual(typed, kept);
}
