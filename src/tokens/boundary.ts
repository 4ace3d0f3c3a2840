/**
 * Where a text can be cut so that token counts add up.
 *
 * A byte-pair encoding first splits a text into pieces with a regular expression and then encodes each piece on its own.
 * Counts of two parts therefore add up when the seam between them is an end of a piece, in every text, and neither part
 * is split differently because the other is missing. Three kinds of seam are like that in o200k_base and in cl100k_base
 * (the patterns never look behind, so the right part is always split the same):
 *
 * 1. A line break before a character that is no white space and no slash. Which alternatives of the patterns can hold a
 *    line break? Words cannot (their optional first character excludes it), numbers cannot; punctuation may end in line
 *    breaks (and, in o200k_base, slashes), and the last three alternatives are white space only. None goes on after a
 *    line break with anything but white space and slashes, so a piece ends here. The left part is split the same without
 *    the right one: the white space run that ends at the seam ends in a line break, so from any start in it
 *    `\s*[\r\n]+` is tried before the look-ahead `\s+(?!\S)` and takes the run to its end, whatever follows.
 * 2. White space other than a line break after a character that is no white space. No alternative has white space after
 *    anything else, except those line breaks after punctuation. The left part does not end in white space, and the one
 *    look-ahead sees no further than the character after a run of it.
 * 3. Punctuation (anything but white space, letters, marks, numbers, the apostrophe) after a letter or a number. A word
 *    goes on after a letter with letters, marks and `'s` and the like, a number with numbers, and no other alternative
 *    holds either, so a piece ends here. The left part is split the same for the reason given under 2.
 *
 * So blocks that begin with punctuation other than a slash and end in a line break, such as `=== KEY ===\n` + content +
 * `\n\n`, can be counted once each: the tokens of any concatenation of them are exactly the sum.
 */

/** The two UTF-16 units at a seam. Half of a surrogate pair is not white space, but may be half a letter. */
const SEAM = /^(?:[\r\n][^\s/]|\S[^\S\r\n]|[\p{L}\p{N}][^\s\p{L}\p{M}\p{N}\p{Cs}'])$/u;

/** True when the tokens of `text` are those of its first `at` UTF-16 units and of the rest, in every encoding offered. */
export function addsUpAt(text: string, at: number): boolean {
  return at === 0 || at === text.length || SEAM.test(text.slice(at - 1, at + 1));
}
