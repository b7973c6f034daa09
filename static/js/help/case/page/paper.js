/** The same table on paper, for who wants no notebook on this device. */

import { part } from "../../../parts/stamp.js";

/** Makes its button print the table alone. */
export function beginPaper() {
  const actions = part(document, "paper-actions");
  actions.hidden = false;
  part(actions, "print-paper").addEventListener("click", () => {
    document.body.classList.add("prints-paper");
    addEventListener("afterprint", () => document.body.classList.remove("prints-paper"), { once: true });
    print();
  });
}
