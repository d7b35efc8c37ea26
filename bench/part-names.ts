/** What `--only` takes: the parts in the order in which they run. */
export const PART_NAMES: readonly string[] = [
  "search",
  "booking",
  "rules",
  "matching",
  "promise",
  "security",
  "intake",
  "settlement",
  "storage",
];
