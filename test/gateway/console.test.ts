/** The developers' console: everything it offers runs, for the role it is offered to, and nothing comes from elsewhere. */
import request from "supertest";
import { startConsole } from "./console-gateway.js";

type Role = { role: string; label: string; token: string | null; purpose?: string };
type Operation = { role: string; name: string; document: string; variables: Record<string, unknown> };
type Session = { roles: Role[]; operations: Operation[] };

describe("the console", () => {
  let app: Awaited<ReturnType<typeof startConsole>>["app"];
  let stop: () => Promise<void>;
  beforeAll(async () => ({ app, stop } = await startConsole()));
  afterAll(() => stop());

  const session = async (): Promise<Session> => (await request(app.url).get("/console/session.json")).body as Session;
  const run = async ({ roles }: Session, { role, document, variables }: Operation) => {
    const viewer = roles.find((each) => each.role === role);
    const asked = request(app.url).post("/graphql").set("content-type", "application/json");
    if (viewer?.token) asked.set("authorization", `Bearer ${viewer.token}`);
    if (viewer?.purpose) asked.set("x-purpose", viewer.purpose);
    return asked.send({ query: document, variables });
  };
  const isQuery = ({ document }: Operation): boolean => /^\s*query\b/m.test(document);

  it("runs every stored query as it is, for its role", async () => {
    const ready = await session();
    const queries = ready.operations.filter(isQuery);
    expect(queries.length).toBeGreaterThan(25);
    const faults: unknown[] = [];
    for (const operation of queries) {
      const { status, body } = await run(ready, operation);
      if (status !== 200 || body.errors) faults.push([operation.role, operation.name, status, body.errors]);
    }
    expect(faults).toEqual([]);
  });

  it("fills every example variable, but for the keys that are made in the page", async () => {
    const { operations } = await session();
    const open = operations.flatMap(({ role, name, variables }) =>
      [...JSON.stringify(variables).matchAll(/\{\{([^}]*)\}\}/g)]
        .map(([, each]) => [role, name, each])
        .filter(([, , each]) => each !== "uuid"),
    );
    expect(open).toEqual([]);
  });

  it("finds something to look at: providers near a member, promises on the board", async () => {
    const ready = await session();
    const ask = async (role: string, name: string): Promise<any> => {
      const operation = ready.operations.find((each) => each.role === role && each.name === name);
      return (await run(ready, operation!)).body.data;
    };
    for (const role of ["member", "health-team"]) {
      const { providers } = await ask(role, "find-providers");
      expect(providers.edges.length).toBeGreaterThan(0);
      const [{ node }] = providers.edges;
      expect(node).toMatchObject({
        clinic: { address: { location: { latitude: expect.any(Number), longitude: expect.any(Number) } } },
        price: { memberPays: { amountMinor: expect.anything() } },
      });
      expect(typeof node.marginWorkingDays).toBe("number");
    }
    const { promiseBoard, promiseCounts } = await ask("health-team", "promise-board");
    expect(promiseBoard.edges.length).toBeGreaterThan(30);
    expect(promiseCounts.safe + promiseCounts.tight + promiseCounts.atRisk).toBe(promiseBoard.edges.length);
    expect((await ask("health-team", "quote")).claim.quote).toBeTruthy();
  });

  it("knows in the next example what was just booked", async () => {
    const before = await session();
    const booked = before.operations.find((each) => each.role === "member" && each.name === "book-slot")!;
    const variables = { input: { ...(booked.variables["input"] as object), idempotencyKey: crypto.randomUUID() } };
    const { body } = await run(before, { ...booked, variables });
    expect(body.data.bookSlot.errors).toEqual([]);
    const after = await session();
    const cancel = after.operations.find((each) => each.role === "member" && each.name === "cancel-booking")!;
    expect((cancel.variables["input"] as { bookingId: string }).bookingId).toBe(body.data.bookSlot.booking.id);
  });

  it("says which roles there are, and gives no page to a name that is not this machine's", async () => {
    const { roles } = await session();
    expect(roles.map(({ role }) => role)).toEqual(
      expect.arrayContaining(["member", "clinic", "health-team", "finance", "network-manager"]),
    );
    for (const at of ["/console", "/console/session.json"])
      expect([at, (await request(app.url).get(at).set("host", "evil.example")).status]).toEqual([at, 403]);
    expect((await request(app.url).post("/console")).status).toBe(405);
    expect((await request(app.url).get("/console/assets/../../package.json")).status).toBe(404);
  });
});
