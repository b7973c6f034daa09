/** Numbers by chance alone, each as likely as the others. */

const NUMBERS = 2 ** 32;

/**
 * What fills an array with numbers by chance, as `crypto.getRandomValues` does.
 * @typedef {(numbers: Uint32Array<ArrayBuffer>) => Uint32Array} Random
 */

/**
 * A whole number from 0 up, less than `count`.
 * @param {number} count
 * @param {Random} [random]
 * @returns {number}
 */
export function below(count, random = (numbers) => crypto.getRandomValues(numbers)) {
  // Numbers from here on would make the first ones more likely than the others.
  const limit = NUMBERS - (NUMBERS % count);
  const numbers = new Uint32Array(1);
  do random(numbers); while (numbers[0] >= limit);
  return numbers[0] % count;
}
