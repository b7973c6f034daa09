/**
 * Who is in the picture: what is for adults only is shown when everyone in it is 18 or older, and at no other
 * time. The answer stands in the field and nowhere else.
 */

/**
 * Whether the visitor has said that everyone in the picture is 18 or older.
 * @param {ParentNode} root
 * @returns {boolean}
 */
export function areAllAdults(root) {
  return root.querySelector("[data-who] input[value=adults]:checked") !== null;
}

/**
 * Shows and hides the parts inside `root` by the answer, now and whenever it changes.
 * @param {HTMLElement} root
 * @returns {() => void} forgets the answer: nothing told, as at first
 */
export function followWho(root) {
  const show = () => {
    const adults = areAllAdults(root);
    for (const part of root.querySelectorAll("[data-adults]")) part.toggleAttribute("hidden", !adults);
    for (const part of root.querySelectorAll("[data-minors]")) part.toggleAttribute("hidden", adults);
  };
  const forget = () => {
    for (const field of root.querySelectorAll("[data-who] input")) {
      /** @type {HTMLInputElement} */ (field).checked = field.getAttribute("value") === "untold";
    }
    show();
  };
  root.addEventListener("change", (event) => {
    if (/** @type {Element} */ (event.target).closest("[data-who]")) show();
  });
  forget();
  return forget;
}
