// The photo page can be read at once; what makes it a tool comes after that. When something of it is missing, the
// page stays as it is without script.

const tool = import("./page/tool.js");
tool.then(({ begin }) => begin(), () => {});
