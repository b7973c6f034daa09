/**
 * A view of the Earth from straight above a position (the orthographic projection), so that a map is right at the
 * date line and at the poles as well.
 */

const TURN = 360;
const POLE = 90;
const RADIANS = Math.PI / 180;
// So much more than what can be seen is drawn, so that no edge of it shows.
const MARGIN_DEGREES = 0.5;

/** @typedef {[number, number]} Point longitude and latitude in degrees */
/** @typedef {{west: number, east: number, south: number, north: number}} Box */

export class View {
  /**
   * @param {{latitude: number, longitude: number}} middle
   * @param {{width: number, height: number, degrees: number}} size in units, and how many degrees high that is
   */
  constructor({ latitude, longitude }, { width, height, degrees }) {
    this.longitude = longitude;
    this.width = width;
    this.height = height;
    this.middle = [width / 2, height / 2];
    this.sine = Math.sin(latitude * RADIANS);
    this.cosine = Math.cos(latitude * RADIANS);
    this.radius = height / 2 / Math.sin((degrees / 2) * RADIANS);
    this.box = this.#boxAround(latitude, degrees / 2 + MARGIN_DEGREES);
  }

  /**
   * Where a point is drawn, in units.
   * @param {Point} point
   * @returns {[number, number]}
   */
  place([longitude, latitude]) {
    const turn = (longitude - this.longitude) * RADIANS;
    const [sine, cosine] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
    const east = cosine * Math.sin(turn);
    const north = this.cosine * sine - this.sine * cosine * Math.cos(turn);
    return [this.middle[0] + this.radius * east, this.middle[1] - this.radius * north];
  }

  /**
   * Where a point of about the same latitude is drawn, or null when it cannot be seen.
   * @param {Point} point
   */
  see(point) {
    const across = Math.abs(((((point[0] - this.longitude + TURN / 2) % TURN) + TURN) % TURN) - TURN / 2);
    if (across > (this.box.east - this.box.west) / 2) return null;
    const [x, y] = this.place(point);
    return this.holds({ left: x, top: y, right: x, bottom: y }) ? /** @type {[number, number]} */ ([x, y]) : null;
  }

  /**
   * Whether the whole of a room is on the sheet.
   * @param {{left: number, top: number, right: number, bottom: number}} room
   */
  holds({ left, top, right, bottom }) {
    return left >= 0 && top >= 0 && right <= this.width && bottom <= this.height;
  }

  /**
   * All that can be seen, and a margin.
   * @param {number} latitude
   * @param {number} reach degrees from the middle to the edge above it
   * @returns {Box}
   */
  #boxAround(latitude, reach) {
    const up = Math.sin(reach * RADIANS);
    const across = (up * this.width) / this.height;
    // The corners are farthest to the side; the edges bend up or down to them.
    const seen = [-up, up].flatMap((north) => [0, across].map((east) => this.#at(east, north)));
    const north = Math.max(...seen.map((point) => point[1]));
    const south = Math.min(...seen.map((point) => point[1]));
    // Around a pole that is in sight there is every longitude.
    const hasPole = Math.abs(latitude) + reach >= POLE;
    const aside = hasPole ? TURN / 2 : Math.max(...seen.map((point) => point[0]));
    return {
      west: this.longitude - aside,
      east: this.longitude + aside,
      south: hasPole && latitude < 0 ? -POLE : south,
      north: hasPole && latitude > 0 ? POLE : north,
    };
  }

  /**
   * How far east of the middle, in degrees, and on what latitude a point of the sheet is.
   * @param {number} east of the middle, in parts of the radius
   * @param {number} north likewise
   */
  #at(east, north) {
    const towards = Math.sqrt(1 - east * east - north * north);
    return [
      Math.atan2(east, towards * this.cosine - north * this.sine) / RADIANS,
      Math.asin(towards * this.sine + north * this.cosine) / RADIANS,
    ];
  }
}
