// The check without a page reload: the same forms, posted in the background, and the new <main> put in
// place of the old one. Anything unexpected falls back to the ordinary post.

const main = () => document.querySelector("main");

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
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 */
function post(form, button) {
  const fields = new FormData(form);
  if (button?.name) fields.append(button.name, button.value);
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action"));
  request.responseType = "document";
  request.timeout = 10000;
  request.onload = () => show(request, form, button);
  request.onerror = request.ontimeout = () => plain(form, button);
  request.send(new URLSearchParams(fields));
}

function show(request, form, button) {
  const next = request.response?.querySelector("main");
  const sheet = request.response?.querySelector('link[href*="check.css"]');
  // Another kind of page needs its own style sheet: let the browser load it whole.
  if (request.status !== 200 || !next || Boolean(sheet) !== Boolean(document.querySelector('link[href*="check.css"]'))) {
    if (request.status === 200 && next) location.assign(request.responseURL);
    else plain(form, button);
    return;
  }
  const before = remember();
  main().replaceWith(document.adoptNode(next));
  document.title = request.response.title;
  if (!restore(before)) {
    scrollTo(0, 0);
    main().querySelector("h1").setAttribute("tabindex", "-1");
    main().querySelector("h1").focus();
  }
  const address = request.responseURL.split("#")[0];
  if (address !== location.href.split("#")[0]) history.pushState(null, "", address);
}

function plain(form, button) {
  if (button?.name) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: button.name, value: button.value });
    form.append(field);
  }
  form.submit();
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if ("plain" in form.dataset || !form.closest("main")) return;
  event.preventDefault();
  post(form, event.submitter);
});

addEventListener("popstate", () => location.reload());
