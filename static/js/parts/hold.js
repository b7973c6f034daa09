/** A button that has to be held down: with a finger, the mouse, Enter or Space. Let go earlier, and nothing happens. */

const HOLD_MS = 3000;
const KEYS = ["Enter", " "];

/**
 * Calls `act` when the button was held long enough. How far it is stands in the property `--held`, from 0 to 1.
 * @param {HTMLElement} button
 * @param {() => void} act
 */
export function onHold(button, act) {
  let begun = 0, frame = 0;
  const draw = (/** @type {number} */ part) => button.style.setProperty("--held", String(part));
  const stop = () => {
    cancelAnimationFrame(frame);
    begun = 0;
    draw(0);
  };
  const go = () => {
    const part = (performance.now() - begun) / HOLD_MS;
    if (part < 1) {
      draw(part);
      frame = requestAnimationFrame(go);
    } else {
      stop();
      act();
    }
  };
  const start = () => {
    if (begun) return;
    begun = performance.now();
    go();
  };
  button.addEventListener("pointerdown", (event) => event.button || start());
  for (const end of ["pointerup", "pointerleave", "pointercancel", "blur"]) button.addEventListener(end, stop);
  button.addEventListener("keydown", (event) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    start();
  });
  button.addEventListener("keyup", (event) => KEYS.includes(event.key) && stop());
  // A long press opens a menu on phones, which would end it.
  button.addEventListener("contextmenu", (event) => event.preventDefault());
}
