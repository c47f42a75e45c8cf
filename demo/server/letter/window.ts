import { mm } from './millimetres.js';

/**
 * Where the address must stand to show through the window, in points from the sheet's top left.
 *
 * Envelope DL, 110 × 220 mm, right-hand window of 35 × 100 mm, 20 mm from the right and the
 * bottom edge, so 100 mm from its left and 55 mm from its top. The sheet, A4 folded in three
 * (99 × 210 mm), slides 10 mm sideways and 11 mm up and down in it. In
 * some position it uncovers what lies between 90 and 200 mm from the left and 44 and 90 mm from the top: nothing
 * else may be printed there. `always` is what it shows in every position: the address stays inside. A window 45 mm high (same edges) only shows more above.
 *
 * @see AFNOR XP Z 10-011, followed by La Poste: six lines of 38 characters at most, ranged left, nothing
 * below the postcode and town. Edics, "Rédiger vos adresses": a block of 85 × 33 mm, 110 mm from the
 * sheet's left and 55 mm from its top.
 */
export const always = { left: mm(100), top: mm(55), right: mm(190), bottom: mm(79) } as const;

/** Left edge of the text, and its greatest width: 5 mm of air on the left and 2 on the right. */
export const textLeft = always.left + mm(5);
export const textWidth = always.right - mm(2) - textLeft;

/** La Poste's bound, spaces included. */
export const longestLine = 38;

/** Upper edge of the second panel once folded. */
export const foldTop = mm(99);
