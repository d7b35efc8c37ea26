import { inCover, remedy, type Check } from "./check.js";

export const coverSuspended: Check = {
  code: "COVER_SUSPENDED",
  rules: ["MEM-UNPAID"],
  says: {
    en: "The right to cover is lost because a reminded premium was not paid in time.",
    da: "Retten til dækning er bortfaldet, fordi en rykket præmie ikke er betalt til tiden.",
  },
  denies: (at) => at.facts.cover.suspended === true,
  remedy: () =>
    remedy(
      "Covered once the premium is paid and the insurer has restored the cover.",
      "Dækket, når præmien er betalt, og selskabet har genoptaget dækningen.",
      inCover({ suspended: false }),
    ),
};
