/** Purpose is a policy, and small counts are nobody's. */
import { attackOn, type Wall } from "./wall.js";

const PURPOSE = attackOn("purpose");

export const PURPOSE_WALLS: readonly Wall[] = [
  {
    name: "purpose is a policy",
    file: "src/gateway/api/policy.ts",
    from: 'if (policy === null || !allows(policy, "HEALTH_TEAM") || policy.includes("PUBLIC")) return false;',
    to: "if (policy !== undefined) return false;",
    attack: [PURPOSE, "without a purpose|needs a purpose"],
  },
  {
    name: "a protected home tells no distance",
    file: "src/features/claims/case-file/search-case.store.ts",
    from: "case when ${HOME_IS_HIDDEN} then null else",
    to: "case when false then null else",
    attack: [PURPOSE, "no distance"],
  },
  {
    name: "small counts are left out",
    file: "src/features/promise/small-counts.ts",
    from: "(isSmall(count, least) ? null : count)",
    to: "(isSmall(count, least) ? count : count)",
    attack: [PURPOSE, "told to nobody who sees figures"],
  },
  {
    name: "nor by what is left of a whole",
    file: "src/features/promise/small-counts.ts",
    from: "shown(whole) === null || shown(whole - part) === null ? null",
    to: "shown(whole) === null ? null",
    attack: [PURPOSE, "by what is left of the whole"],
  },
  {
    name: "nor by a second count",
    file: "src/features/promise/small-counts.ts",
    from: "return shown(Math.abs(count - other)) === null ? null : shown(count);",
    to: "return other < 0 ? null : shown(count);",
    attack: [PURPOSE, "by what is left of the whole"],
  },
];
