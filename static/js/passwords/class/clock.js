/** The clock of the race: from one stop to the next it takes as long on the screen, however much time that stands for. */

// Where the first part begins, in seconds: on a scale of powers there is no zero.
const FIRST = 0.001;

export class Clock {
  #stops;

  /** @param {number[]} stops in seconds, each later than the one before */
  constructor(stops) {
    this.#stops = [FIRST, ...stops];
  }

  /** How many parts there are. */
  get parts() {
    return this.#stops.length - 1;
  }

  /**
   * The time, in seconds, at a place on the scale.
   * @param {number} place from 0, in parts
   * @returns {number}
   */
  timeAt(place) {
    const part = Math.min(Math.floor(place), this.parts - 1);
    const [from, to] = this.#stops.slice(part, part + 2);
    return from * (to / from) ** (place - part);
  }

  /**
   * The place on the scale of a time, never off its ends.
   * @param {number} seconds
   * @returns {number} from 0, in parts
   */
  placeOf(seconds) {
    const after = this.#stops.findIndex((stop) => stop >= seconds);
    if (after < 1) return after < 0 ? this.parts : 0;
    const [from, to] = this.#stops.slice(after - 1, after + 1);
    return after - 1 + Math.log(seconds / from) / Math.log(to / from);
  }
}
