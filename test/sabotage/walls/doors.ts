/** Settings that production refuses, and the doors. */
import { attackOn, type Wall } from "./wall.js";

const GUARD = "src/assembly/start/start-guard.ts";
const [SETTINGS, DOORS] = [attackOn("settings"), attackOn("doors")];

export const DOOR_WALLS: readonly Wall[] = [
  {
    name: "a start with unsafe settings ends",
    file: "src/main.ts",
    from: "if (unsafe.length > 0) throw new ConfigFaults(unsafe);",
    to: "",
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "NODE_ENV is a known word",
    file: "src/assembly/config.ts",
    from: "find((known) => known === text),",
    to: "find((known) => known === text.toLowerCase()),",
    attack: [SETTINGS, "those that stand alone"],
  },
  {
    name: "keys are random",
    file: GUARD,
    from: ".some(({ bytes }) => new Set(bytes).size < 12);",
    to: ".some(({ bytes }) => new Set(bytes).size < 1);",
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "the way to the database is checked",
    file: GUARD,
    from: 'searchParams.get("sslmode") === "verify-full"',
    to: 'searchParams.get("sslmode") !== "verify-full"',
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "keys that sign are refused at the start",
    file: GUARD,
    from: "...keyFileFaults(config.jwksFile),",
    to: "",
    attack: [SETTINGS, "refuses all of them"],
  },
  {
    name: "what was written for others is not finance's",
    file: "src/features/bookings/booking.type.ts",
    from: '@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")\n  @Field(() => String, { nullable: true, description: "Why it ended;',
    to: '@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")\n  @Field(() => String, { nullable: true, description: "Why it ended;',
    attack: [DOORS, "is not finance's to read"],
  },
  {
    name: "amounts end",
    file: "src/gateway/api/scalars.ts",
    from: "return number >= -MOST_TAKEN && number <= MOST_TAKEN ? number : null;",
    to: "return number;",
    attack: [DOORS, "an amount beyond"],
  },
  {
    name: "only registered documents are run",
    file: "src/gateway/admission/admission-plugin.ts",
    from: "if (this.options.trusted && !(await",
    to: "if (false && !(await",
    attack: [DOORS, "is not added by sending it"],
  },
  {
    name: "a hash names its text",
    file: "src/gateway/http/document-by-hash.ts",
    from: '.digest("hex") === hash',
    to: '.digest("hex") !== ""',
    attack: [DOORS, "not another's text"],
  },
  {
    name: "who dribbles is hung up on",
    file: "src/gateway/http/listening.ts",
    from: "headersTimeout: headersMs,",
    to: "headersTimeout: 30_000,",
    attack: [DOORS, "dribbles"],
  },
  {
    name: "names of the machine only",
    file: "src/gateway/http/http.ts",
    from: 'if (options.hosts && !options.hosts(req.headers.host ?? ""))',
    to: 'if (options.hosts && req.headers.host === "")',
    attack: [DOORS, "a name of somebody else's"],
  },
];
