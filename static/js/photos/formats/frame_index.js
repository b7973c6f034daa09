/**
 * Whether the frame index of a JPEG XL animation holds an index and nothing else.
 * Source: ISO/IEC 18181-2 section 9 (frame index box, with the Varint of 18181-1).
 */

const VARINT_BYTES_MAX = 9;
const CLOCK_BYTES = 8;
const NUMBERS_PER_FRAME = 3;

/**
 * True when frames, times and places are whole, the places inside the codestream, and nothing follows.
 * @param {Uint8Array} content @param {number} codestreamBytes
 * @returns {boolean}
 */
export function isSoundIndex(content, codestreamBytes) {
  const [count, start] = varint(content, 0);
  let at = start + CLOCK_BYTES;
  let place = 0;
  // Each frame takes three bytes or more, so a wrong count ends soon.
  for (let frame = Math.min(count, content.length); frame > 0; frame -= 1) {
    for (let number = 0; number < NUMBERS_PER_FRAME; number += 1) {
      const [step, end] = varint(content, at);
      if (!number) place += step;
      at = end;
    }
  }
  return count > 0 && count <= content.length && at === content.length && place < codestreamBytes;
}

/**
 * The number at `at`, seven bits a byte, lowest first, and where it ends; behind all when it is cut.
 * @param {Uint8Array} content @param {number} at
 */
function varint(content, at) {
  let number = 0;
  for (let position = 0; position < VARINT_BYTES_MAX && at + position < content.length; position += 1) {
    const byte = content[at + position];
    // Above 2^53 it is not exact, but larger than any count and any place.
    number += (byte & 0x7f) * 2 ** (7 * position);
    if (byte < 0x80) return [number, at + position + 1];
  }
  return [0, content.length + 1];
}
