/** Loads what the page will need later, now: everything has to work when the network is switched off. */

/**
 * Done when everything is there.
 * @param {import("./engine.js").Engine} engine
 * @returns {Promise<void>}
 */
export async function loadAll(engine) {
  const [{ PLACES }, { prepareMaps }] = await Promise.all([
    import("../../../vendor/geonames/places.js"),
    import("./map.js"),
    import("./example.js"),
    import("./cover.js"),
    import("./guided.js"),
    engine.ready,
  ]);
  engine.usePlaces(PLACES);
  // Nobody waits for it.
  prepareMaps();
}
