/** Signing in with a provider as MitID's brokers are: who a login is here, the first time and after, and how it ends. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readRules } from "../../src/gateway/desk/exchange.js";
import { NoAttempt, openProvider } from "../../src/gateway/desk/provider.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import type { TestApp } from "../support/app.js";
import { CLIENT, erhverv, Jar, mitId, rulesFor, type Broker, type BrokerLogin } from "./broker.js";
import { INDEX_KEY, INSURER, newSubject, startProviderDesk, type ProviderDesk } from "./provider-desk.js";

const ADDRESS = /(?:problem=)(\w+)/;

describe("signing in with a provider of identities", () => {
  let desk: ProviderDesk;
  let app: TestApp;
  let broker: Broker;
  beforeAll(async () => {
    desk = await startProviderDesk();
    ({ app, broker } = desk);
  }, 120_000);
  afterAll(() => desk.stop());
  const login = (said: BrokerLogin): string => desk.login(said);

  /** A member nobody has signed in as, with a number. */
  const member = async (cpr: string) => {
    const made = await app.make.member({ row: { identity_subject: null } });
    const { digest, keyId } = personalData(INDEX_KEY, INDEX_KEY).blindIndex(cpr);
    await app.rows("insert into member_cpr (blind_index, key_id, member_id) values ($1, $2, $3)", [digest, keyId, made.id]);
    return made;
  };
  const lines = (subject: string) =>
    app.rows(
      "select operation, outcome, rule from audit_event where actor = $1 and operation in ('bindLogin', 'signIn') order by at, operation",
      [subject],
    );

  it("binds a member by civil number the first time, knows them by their login after, and another's login never", async () => {
    const [cpr, subject] = ["0101801234", newSubject()];
    const { id } = await member(cpr);
    const first = await walk(app, login(mitId("Bente Prøve", subject, cpr)));
    expect(await first.person()).toMatchObject({ name: "Bente Prøve", role: "MEMBER", organisation: null });
    const [bound] = await app.rows("select identity_subject, identity_bound_at is not null as here from member where id = $1", [id]);
    expect(bound).toEqual({ identity_subject: subject, here: true });
    const again = await walk(app, login(mitId("Bente Prøve", subject)));
    expect(await again.graph("{ viewer { members { id } } }")).toMatchObject({
      data: { viewer: { members: [{ id: expect.any(String) }] } },
    });
    const other = newSubject();
    expect((await walk(app, login(mitId("En anden", other, cpr)))).problem).toBe("OTHER_LOGIN");
    const stranger = newSubject();
    expect((await walk(app, login(mitId("Fremmed", stranger, "0202802345")))).problem).toBe("NOT_A_MEMBER");
    expect((await walk(app, login(mitId("Uden nummer", newSubject())))).problem).toBe("NOT_A_MEMBER");
    expect(await lines(subject)).toEqual([
      { operation: "bindLogin", outcome: "ALLOWED", rule: "BOUND" },
      { operation: "signIn", outcome: "ALLOWED", rule: "provider" },
      { operation: "signIn", outcome: "ALLOWED", rule: "provider" },
    ]);
    expect(await lines(other)).toEqual([{ operation: "bindLogin", outcome: "REFUSED", rule: "OTHER_LOGIN" }]);
    const [told] = await app.rows("select count(*)::int as n from audit_event where audit_event::text like $1", [`%${cpr}%`]);
    expect(told.n).toBe(0);
  });

  it("binds one login when two browsers of a person come at once", async () => {
    const [cpr, subject] = ["0303803456", newSubject()];
    await member(cpr);
    const key = login(mitId("To Vinduer", subject, cpr));
    const both = await Promise.all([walk(app, key), walk(app, key)]);
    expect(await Promise.all(both.map((each) => each.person()))).toMatchObject([{ role: "MEMBER" }, { role: "MEMBER" }]);
    expect((await lines(subject)).filter(({ operation }) => operation === "bindLogin")).toHaveLength(1);
  });

  it("takes a login of too low a level, of an unknown organisation or of an insurer's employee without the right for nobody's", async () => {
    const cpr = "0404804567";
    await member(cpr);
    expect((await walk(app, login(mitId("Lav", newSubject(), cpr, "Low")))).problem).toBe("TOO_LOW");
    expect((await walk(app, login({ ...mitId("Uden niveau", newSubject(), cpr), loa: "none" }))).problem).toBe("TOO_LOW");
    expect((await walk(app, login(erhverv("Ukendt", newSubject(), "99999999")))).problem).toBe("NO_ROLE");
    expect((await walk(app, login(erhverv("Uden ret", newSubject(), INSURER, ["urn:insurer:other"])))).problem).toBe("NO_ROLE");
    // what an employer says of an employee opens nothing of the employee's own
    expect((await walk(app, login({ ...erhverv("Ansat", newSubject(), "99999999"), "dk.cpr": cpr }))).problem).toBe("NO_ROLE");
    expect((await walk(app, "nobody")).problem).toBe("CANCELLED");
    const team = await walk(app, login(erhverv("Tina", newSubject(), INSURER, ["urn:insurer:other", "urn:insurer:health-team"])));
    expect(await team.person()).toMatchObject({ role: "HEALTH_TEAM", organisation: null });
  });

  it("switches between the organisations of a login and to no other, and the session before is over", async () => {
    const [one, two, three] = [await app.make.clinic(), await app.make.clinic(), await app.make.clinic()];
    const subject = newSubject();
    const at = await walk(app, login(erhverv("Karin", subject, [one.cvr, two.cvr])));
    const before = await at.person();
    expect(before).toMatchObject({ role: "CLINIC_STAFF", organisation: one.cvr, mayBe: [{ organisation: two.cvr }] });
    expect((await at.post("/desk/switch", { role: "CLINIC_STAFF", organisation: three.cvr })).status).toBe(403);
    expect((await at.post("/desk/switch", { role: "HEALTH_TEAM" })).status).toBe(403);
    const old = at.copy();
    expect((await at.post("/desk/switch", { role: "CLINIC_STAFF", organisation: two.cvr })).status).toBe(200);
    expect(await at.person()).toMatchObject({ organisation: two.cvr, mayBe: [{ organisation: one.cvr }] });
    expect(await old.person()).toBeNull();
    // a tab that still shows the first organisation does not act as the second
    expect((await at.ask({ "x-desk": before.key })).status).toBe(401);
    expect((await at.ask({ "x-desk": (await at.person()).key })).status).toBe(200);
  });

  it("ends every session of the person at once, and nobody else's; another can begin in the same second", async () => {
    const clinic = await app.make.clinic();
    const key = login(erhverv("Karin", newSubject(), clinic.cvr));
    const [here, there, other] = [
      await walk(app, key),
      await walk(app, key),
      await walk(app, login(erhverv("Ole", newSubject(), clinic.cvr))),
    ];
    const { next } = (await (await here.post("/desk/sign-out-everywhere", {})).json()) as { next: string };
    expect(next).toMatch(/session\/end\?/);
    // no token in an address that the page sees
    expect(next).not.toContain("id_token_hint");
    expect(await there.person()).toBeNull();
    expect((await there.ask({ "x-desk": "1" })).status).toBe(401);
    expect(await other.person()).toMatchObject({ name: "Ole" });
    expect(await (await walk(app, key)).person()).toMatchObject({ name: "Karin" });
  });

  it("ends a session at its time", async () => {
    const clinic = await app.make.clinic();
    const at = await walk(app, login(erhverv("Karin", newSubject(), clinic.cvr)));
    const { key } = await at.person();
    await app.rows(
      "update web_session set signed_in_at = now() - interval '9 hours', expires_at = now() - interval '1 second' where hash = $1",
      [key],
    );
    expect(await at.person()).toBeNull();
    expect((await at.ask({ "x-desk": "1" })).status).toBe(401);
  });

  it("takes no answer that was not asked for here, that comes twice, or that another browser brings", async () => {
    const clinic = await app.make.clinic();
    const key = login(erhverv("Karin", newSubject(), clinic.cvr));
    const visit = async (jar: Jar, url: string) => ADDRESS.exec((await jar.get(url)).headers.get("location") ?? "")?.[1];
    expect(await visit(new Jar(), `${app.url}/desk/callback?code=made-up&state=made-up`)).toBe("EXPIRED");
    const victim = new Jar();
    const back = await toCallback(app, victim, key);
    expect(await visit(new Jar(), back)).toBe("EXPIRED");
    const forged = new URL(back);
    forged.searchParams.set("state", "another");
    expect(await visit(victim.copy(), forged.href)).toBe("EXPIRED");
    const twice = victim.copy();
    expect((await victim.get(back)).headers.get("location")).toBe("/");
    expect(await visit(twice, back)).toBe("EXPIRED");
    // the page to go on with is one of the desk's, whatever the link said
    for (const to of ["//evil.example", "https://evil.example", "/graphql", "/desk/callback", "/\\evil.example"])
      expect([to, await (await walk(app, key, to)).landed]).toEqual([to, "/"]);
    expect((await walk(app, key, "/clinic/times")).landed).toBe("/clinic/times");
  });

  it("finishes at one gateway what another has begun, and nothing that was sealed with another secret", async () => {
    const { rules } = readRules(JSON.stringify(rulesFor(INSURER)));
    const settings = { issuer: broker.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, rules: rules!, inTheClear: true };
    const subject = login(mitId("Bente", newSubject()));
    const { url, attempt } = await openProvider(settings).begin(`${app.url}/desk/callback`, "/member");
    const back = new URL(await new Jar().through(url, subject, "/desk/callback"));
    await expect(openProvider({ ...settings, clientSecret: "another" }).finish(back, attempt)).rejects.toThrow(NoAttempt);
    expect(await openProvider(settings).finish(back, attempt)).toMatchObject({ to: "/member", claims: { sub: subject } });
  });
});

