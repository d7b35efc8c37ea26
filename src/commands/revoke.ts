/**
 * npm run revoke -- --subject SUB --by WHO --reason WHY: takes back every token this person or system was given until now.
 * npm run revoke -- --token JTI --by WHO --reason WHY: takes back one.
 */
import { longestTokenSeconds } from "../assembly/config.js";
import { revoke, type Revoke } from "../platform/people/revocations.js";
import { command, text, WrongArgument } from "./command.js";

export const revokeTokens = command({
  name: "revoke",
  summary: "takes back tokens: one, or all that a person or system was given until now",
  options: {
    subject: { value: "sub", says: "whose tokens are all taken back", read: text },
    token: { value: "jti", says: "the one token that is taken back", read: text },
    by: { value: "who", says: "who decided it; goes to the audit trail", read: text, required: true },
    reason: { value: "why", says: "why; goes to the audit trail", read: text, required: true },
  },
  database: { which: "NAMED" },
  run: async (given, { config, database, say }) => {
    await revoke(database, { ...asked(given), lifetimeSeconds: longestTokenSeconds(config) });
    say("taken back; every gateway obeys within two seconds, open sockets within five");
  },
});

type Asked = { readonly subject: string | undefined; readonly token: string | undefined; readonly by: string; readonly reason: string };

function asked({ subject, token, by, reason }: Asked): Omit<Revoke, "lifetimeSeconds"> {
  if (!by || !reason) throw new WrongArgument("--by and --reason are not empty");
  if (subject ? token : !token) throw new WrongArgument("--subject or --token, one of the two");
  return { by, reason, ...(subject ? { subject } : {}), ...(token ? { tokenId: token } : {}) };
}
