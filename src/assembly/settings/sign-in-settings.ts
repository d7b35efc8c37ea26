/** With whom people sign in at the desk. Without it a developer's machine has fictional people, and production no desk. */
import { readFileSync } from "node:fs";
import { readRules, type SignInRules } from "../../gateway/desk/exchange.js";
import { anyText, optional, setting, whole, type ValuesOf } from "../../platform/settings/setting.js";
import { webAddress } from "./web-address.js";

export const SIGN_IN_SETTINGS = {
  SIGN_IN_ISSUER: optional("OpenID provider (a broker of MitID and MitID Erhverv) with which people sign in", webAddress, {
    otherwiseSays: "fictional people outside production",
  }),
  SIGN_IN_CLIENT_ID: optional("what the gateway is called there; goes with `SIGN_IN_ISSUER`", anyText),
  SIGN_IN_CLIENT_SECRET: optional("its secret there; goes with `SIGN_IN_ISSUER`", anyText, { secret: true }),
  SIGN_IN_RULES: optional(
    "file that says who a login is here ([signing in](sign-in.md)); read at the start; goes with `SIGN_IN_ISSUER`",
    anyText,
  ),
  SIGN_IN_SECONDS: setting("seconds after which one signs in again", whole(60, 86_400), "28800"),
};

export type SignInSettings = {
  readonly seconds: number;
  /** Null: nobody signs in with a provider. */
  readonly provider: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly rules: SignInRules;
  } | null;
};

const LEAST_SECRET_CHARS = 16;

export function signInSettings(given: ValuesOf<typeof SIGN_IN_SETTINGS>, production: boolean, faults: string[]): SignInSettings {
  const { SIGN_IN_ISSUER: issuer, SIGN_IN_CLIENT_ID: clientId, SIGN_IN_CLIENT_SECRET: clientSecret, SIGN_IN_RULES: file } = given;
  const seconds = given.SIGN_IN_SECONDS;
  const isUnread = faults.some((fault) => fault.startsWith("SIGN_IN_"));
  if ([issuer, clientId, clientSecret, file].every((each) => each === null)) return { seconds, provider: null };
  if (issuer === null || clientId === null || clientSecret === null || file === null) {
    if (!isUnread) faults.push("SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID, SIGN_IN_CLIENT_SECRET and SIGN_IN_RULES go together");
    return { seconds, provider: null };
  }
  if (production && issuer.startsWith("http:")) faults.push("SIGN_IN_ISSUER must be an https address");
  if (production && clientSecret.length < LEAST_SECRET_CHARS)
    faults.push(`SIGN_IN_CLIENT_SECRET is too short: ${LEAST_SECRET_CHARS} characters of a random generator at least`);
  const rules = rulesIn(file, faults);
  return { seconds, provider: rules && { issuer, clientId, clientSecret, rules } };
}

function rulesIn(file: string, faults: string[]): SignInRules | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    faults.push("SIGN_IN_RULES points at a file that cannot be read");
    return null;
  }
  const read = readRules(text);
  faults.push(...read.faults.map((fault) => `SIGN_IN_RULES: ${fault}`));
  return read.rules;
}
