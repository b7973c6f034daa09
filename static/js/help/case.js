// The page can be read at once; what makes it a notebook comes after that, and the page says that it is coming. When
// something of it is missing, the page says so, and the paper form is there.

const [root, loading, broken] = ["tool", "loading", "broken"].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
loading.hidden = false;
const tool = import("./case/page/tool.js");
const begun = tool.then(({ begin }) => begin(root));
begun.catch(failed).finally(() => (loading.hidden = true));

function failed() {
  broken.hidden = false;
  // It has no room to keep: it does not come.
  root.toggleAttribute("data-comes", false);
}