/** Up to the address with which the provider sends the browser back. */
const toCallback = (app: TestApp, jar: Jar, key: string, to = ""): Promise<string> =>
  jar.through(`${app.url}/desk/sign-in?to=${encodeURIComponent(to)}`, key, "/desk/callback");

async function walk(app: TestApp, key: string, to = "") {
  const jar = new Jar();
  const landed = (await jar.get(await toCallback(app, jar, key, to))).headers.get("location") ?? "";
  return signedIn(app, jar, landed);
}

function signedIn(app: TestApp, jar: Jar, landed: string) {
  const json = { "content-type": "application/json" };
  const ask = (headers: Record<string, string>, query = "{ viewer { role } }") =>
    jar.get(`${app.url}/graphql`, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify({ query }) });
  return {
    landed,
    problem: ADDRESS.exec(landed)?.[1] ?? null,
    copy: () => signedIn(app, jar.copy(), landed),
    person: async () => ((await (await jar.get(`${app.url}/desk/session`, { headers: { "x-desk": "1" } })).json()) as any).person,
    post: (at: string, body: object) =>
      jar.get(`${app.url}${at}`, { method: "POST", headers: { ...json, "x-desk": "1" }, body: JSON.stringify(body) }),
    ask,
    graph: async (query: string) => (await ask({ "x-desk": "1" }, query)).json(),
  };
}
