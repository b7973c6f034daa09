// The page can be read at once, with a table of all times; what makes it a race comes after that.

const race = import("./class/race.js");
race.then(({ begin }) => begin(), () => {});
