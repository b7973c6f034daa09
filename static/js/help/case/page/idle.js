/** Notices that nobody has touched the page for a while. */

const IDLE_MS = 600_000;
const SIGNS = ["pointerdown", "keydown", "input", "wheel", "touchstart"];
// A timer sleeps with the device: the clock is looked at as well.
const LOOK_MS = 15_000;

/**
 * Calls `act` when there was no touch for ten minutes.
 * @param {() => void} act
 * @returns {() => void} stops it
 */
export function afterIdling(act) {
  let last = Date.now();
  const note = () => (last = Date.now());
  const look = () => Date.now() - last >= IDLE_MS && act();
  for (const sign of SIGNS) addEventListener(sign, note, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    for (const sign of SIGNS) removeEventListener(sign, note, { capture: true });
  };
}
