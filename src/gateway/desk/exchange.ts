/**
 * What a login at the provider of identities stands for here. Brokers of MitID and MitID Erhverv say who somebody is, how sure that is and
 * which organisation they act for; who that is in this gateway stands in rules, which are configuration (SIGN_IN_RULES).
 */
import { z } from "zod";
import { isSame, type Acting, type Assurance, type Role } from "../../platform/viewer.js";

const NAME_OF_CLAIM = z.string().min(1).max(100);
const EIGHT_DIGITS = /^\d{8}$/;
const WORKS_FOR_INSURER: ReadonlySet<Role> = new Set<Role>(["HEALTH_TEAM", "NETWORK_MANAGER", "FINANCE"]);

const RULE = z
  .strictObject({
    role: z.enum(["MEMBER", "CLINIC_STAFF", "HEALTH_TEAM", "NETWORK_MANAGER", "FINANCE"]),
    /** The one organisation whose people the rule is about, by CVR number; left out, whichever the login names. */
    cvr: z.string().regex(EIGHT_DIGITS, "must be eight digits").optional(),
    /** Claims and the value that each must have, or hold in a list. */
    where: z.record(NAME_OF_CLAIM, z.string().min(1)).optional(),
  })
  .check(({ value, issues }) => {
    const { role, cvr, where } = value;
    // any clinic's employee would otherwise be the insurer's
    if (WORKS_FOR_INSURER.has(role) && (cvr === undefined || Object.keys(where ?? {}).length === 0))
      issues.push({ code: "custom", input: role, message: `${role} needs cvr, the insurer's own number, and a claim in where` });
    if (role === "MEMBER" && (cvr !== undefined || where !== undefined))
      issues.push({ code: "custom", input: role, message: "MEMBER has neither cvr nor where: a member is found by the register" });
  });

const RULES = z.strictObject({
  /** What is asked for with `scope`. */
  scope: z.string().regex(/^openid( |$)/, "must begin with openid"),
  /** Level of assurance that is asked for with `acr_values`. */
  acr: z.string().min(1).optional(),
  /** Whether the claims are fetched from the provider's UserInfo besides. */
  userInfo: z.boolean().default(false),
  /** Under which name the provider says what. */
  claims: z.strictObject({
    /** Always the same for one person: what a member is found by after the first time. */
    subject: NAME_OF_CLAIM,
    name: NAME_OF_CLAIM,
    /** NSIS level: its address, or its last word in any case. */
    assurance: NAME_OF_CLAIM,
    /** Civil registration number, needed the first time a member signs in. */
    civilNumber: NAME_OF_CLAIM.optional(),
    /** One CVR number or a list of them. */
    cvr: NAME_OF_CLAIM.optional(),
  }),
  /** In order of preference. */
  rules: z.array(RULE).min(1).max(20),
});
export type SignInRules = z.infer<typeof RULES>;

/** The rules in this text; every fault as a sentence. */
export function readRules(text: string): { readonly rules: SignInRules | null; readonly faults: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { rules: null, faults: ["is not JSON"] };
  }
  const read = RULES.safeParse(json);
  if (read.success) return { rules: read.data, faults: [] };
  return { rules: null, faults: read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`) };
}

export type Login = {
  readonly subject: string;
  readonly name: string;
  readonly assurance: Assurance;
  /** Null where the provider said none. Nobody but the binding of a member sees it. */
  readonly civilNumber: string | null;
  /** What the rules let this login be, most preferred first; a member still has to be found. */
  readonly mayBe: readonly Acting[];
};

/** Why a login opens nothing; the page has words for each. */
export type SignInProblem = "CANCELLED" | "EXPIRED" | "UNREACHABLE" | "TOO_LOW" | "NO_ROLE" | "NOT_A_MEMBER" | "OTHER_LOGIN";

/** No blanks and no control characters: what stands in the access log must mean one person. */
const SUBJECT = /^[^\p{C}\p{Z}]{1,200}$/u;
const LEVEL = /^(?:https:\/\/data\.gov\.dk\/concept\/core\/nsis\/)?(low|substantial|high)$/i;
const MOST_ORGANISATIONS = 20;

/** A login, or why it is none. Claims of a provider are believed as they are: their signature was checked. */
export function exchange({ claims: named, rules }: SignInRules, claims: Readonly<Record<string, unknown>>): Login | SignInProblem {
  const say = (name: string | undefined): unknown => (name !== undefined && Object.hasOwn(claims, name) ? claims[name] : undefined);
  const subject = say(named.subject);
  if (typeof subject !== "string" || !SUBJECT.test(subject)) return "NO_ROLE";
  const assurance = levelOf(say(named.assurance));
  if (assurance === "LOW") return "TOO_LOW";
  const organisations = listOf(say(named.cvr))
    .filter((each) => EIGHT_DIGITS.test(each))
    .slice(0, MOST_ORGANISATIONS);
  const mayBe = rules.flatMap(({ role, cvr, where }): Acting[] => {
    if (!Object.entries(where ?? {}).every(([name, value]) => listOf(say(name)).includes(value))) return [];
    // an employer's login opens nothing of the person's own
    if (role === "MEMBER") return organisations.length === 0 ? [{ role, cvr: null }] : [];
    if (WORKS_FOR_INSURER.has(role)) return organisations.some((each) => each === cvr) ? [{ role, cvr: null }] : [];
    return organisations.filter((each) => cvr === undefined || each === cvr).map((each) => ({ role, cvr: each }));
  });
  if (mayBe.length === 0) return "NO_ROLE";
  const name = say(named.name);
  const number = say(named.civilNumber);
  return {
    subject,
    assurance,
    mayBe: mayBe.filter((each, i) => mayBe.findIndex((other) => isSame(each, other)) === i),
    name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 200) : subject,
    civilNumber: typeof number === "string" ? number : null,
  };
}

function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}

/** What says no level is as little worth as the lowest. */
function levelOf(value: unknown): Assurance {
  const [, word] = (typeof value === "string" ? LEVEL.exec(value) : null) ?? [];
  return word === undefined ? "LOW" : (word.toUpperCase() as Assurance);
}
