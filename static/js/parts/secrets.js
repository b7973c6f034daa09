/** The fields for a passphrase: shown or covered, and emptied. */

/**
 * Follows the box that shows what is typed.
 * @param {HTMLElement} root
 * @param {HTMLInputElement} box
 */
export function followShow(root, box) {
  box.addEventListener("change", () => {
    for (const field of secretsIn(root)) field.type = box.checked ? "text" : "password";
  });
}

/**
 * Empties the fields and covers them again.
 * @param {HTMLElement} root
 */
export function emptyFields(root) {
  for (const field of secretsIn(root)) {
    field.value = "";
    field.type = "password";
  }
  for (const box of /** @type {Iterable<HTMLInputElement>} */ (root.querySelectorAll("input[type=checkbox]"))) {
    box.checked = false;
  }
}

/**
 * Opens the chooser of files by Enter too, since the field looks like a button, and forgets what was chosen there.
 * @param {HTMLInputElement} field
 * @param {(files: File[]) => void} take
 */
export function listenForChoice(field, take) {
  field.addEventListener("change", () => {
    take([...(field.files ?? [])]);
    field.value = "";
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    field.click();
  });
}

/** @param {HTMLElement} root @returns {Iterable<HTMLInputElement>} */
function secretsIn(root) {
  return root.querySelectorAll("[data-secret]");
}
