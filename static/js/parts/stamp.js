/** Copies of the page's templates, and the parts of them that script fills in. */

/**
 * A copy of what the template with this id holds.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function stamp(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const first = /** @type {HTMLElement} */ (template.content.firstElementChild);
  return document.importNode(first, true);
}

/**
 * The first element inside that is named like this in the template.
 * @param {ParentNode} root
 * @param {string} name of its `data-part`
 * @returns {any} what it is stands in the template
 */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/**
 * Shows what the page has kept room for. From then on it takes none when it is hidden.
 * @param {HTMLElement} one marked with `data-comes`
 */
export function arrive(one) {
  one.toggleAttribute("data-comes", false);
  one.hidden = false;
}

/**
 * Shows some parts and hides the others.
 * @param {ParentNode} root
 * @param {Record<string, unknown>} wanted by name, shown when true
 */
export function show(root, wanted) {
  for (const [name, isShown] of Object.entries(wanted)) part(root, name).hidden = !isShown;
}

/**
 * Shows lines of text as a list inside a fold, which is hidden when there are none.
 * @param {ParentNode} root
 * @param {string} name of the fold; its list is named `<name>-list`
 * @param {import("./words.js").Sentence[]} sentences
 */
export function fillFold(root, name, sentences) {
  show(root, { [name]: sentences.length });
  part(root, `${name}-list`).replaceChildren(...sentences.map((sentence) => written("li", sentence)));
}

/**
 * A new element that says this.
 * @param {string} tag
 * @param {import("./words.js").Sentence} sentence
 * @returns {HTMLElement}
 */
export function written(tag, sentence) {
  const element = document.createElement(tag);
  write(element, sentence);
  return element;
}

/**
 * Puts a sentence into an element. Values can be in a script that runs the other way: each is kept apart.
 * @param {Element} element
 * @param {import("./words.js").Sentence} sentence
 */
export function write(element, sentence) {
  element.replaceChildren(...sentence.map((piece, at) => (at % 2 ? isolated(piece) : piece)));
}

/** @param {string} value */
function isolated(value) {
  const element = document.createElement("bdi");
  element.textContent = value;
  return element;
}
