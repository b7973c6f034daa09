/** The button that deletes everything: held down, or in two steps without holding; a sealed copy is offered first. */

import { onHold } from "../../../parts/hold.js";
import { part, show } from "../../../parts/stamp.js";

/**
 * @param {HTMLElement} root
 * @param {() => void} wipe
 * @param {() => void} save
 */
export function followWipe(root, wipe, save) {
  onHold(part(root, "hold"), wipe);
  part(root, "delete").addEventListener("click", wipe);
  part(root, "sure").addEventListener("change", () => show(root, { "two-steps": part(root, "sure").checked }));
  part(root, "save-first").addEventListener("click", save);
}
