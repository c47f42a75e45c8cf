import { fold } from './fold.js';

const letters = (name: string) => fold(name).replace(/[^a-z]/g, '');

/**
 * The four letters that a person's identifier starts with, before its digits:
 * the first ones a–z of the first name without accents, then of the last
 * name, then `x`. Letters of other scripts are dropped.
 */
export function loginIdStem(firstName: string, lastName: string): string {
  return (letters(firstName) + letters(lastName) + 'xxxx').slice(0, 4);
}

/** Trimmed and in small letters, as it is kept. */
export function normalizeLoginId(value: string): string {
  return value.trim().toLowerCase();
}

/** Four letters and three digits or more: so no e-mail address. Says nothing of its existence. */
export function looksLikeLoginId(value: string): boolean {
  return /^[a-z]{4}\d{3,}$/.test(normalizeLoginId(value));
}
