// The page can be read at once; what makes it a tool comes after that. When something of it is missing, that part
// stays as it is without script.

const measuring = import("./page/tool.js");
const making = import("./page/maker.js");
measuring.then(({ begin }) => begin(), () => {});
making.then(({ startMaker }) => startMaker(/** @type {HTMLElement} */ (document.getElementById("maker"))), () => {});
