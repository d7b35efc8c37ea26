/** npm run config -- check: whether a gateway would start with these settings; nothing is opened and no value is printed. */
import { ConfigFaults, loadConfig } from "../assembly/config.js";
import { isBinding, unsafeConfig } from "../assembly/start/start-guard.js";
import { command, oneOf } from "./command.js";

export const config = command({
  name: "config",
  summary: "whether a gateway would start with the settings of the environment; names every fault",
  arguments: { act: { says: "check reads and judges all of them and opens nothing", read: oneOf("check") } },
  run: (_, { say, env }) => {
    const { faults, binding } = judged(env);
    for (const fault of faults) say(`- ${fault}`);
    const under = binding ? "the rules of production" : "no rule of production: this is a developer's own machine";
    say(faults.length > 0 ? `${faults.length} faults` : `the settings are usable, under ${under}; the database was not asked`);
    return faults.length > 0 ? 1 : 0;
  },
});

function judged(env: Readonly<Record<string, string | undefined>>): { faults: readonly string[]; binding: boolean } {
  try {
    const settings = loadConfig(env);
    return { faults: unsafeConfig(settings), binding: isBinding(settings) };
  } catch (error) {
    if (error instanceof ConfigFaults) return { faults: error.faults, binding: false };
    throw error;
  }
}
