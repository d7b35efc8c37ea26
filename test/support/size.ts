import fc from "fast-check";

/** FULL=1 (`npm run test:full`) runs every proof at its full size; `npm test` a small one of each. */
export const FULL = process.env["FULL"] === "1";

/** How many of something this run takes. */
export const sized = (quick: number, full: number): number => (FULL ? full : quick);

/** GLANCE=1 (`npm run test:pure`, while one writes) tries every property on a fifth of its quick cases. */
export const GLANCE = !FULL && process.env["GLANCE"] === "1";

/** How many random cases a property is tried on. */
export const cases = (quick: number, full: number): number => (GLANCE ? Math.ceil(quick / 5) : sized(quick, full));

/** Of every property that does not say how often it is tried. A quick run draws the same cases each time, a full one new ones. */
fc.configureGlobal({ numRuns: cases(50, 500), ...(FULL ? {} : { seed: 20_261_130 }) });
