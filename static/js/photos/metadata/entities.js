/** Letters that XML has written as `&amp;` or `&#38;`. Source: XML 1.0 (fifth edition), sections 4.1 and 4.6. */

const ENTITIES = [["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&apos;", "'"], ["&amp;", "&"]];
const NUMBERED = /&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g;

/** The text with letters in the place of `&amp;` and the like. @param {string} text @returns {string} */
export function unescaped(text) {
  if (!text.includes("&")) return text;
  const plain = text.replace(NUMBERED, numbered);
  return ENTITIES.reduce((before, [entity, character]) => before.replaceAll(entity, character), plain);
}

/** @param {string} match @param {string} hexadecimal @param {string} decimal */
function numbered(match, hexadecimal, decimal) {
  const number = hexadecimal ? parseInt(hexadecimal, 16) : parseInt(decimal, 10);
  // Half of a pair is no letter.
  const isLetter = number < 0x110000 && !(number >= 0xd800 && number < 0xe000);
  return isLetter ? String.fromCodePoint(number) : " ";
}
