/** Addresses of workers, which browsers with Trusted Types take from a policy only. */

/** @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/**
 * The same addresses, trusted: those that a page asks for first, and no others ever.
 * @param {string[]} addresses
 * @returns {any[]} what `new Worker` takes
 */
export function trusted(addresses) {
  /** @param {string} address */
  const createScriptURL = (address) => {
    if (!addresses.includes(address)) throw new TypeError("not an address of a worker of this page");
    return address;
  };
  // It can be made once a page, and not every browser has it.
  const rules = { createScriptURL };
  const made = policy ?? globalThis.trustedTypes?.createPolicy("unshared", rules) ?? rules;
  policy = made;
  return addresses.map((address) => made.createScriptURL(address));
}
