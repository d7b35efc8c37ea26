/** What `--only` takes: the parts in the order in which they run. */
export const PART_NAMES = [
  "search",
  "booking",
  "screens",
  "rules",
  "matching",
  "promise",
  "security",
  "intake",
  "members",
  "settlement",
  "storage",
] as const;
