/** What @jest/globals offers: what Jest has made for the file that is being run. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;
