/**
 * Which answers open: of those that both want to show as many as a die says, none to three. So what stays closed
 * tells nothing, neither that an answer was skipped nor that it was held back.
 */

// What the die says, side by side: no number of open answers is so rare that it would tell something.
export const SIDES = [0, 1, 2, 2, 3, 3];

/**
 * The places of the questions that open, in their order.
 * @param {(number | null)[]} first what one of them may show
 * @param {(number | null)[]} second what the other may show
 * @param {(count: number) => number} below gives a whole number by chance, less than `count`
 * @returns {number[]}
 */
export function opened(first, second, below) {
  const most = SIDES[below(SIDES.length)];
  const left = first.map((_, at) => at).filter((at) => first[at] !== null && second[at] !== null);
  /** @type {number[]} */
  const open = [];
  while (open.length < most && left.length) open.push(...left.splice(below(left.length), 1));
  return open.sort((one, other) => one - other);
}
