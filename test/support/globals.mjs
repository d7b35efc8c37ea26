/** What @jest/globals offers: what Jest has made for the file that is being run. A module that several test files share is loaded once and uses the globals themselves. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;
