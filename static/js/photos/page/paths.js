/** Lines of degrees, cut at a box, and as paths of SVG in a view. */

// A longer way along a parallel is drawn in steps: it is not straight.
const STEP_DEGREES = 4;

/** @typedef {import("./view.js").Point} Point */
/** @typedef {import("./view.js").Box} Box */
/** @typedef {import("./view.js").View} View */

/**
 * The part of a ring on one side of a limit.
 * @param {Point[]} ring
 * @param {number} axis
 * @param {number} limit
 * @param {number} sign 1 for what is above the limit, -1 for what is below
 */
export function cut(ring, axis, limit, sign) {
  /** @type {Point[]} */
  const kept = [];
  let last = ring[ring.length - 1];
  for (const point of ring) {
    const isInside = (point[axis] - limit) * sign >= 0;
    if (isInside !== (last[axis] - limit) * sign >= 0) {
      kept.push(between(last, point, (limit - last[axis]) / (point[axis] - last[axis])));
    }
    if (isInside) kept.push(point);
    last = point;
  }
  return kept;
}

/**
 * The pieces of a line that come into a box.
 * @param {Point[]} line
 * @param {Box} box
 */
export function pieces(line, { west, east, south, north }) {
  /** @type {Point[][]} */
  const found = [];
  let piece = null;
  for (let at = 1; at < line.length; at += 1) {
    const [last, point] = [line[at - 1], line[at]];
    const isBeside = Math.max(last[0], point[0]) < west || Math.min(last[0], point[0]) > east;
    if (isBeside || Math.max(last[1], point[1]) < south || Math.min(last[1], point[1]) > north) {
      piece = null;
    } else if (piece) {
      piece.push(point);
    } else {
      piece = [last, point];
      found.push(piece);
    }
  }
  return found;
}

/**
 * A path that bends softly at each point: no coast has corners.
 * @param {Point[]} points
 * @param {View} view
 * @param {boolean} [isRing] the last two points are the first two again
 */
export function curve(points, view, isRing = false) {
  const placed = inSteps(points).map((point) => view.place(point));
  const bends = placed.slice(1, -1).map((point, number) => {
    return `Q${text(point)} ${text(middle(point, placed[number + 2]))}`;
  });
  const [start, end] = isRing
    ? [middle(placed[0], placed[1]), "z"]
    : [placed[0], `L${text(placed[placed.length - 1])}`];
  return `M${text(start)}${bends.join("")}${end}`;
}

/**
 * The points, with more between two that are far apart along a parallel, which is not straight.
 * @param {Point[]} points
 */
function inSteps(points) {
  return points.flatMap((point, number) => {
    const last = points[number - 1] ?? point;
    const count = Math.max(1, Math.ceil(Math.abs(point[0] - last[0]) / STEP_DEGREES));
    return Array.from({ length: count }, (_, step) => between(last, point, (step + 1) / count));
  });
}

/**
 * @param {Point} one
 * @param {Point} other
 */
function middle(one, other) {
  return between(one, other, 0.5);
}

/**
 * @param {Point} one
 * @param {Point} other
 * @param {number} share of the way from one to the other
 * @returns {Point}
 */
function between([x, y], [toX, toY], share) {
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** @param {Point} point */
function text([x, y]) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
