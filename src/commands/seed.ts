/** npm run seed: loads a fictional network, for a developer's machine and for measuring. */
import { seedNetwork } from "../../seeds/load.js";
import { progressPrinter } from "../../seeds/progress.js";
import { personalData } from "../platform/people/personal-data.js";
import { command, day, whole } from "./command.js";

export const seed = command({
  name: "seed",
  summary: "loads a fictional network of clinics, openings and members; never in production",
  options: {
    clinics: { value: "n", says: "clinics, up to 20,000; 420 unless more are needed for the openings", read: whole(0, 20_000) },
    members: { value: "n", says: "members, up to 1,000,000; without it the official test persons only", read: whole(0, 1_000_000) },
    slots: { value: "n", says: "openings, up to 5,000,000; 200,000 unless given", read: whole(0, 5_000_000) },
    seed: { value: "n", says: "another seed makes another network; 1 unless given", read: whole(0, 2 ** 31 - 1) },
    from: { value: "day", says: "first day of openings, YYYY-MM-DD; today unless given", read: day },
    reset: { says: "removes everything but the reference data first" },
  },
  database: { which: "LIKE_START" },
  run: async (given, { config, opened, where, say, note }) => {
    note(`database: ${where}`);
    const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const sealer = personalData(config.cprKey, config.cprIndexKey);
    const result = await seedNetwork(opened.ownerUrl, { ...asked, claims: true, sealer }, progressPrinter(process.stdout));
    const { clinics, practitioners, members, slots, from, seed, asked: wanted } = result.record;
    const size = `${clinics} clinics, ${practitioners} practitioners, ${slots} slots from ${from}, ${members} members (seed ${seed})`;
    if (result.status === "OTHER") {
      const differences = result.differs.map((each) => `\n  ${each}`).join("");
      note(`already seeded with other parameters: ${size}${differences}\nadd --reset to remove everything and seed anew`);
      return 1;
    }
    say(result.status === "ALREADY" ? `already seeded: ${size}` : `seeded in ${(result.ms / 1000).toFixed(1)} s: ${size}`);
    if (slots < wanted) say(`${clinics} clinics cannot publish ${wanted} slots in eight weeks; add clinics`);
    return 0;
  },
});
