// The check without a page reload: the same forms, posted in the background one after the other (each
// answer brings the cookie that the next post needs), and the new <main> put in place of the old one.
// Anything unexpected falls back to the ordinary post.

const TIMEOUT_MS = 10000;
const SHEET = 'link[href*="check.css"]';
const main = () => /** @type {HTMLElement} */ (document.querySelector("main"));
let last = Promise.resolve();

/**
 * The folds of items, open or not, and the item and the number of its button that has the focus.
 * @typedef {{folds: [string, boolean][], item: string, place: number}} Before
 */

/** Open folds and the focus, so that the new page looks like the old one went on. @returns {Before} */
function remember() {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const details = main().querySelectorAll(".item > details");
  /** @type {[string, boolean][]} */
  const folds = Array.from(details, (fold) => [fold.parentElement?.id ?? "", fold.open]);
  const active = document.activeElement;
  const item = active?.closest(".item");
  const buttons = item ? [...item.querySelectorAll("button")] : [];
  return { folds, item: item?.id ?? "", place: buttons.findIndex((button) => button === active) };
}

/** True when the focus is back on its button. @param {Before} before */
function restore(before) {
  for (const [id, open] of before.folds) {
    document.getElementById(id)?.querySelector("details")?.toggleAttribute("open", open);
  }
  const button = document.getElementById(before.item)?.querySelectorAll("button")[before.place];
  button?.focus({ preventScroll: true });
  return Boolean(button);
}

/**
 * Posts what was chosen, and is done when the answer is shown.
 * @param {string} action
 * @param {[string, string][]} fields
 * @returns {Promise<void>}
 */
function send(action, fields) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", action);
    request.responseType = "document";
    request.timeout = TIMEOUT_MS;
    request.onload = () => {
      if (!show(request, action)) submit(action, fields);
      done();
    };
    request.onerror = request.ontimeout = () => submit(action, fields);
    request.send(new URLSearchParams(fields));
  });
}

/**
 * Puts the answer in place; false when it is not a page that this script knows.
 * @param {XMLHttpRequest} request
 * @param {string} action
 */
function show(request, action) {
  const next = request.response?.querySelector("main");
  if (request.status !== 200 || !next) return false;
  // Another kind of page needs its own style sheet: let the browser load it whole.
  if (Boolean(request.response.querySelector(SHEET)) !== Boolean(document.querySelector(SHEET))) {
    location.assign(request.responseURL);
    return true;
  }
  // A tick leaves the page as it was; anything else shows another list.
  const before = action === location.pathname ? remember() : null;
  main().replaceWith(document.adoptNode(next));
  document.title = request.response.title;
  if (!before || !restore(before)) {
    scrollTo(0, 0);
    const heading = main().querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }
  const address = request.responseURL.split("#")[0];
  if (address !== location.href.split("#")[0]) history.pushState(null, "", address);
  return true;
}

/**
 * The ordinary post, from a form of its own: the one that was used may be gone by now.
 * @param {string} action
 * @param {[string, string][]} fields
 */
function submit(action, fields) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action, hidden: true });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || "plain" in form.dataset || !form.closest("main")) return;
  event.preventDefault();
  /** @type {[string, string][]} */
  const fields = Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  if (button?.name) fields.push([button.name, button.value]);
  const action = form.getAttribute("action") ?? "";
  last = last.then(() => send(action, fields));
});

addEventListener("popstate", () => location.reload());
