/** Rectangles in a picture, in its own pixels. Nothing here knows of a page. */

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {{x: number, y: number}} Point */

// Parts of the longest side: the smallest box, and one that a tap or a key makes.
const SMALLEST = 1 / 100, USUAL = 1 / 6;
// A new box in the middle lies beside the one before it, so that none hides another.
const ASIDE = 1 / 20, PLACES_ASIDE = 5;

/** @param {Size} size */
const longest = ({ width, height }) => Math.max(width, height);

/** @param {number} value @param {number} least @param {number} most */
const clamped = (value, least, most) => Math.max(least, Math.min(value, most));

/**
 * The whole picture as a box.
 * @param {Size} bounds
 * @returns {Box}
 */
export const whole = ({ width, height }) => ({ left: 0, top: 0, width, height });

/**
 * The box with two points as its corners, as far as it lies in the picture.
 * @param {Point} one
 * @param {Point} other
 * @param {Size} bounds
 * @returns {Box}
 */
export function between(one, other, bounds) {
  const [left, right] = [one.x, other.x].map((x) => clamped(x, 0, bounds.width)).sort((a, b) => a - b);
  const [top, bottom] = [one.y, other.y].map((y) => clamped(y, 0, bounds.height)).sort((a, b) => a - b);
  return atLeast({ left, top, width: right - left, height: bottom - top }, bounds);
}

/**
 * A box of the usual size around a point.
 * @param {Point} point
 * @param {Size} bounds
 * @returns {Box}
 */
export function around({ x, y }, bounds) {
  const side = longest(bounds) * USUAL;
  const width = Math.min(side, bounds.width), height = Math.min(side, bounds.height);
  return moved({ left: x - width / 2, top: y - height / 2, width, height }, 0, 0, bounds);
}

/**
 * A new box near the middle.
 * @param {Size} bounds
 * @param {number} count how many there are already
 * @returns {Box}
 */
export function nearMiddle(bounds, count) {
  const aside = (count % PLACES_ASIDE) * longest(bounds) * ASIDE;
  return around({ x: bounds.width / 2 + aside, y: bounds.height / 2 + aside }, bounds);
}

/**
 * The box moved, kept inside the picture.
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @param {Size} bounds
 * @returns {Box}
 */
export function moved(box, x, y, bounds) {
  const left = clamped(box.left + x, 0, bounds.width - box.width);
  const top = clamped(box.top + y, 0, bounds.height - box.height);
  return { ...box, left, top };
}

/**
 * The box with one corner or side pulled; it never turns over.
 * @param {Box} box
 * @param {Point} side what is pulled: -1 left or top, 1 right or bottom, 0 neither
 * @param {number} x
 * @param {number} y
 * @param {Size} bounds
 * @returns {Box}
 */
export function pulled(box, side, x, y, bounds) {
  const [left, width] = pulledAlong(box.left, box.width, side.x, x, bounds.width, smallest(bounds));
  const [top, height] = pulledAlong(box.top, box.height, side.y, y, bounds.height, smallest(bounds));
  return { left, top, width, height };
}

/**
 * The box with its edges on whole pixels: outward, so that no pixel at an edge is covered by half.
 * @param {Box} box
 * @param {Size} bounds
 * @returns {Box}
 */
export function grown(box, bounds) {
  const left = Math.max(0, Math.floor(box.left)), top = Math.max(0, Math.floor(box.top));
  const right = Math.min(bounds.width, Math.ceil(box.left + box.width));
  const bottom = Math.min(bounds.height, Math.ceil(box.top + box.height));
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/**
 * The box in a picture of another size, `spread` pixels larger on every side, on whole pixels.
 * @param {Box} box
 * @param {Size} from
 * @param {Size} to
 * @param {number} [spread]
 * @returns {Box}
 */
export function scaled(box, from, to, spread = 0) {
  const x = to.width / from.width, y = to.height / from.height;
  const left = box.left * x - spread, top = box.top * y - spread;
  return grown({ left, top, width: box.width * x + 2 * spread, height: box.height * y + 2 * spread }, to);
}

/**
 * The part of a box inside a frame, seen from the frame; null when there is none.
 * @param {Box} box
 * @param {Box} frame
 * @returns {Box | null}
 */
export function within(box, frame) {
  const part = grown({ ...box, left: box.left - frame.left, top: box.top - frame.top }, frame);
  return part.width && part.height ? part : null;
}

/**
 * Where the middle of a box is, as a key: "upper left", "left", "middle" and so on.
 * @param {Box} box
 * @param {Size} bounds
 * @returns {string}
 */
export function placeOf(box, bounds) {
  const across = third(box.left + box.width / 2, bounds.width);
  const down = third(box.top + box.height / 2, bounds.height);
  return ["upper left", "top", "upper right", "left", "middle", "right", "lower left", "bottom", "lower right"][
    down * 3 + across
  ];
}

/** @param {number} value @param {number} length */
const third = (value, length) => clamped(Math.floor((3 * value) / length), 0, 2);

/** @param {Size} bounds */
const smallest = (bounds) => Math.min(longest(bounds) * SMALLEST, bounds.width, bounds.height);

/**
 * @param {Box} box
 * @param {Size} bounds
 */
function atLeast(box, bounds) {
  const width = Math.max(box.width, smallest(bounds)), height = Math.max(box.height, smallest(bounds));
  return moved({ ...box, width, height }, 0, 0, bounds);
}

/**
 * One direction of `pulled`: the new start and length.
 * @param {number} start
 * @param {number} length
 * @param {number} side
 * @param {number} by
 * @param {number} most
 * @param {number} least
 */
function pulledAlong(start, length, side, by, most, least) {
  const end = start + length;
  if (side > 0) return [start, clamped(end + by, Math.min(start + least, most), most) - start];
  if (side === 0) return [start, length];
  const begin = clamped(start + by, 0, Math.max(end - least, 0));
  return [begin, end - begin];
}
