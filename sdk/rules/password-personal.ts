import { fold } from './fold.js';

export interface PersonalData {
  firstName: string;
  lastName: string;
  email: string;
}

/**
 * Whether a password is or contains the person's first or last name, a part
 * of 4 letters or more of a compound one, the local part of their e-mail
 * address (with or without what follows a `+`) or the whole address.
 *
 * Blind to case and accents. Names and local parts under 3 letters are let
 * go: too many good passwords hold them. Shorter parts of a compound name are
 * mostly particles (`des`, `von`).
 */
export function holdsPersonalData(
  password: string,
  { firstName, lastName, email }: PersonalData,
): boolean {
  const text = fold(password);
  const address = fold(email.trim());
  const local = address.slice(0, (address.lastIndexOf('@') + 1 || Infinity) - 1);
  const pieces = [local, local.replace(/\+.*/s, '')];
  for (const name of [fold(firstName.trim()), fold(lastName.trim())]) {
    const parts = name.split(/[^\p{L}]+/u);
    pieces.push(name, parts.join(''), ...parts.filter((part) => part.length > 3));
  }
  return (
    (address.length > 2 && text.includes(address)) ||
    pieces.some((piece) => piece.length > 2 && text.includes(piece))
  );
}
