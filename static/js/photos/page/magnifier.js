/**
 * A round magnifier over a picture: it follows the pointer or the finger, and is moved by the arrow keys.
 * It shows the same picture a second time, larger; no pixel is read.
 */

// How many times larger; at the first the magnifier is away.
const LEVELS = [1, 2, 3, 4, 6, 8];
const FIRST_LEVEL = 2;
// To the lower right: there it hides little of what one came to see.
const FIRST_PLACE = 0.8;
// How far an arrow key moves it, as a part of the picture.
const KEY_STEP = 0.05;
// The lens stays this far above a finger, so that the finger does not hide it.
const ABOVE_FINGER = 24;
/** @type {Record<string, [number, number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @type {Record<string, number>} */
const CHANGES = { "+": 1, "=": 1, "-": -1, "−": -1, _: -1 };

/** @param {number} number @param {number} least @param {number} most */
const within = (number, least, most) => Math.max(least, Math.min(most, number));

export class Magnifier {
  // The point that is magnified, as parts of the picture's width and height.
  #x = FIRST_PLACE;
  #y = FIRST_PLACE;
  // How far above that point the lens is.
  #lift = 0;
  #level = FIRST_LEVEL;
  /** @type {HTMLElement | SVGElement | null} */
  #picture = null;
  /** @type {HTMLElement | SVGElement | null} */
  #copy = null;

  /**
   * @param {HTMLElement} stage holds the picture and the lens, and takes the keys
   * @param {HTMLElement} lens
   * @param {(times: number) => void} tell is told how much it magnifies
   */
  constructor(stage, lens, tell) {
    this.stage = stage;
    this.lens = lens;
    this.tell = tell;
    stage.addEventListener("pointerdown", (event) => this.#press(event));
    stage.addEventListener("pointermove", (event) => this.#follow(event));
    stage.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(stage);
  }

  /**
   * Puts a picture under the magnifier, in place of the one that was there.
   * @param {HTMLElement | SVGElement} picture
   */
  show(picture) {
    this.clear();
    this.#picture = picture;
    this.#copy = /** @type {HTMLElement | SVGElement} */ (picture.cloneNode(true));
    this.stage.prepend(picture);
    this.lens.append(this.#copy);
    this.#draw();
  }

  /** Takes the picture away. */
  clear() {
    this.#picture?.remove();
    this.#copy?.remove();
    this.#picture = this.#copy = null;
  }

  /** Back to where it was at first. */
  reset() {
    this.#x = this.#y = FIRST_PLACE;
    this.#lift = 0;
    this.#level = FIRST_LEVEL;
    this.#draw();
  }

  /**
   * Magnifies more, or less.
   * @param {number} change levels up or down
   */
  change(change) {
    this.#level = within(this.#level + change, 0, LEVELS.length - 1);
    this.#draw();
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.pointerType === "touch") this.stage.setPointerCapture(event.pointerId);
    this.#follow(event);
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY, pointerType }) {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    this.#lift = pointerType === "touch" ? this.lens.offsetHeight / 2 + ABOVE_FINGER : 0;
    this.#moveTo((clientX - left) / width, (clientY - top) / height);
    this.lens.classList.remove("by-keys");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [right, down] = DIRECTIONS[event.key] ?? [0, 0];
    const change = CHANGES[event.key] ?? 0;
    if (!right && !down && !change) return;
    event.preventDefault();
    this.lens.classList.add("by-keys");
    if (change) return this.change(change);
    this.#lift = 0;
    this.#moveTo(this.#x + right * KEY_STEP, this.#y + down * KEY_STEP);
  }

  /** @param {number} x @param {number} y */
  #moveTo(x, y) {
    this.#x = within(x, 0, 1);
    this.#y = within(y, 0, 1);
    this.#draw();
  }

  #draw() {
    const times = LEVELS[this.#level];
    this.tell(times);
    this.lens.hidden = times === 1;
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!this.#copy || !width || times === 1) return;
    const { width: lensWidth } = this.lens.getBoundingClientRect();
    const radius = lensWidth / 2;
    const [x, y] = [this.#x * width, this.#y * height];
    const above = this.#lift && y - this.#lift < radius ? y + this.#lift : y - this.#lift;
    move(this.lens, within(x, radius, width - radius) - radius, within(above, radius, height - radius) - radius);
    this.#copy.style.width = `${width * times}px`;
    this.#copy.style.height = `${height * times}px`;
    move(this.#copy, radius - x * times, radius - y * times);
  }
}

/** @param {HTMLElement | SVGElement} element @param {number} x @param {number} y */
function move(element, x, y) {
  element.style.transform = `translate(${x}px, ${y}px)`;
}
