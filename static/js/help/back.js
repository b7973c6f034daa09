// A page made from answers is kept nowhere, so a browser that comes back to it would show an error. It comes back to the
// page as it is without answers. Only when the page is left: a reload still shows what the answers gave.

const form = /** @type {HTMLElement | null} */ (document.querySelector("[data-back]"));
addEventListener("pagehide", () => history.replaceState(null, "", form?.dataset.back ?? location.href));
