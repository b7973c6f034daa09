// 'Leave this site', faster than the link: blank first, then away without a trace in this tab's
// back button. Three presses of Shift within five seconds do the same; any other key starts over.
// The pattern is GOV.UK's 'Exit this page': https://design-system.service.gov.uk/components/exit-this-page/

const WINDOW_MS = 5000;
const PRESSES = 3;
const link = /** @type {HTMLAnchorElement} */ (document.querySelector("a.leave"));
const title = document.title;
/** @type {number[]} */
let presses = [];

/** Covers the page and goes to /leave, which drops our cookie and goes on to a neutral site. */
function leave() {
  document.documentElement.classList.add("covered");
  document.title = "\u00a0";
  location.replace(link.href);
}

/**
 * Whether somebody types there; Shift on a choice or a button types nothing.
 * @param {EventTarget | null} target
 */
function isField(target) {
  const fields = "textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=file])";
  return target instanceof Element && target.closest(fields) !== null;
}

link.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  leave();
});

document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || isField(event.target)) {
    presses = [];
    return;
  }
  presses = [...presses.filter((time) => event.timeStamp - time < WINDOW_MS), event.timeStamp];
  if (presses.length === PRESSES) leave();
});

// A page that comes back from the browser's memory must not stay blank.
addEventListener("pageshow", () => {
  document.documentElement.classList.remove("covered");
  document.title = title;
  presses = [];
});
