// The check without a page reload: the same forms, posted in the background one after the other (each
// answer brings the cookie that the next post needs), and the new <main> put in place of the old one.
// Anything unexpected falls back to the ordinary post.

const TIMEOUT_MS = 10000;
const SHEET = 'link[href*="check.css"]';
const main = () => document.querySelector("main");
let last = Promise.resolve();

/** Open folds and the focus, so that the new page looks like the old one went on. */
function remember() {
  const folds = [...main().querySelectorAll(".item > details")].map((fold) => [fold.parentElement.id, fold.open]);
  const active = document.activeElement;
  const item = active?.closest?.(".item")?.id;
  const place = item && [...document.getElementById(item).querySelectorAll("button")].indexOf(active);
  return { folds, item, place };
}

/** @param {{folds: [string, boolean][], item?: string, place?: number}} before */
function restore(before) {
  for (const [id, open] of before.folds) {
    document.getElementById(id)?.querySelector("details")?.toggleAttribute("open", open);
  }
  const button = before.item && document.getElementById(before.item)?.querySelectorAll("button")[before.place];
  if (button) button.focus({ preventScroll: true });
  return Boolean(button);
}

/**
 * Posts what was chosen, and is done when the answer is shown.
 * @param {string} action
 * @param {[string, string][]} fields
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

/** Puts the answer in place; false when it is not a page that this script knows. */
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
    main().querySelector("h1").setAttribute("tabindex", "-1");
    main().querySelector("h1").focus();
  }
  const address = request.responseURL.split("#")[0];
  if (address !== location.href.split("#")[0]) history.pushState(null, "", address);
  return true;
}

/** The ordinary post, from a form of its own: the one that was used may be gone by now. */
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
  if ("plain" in form.dataset || !form.closest("main")) return;
  event.preventDefault();
  const fields = [...new FormData(form)];
  if (event.submitter?.name) fields.push([event.submitter.name, event.submitter.value]);
  const action = form.getAttribute("action");
  last = last.then(() => send(action, fields));
});

addEventListener("popstate", () => location.reload());
