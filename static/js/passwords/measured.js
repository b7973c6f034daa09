/** How much of a password is measured. */

/** 50 ms on a computer at most, seven times that on a slow phone. */
export const MEASURED_CHARACTERS = 64;
