/** One password of the race: how far the guessing has come, and whether it was found. */

export class Lane {
  #root;
  #guesses;

  /** @param {HTMLElement} root as in `templates/passwords/class.html` */
  constructor(root) {
    this.#root = root;
    this.#guesses = Number(root.dataset.guesses);
  }

  /**
   * Shows the lane at a time of the race.
   * @param {import("./clock.js").Clock} clock
   * @param {number} place of the clock
   * @param {{name: string, perSecond: number}} guesser
   * @returns {boolean} whether it is found by then
   */
  show(clock, place, { name, perSecond }) {
    const end = clock.placeOf(this.#guesses / perSecond);
    const isFound = place > 0 && clock.timeAt(place) * perSecond >= this.#guesses;
    this.#root.classList.toggle("is-found", isFound);
    for (const text of this.#root.querySelectorAll("[data-found]")) {
      text.toggleAttribute("hidden", !isFound || text.getAttribute("data-found") !== name);
    }
    this.#root.querySelector("[data-running]")?.toggleAttribute("hidden", isFound);
    this.#root.style.setProperty("--run", `${(100 * Math.min(place, end)) / clock.parts}%`);
    return isFound;
  }
}
