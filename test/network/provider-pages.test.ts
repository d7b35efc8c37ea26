import { startApp, type TestApp } from "../support/app.js";
import { at, dayIn } from "../support/make.js";

const PAGE = `query ($first: Int!, $after: String, $order: ProviderOrder!, $channel: Channel) {
  providers(near: { lat: 56.1535, lon: 10.2034 }, service: PHYSIOTHERAPY, first: $first, after: $after, order: $order, channel: $channel, radiusKm: 60) {
    edges { cursor node { id distanceKm earliestAt } } pageInfo { hasNextPage endCursor } } }`;
const CLINICS = 24;

/** Few places and few times: most clinics share both with others. */
describe("pages of the nearby search", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
    for (let n = 0; n < CLINICS; n += 1) {
      const place = {
        postnr: "8000",
        town: "Aarhus C",
        lat: 56.1535 + (n % 3) * 0.05,
        lon: 10.2034,
        regionCode: "1082",
        kommuneCode: "0751",
      };
      const clinic = await t.make.clinic({ place });
      await t.make.slot(clinic, { startsAt: at(dayIn(2 + (n % 4))) });
      if (n % 2 === 0) await t.make.slot(clinic, { startsAt: at(dayIn(1), "11:00"), row: { channel: "ONLINE" } });
    }
  });
  afterAll(() => t.stop());

  const walk = async (order: string, first: number, channel: string | null = null) => {
    const ask = t.as(null);
    const pages: any[][] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: any = (await ask(PAGE, { first, after, order, channel })).data.providers;
      pages.push(edges.map((edge: any) => edge.node));
      if (!pageInfo.hasNextPage) return pages;
      after = pageInfo.endCursor;
    }
  };

  it.each(["DISTANCE", "EARLIEST"])("joined in the order %s they are the whole list, whatever their size", async (order) => {
    const [whole] = await walk(order, 100);
    expect(whole).toHaveLength(CLINICS);
    for (const first of [1, 2, 5, 7, CLINICS]) {
      const pages = await walk(order, first);
      expect(pages.flat()).toEqual(whole);
      expect(pages.slice(0, -1).every((page) => page.length === first)).toBe(true);
    }
  });

  it("stand in the order they were asked for, ties by id", async () => {
    const near = (await walk("DISTANCE", 7)).flat();
    expect(near.map((n) => n.distanceKm)).toEqual([...near.map((n) => n.distanceKm)].sort((a, b) => a - b));
    const early = (await walk("EARLIEST", 7)).flat();
    expect(early.map((n) => n.earliestAt)).toEqual([...early.map((n) => n.earliestAt)].sort());
    expect(new Set(early.map((n) => n.id)).size).toBe(CLINICS);
  });

  it("leave out whoever has nothing of the channel, and stay whole", async () => {
    for (const order of ["DISTANCE", "EARLIEST"]) {
      const online = (await walk(order, 5, "ONLINE")).flat();
      expect(online).toHaveLength(CLINICS / 2);
      expect(new Set(online.map((n) => n.earliestAt))).toEqual(new Set([at(dayIn(1), "11:00").toISOString()]));
    }
  });

  it("say that nothing follows the last one, and are empty for first: 0", async () => {
    const [page] = await walk("DISTANCE", CLINICS);
    expect(page).toHaveLength(CLINICS);
    const none = await t.as(null)(PAGE, { first: 0, order: "DISTANCE" });
    expect(none.data.providers).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});
