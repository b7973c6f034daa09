// The page can be read at once; what makes it a notebook comes after that. When something of it is missing, the page
// says so, and the paper form is there.

const [root, broken] = ["tool", "broken"].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
const tool = import("./case/page/tool.js");
tool.then(({ begin }) => begin(root)).catch(() => (broken.hidden = false));
