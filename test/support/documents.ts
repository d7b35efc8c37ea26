/** Documents that tests of several rooms ask with. What a test looks at more closely it asks for itself. */
const input = (operation: string, fields: string): string =>
  `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { ${fields} errors { code } replayed } }`;

export const BOOK_SLOT = input("bookSlot", "booking { id reference }");
export const HOLD_SLOT = input("holdSlot", "hold { id }");
export const WITHDRAW_SLOTS = input("withdrawSlots", "withdrawn appointments { outcome newBooking { id } }");
