const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/**
 * Decimal digits of every script as ASCII ones, the rest as it is.
 *
 * Unicode lays each script's digits out from nought to nine in one block
 * (section 4.6), so the distance to the block's start tells the value.
 */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let start = code;
    while (isDigit(start - 1)) start--;
    return String((code - start) % 10);
  });
}
