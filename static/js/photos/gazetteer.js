/** Reads the small table of places by GeoNames that ships with the site, as `safety/photos/gazetteer.py` does. */

// What stands before a place's name, by its size.
const MARKS = " ,;:";
const PLACE = /^(-?[0-9]+)([+-][0-9]+)([ ,;:])(.+)$/;

/**
 * One place, in hundredths of a degree; `size` is from 0, a village, to 3, a large city.
 * @typedef {{latitude: number, longitude: number, country: string, name: string, size: number}} Town
 */

/** Places sorted by latitude, and the names of countries by their codes. */
export class Gazetteer {
  /** @param {Town[]} towns @param {Map<string, string>} countries */
  constructor(towns = [], countries = new Map()) {
    this.towns = towns;
    this.countries = countries;
  }

  /**
   * Name and country, as in "Paris, France".
   * @param {Town} town
   * @returns {string}
   */
  label(town) {
    const country = this.countries.get(town.country);
    return country ? `${town.name}, ${country}` : town.name;
  }
}

/**
 * The table from the string that `static/vendor/geonames/places.js` holds.
 * @param {string} text
 * @returns {Gazetteer}
 */
export function readTable(text) {
  const countries = new Map();
  const towns = [];
  let [country, latitude, longitude] = ["", 0, 0];
  for (const line of text.split("\n")) {
    const place = PLACE.exec(line);
    if (place) {
      latitude += Number(place[1]);
      longitude += Number(place[2]);
      towns.push({ latitude, longitude, country, name: place[4], size: MARKS.indexOf(place[3]) });
    } else {
      country = line.split(" ", 1)[0];
      countries.set(country, line.slice(country.length + 1));
      [latitude, longitude] = [0, 0];
    }
  }
  // No two places stand at the same point.
  towns.sort((one, other) => one.latitude - other.latitude || one.longitude - other.longitude);
  return new Gazetteer(towns, countries);
}
