/** npm run -s token -- member: a token of the local issuer for one of the ready viewers, on standard output and nothing else. */
import type { Config } from "../assembly/config.js";
import { isMachine } from "../gateway/identity/viewer.js";
import type { Role } from "../platform/viewer.js";
import { developmentIssuer } from "../assembly/identity.js";
import { readyViewers } from "../assembly/trial/ready-viewers.js";
import { command, text, WrongArgument } from "./command.js";

export const token = command({
  name: "token",
  summary: "a token of the local issuer for one of the ready viewers; on a developer's machine only",
  arguments: { viewer: { says: "member, clinic, health-team, finance, network-manager, ...", read: text } },
  database: { which: "LIKE_START" },
  run: async ({ viewer }, { config, database, say }) => {
    if (config.production) throw new Error("tokens are made here on a developer's machine only");
    const viewers = await readyViewers(database);
    const found = viewers.find((each) => each.key === viewer);
    if (!found) throw new WrongArgument(`there is no viewer ${viewer}; there are ${viewers.map((each) => each.key).join(", ")}`);
    say(await (await developmentIssuer(config)).mint(found.claims, secondsFor(found.claims.role, config)));
  },
});

/** As long as the gateway of these settings takes one. */
function secondsFor(role: Role, { personTokenSeconds, machineTokenSeconds }: Config): number {
  return isMachine(role) ? machineTokenSeconds : personTokenSeconds;
}
