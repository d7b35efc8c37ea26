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
  "network",
  "settlement",
  "storage",
] as const;
