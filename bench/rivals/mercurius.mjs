// The same statement and the same answer as the product's, through Fastify and Mercurius with its compiler, and nothing else:
// no roles, no limits, no audit, no prices.
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: process.env.FLOOR_OPTIONS });
const { text, name } = JSON.parse(process.env.RIVAL_STATEMENT);

const schema = `
scalar BigInt
scalar DateTime
type Money { amountMinor: BigInt! currency: String! }
type Clinic { id: ID! name: String! address: String! postalCode: String! town: String! phone: String lastSyncedAt: DateTime }
type NextSlot { slotId: ID! startsAt: DateTime! endsAt: DateTime! channel: String! freeUnits: Int! practitionerId: ID! }
type Provider { id: ID! distanceKm: Float earliestAt: DateTime clinic: Clinic! nextSlots: [NextSlot!]! rate: Money }
type ProviderEdge { cursor: String! node: Provider! }
type PageInfo { hasNextPage: Boolean! endCursor: String }
type ProviderConnection { edges: [ProviderEdge!]! pageInfo: PageInfo! }
input NearInput { lat: Float lon: Float }
type Query { providers(near: NearInput!, service: String!, first: Int!): ProviderConnection! }
`;

const EARTH_KM = 6371.0088;
const rad = (d) => (d * Math.PI) / 180;
function toPlane(lat, lon) {
  const phi = rad(lat);
  const lambda = rad(lon - 10.5);
  const b = Math.cos(phi) * Math.sin(lambda);
  return [0.9996 * EARTH_KM * Math.atanh(b), 0.9996 * EARTH_KM * Math.atan2(Math.tan(phi), Math.cos(lambda))];
}

const globalId = (type, id) => Buffer.from(`${type}:${id}`).toString("base64url");
const services = new Map((await pool.query("select code, bit, radius_km from service")).rows.map((row) => [row.code, row]));
const instant = (seconds) => new Date(Number(seconds) * 1_000).toISOString();

function slotsOf(text) {
  const parts = text.split("|");
  const slots = [];
  for (let at = 0; at < parts.length; at += 6)
    slots.push({
      slotId: globalId("Slot", parts[at]),
      startsAt: instant(parts[at + 1]),
      endsAt: instant(parts[at + 2]),
      channel: parts[at + 3],
      practitionerId: globalId("Practitioner", parts[at + 4]),
      freeUnits: Number(parts[at + 5]),
    });
  return slots;
}

function view(row) {
  const [rate] = JSON.parse(row.rates);
  const nextSlots = slotsOf(row.slots);
  return {
    id: globalId("Provider", row.id),
    distanceKm: Math.round(row.distanceKm * 100) / 100,
    earliestAt: nextSlots[0].startsAt,
    clinic: JSON.parse(row.card),
    nextSlots,
    rate: rate ? { amountMinor: String(rate[1]), currency: "DKK" } : null,
  };
}

const resolvers = {
  Query: {
    providers: async (_, { near, service, first }) => {
      const { bit, radius_km } = services.get(service);
      const [x, y] = toPlane(near.lat, near.lon);
      const to = new Date(Date.now() + 31 * 86_400_000);
      const values = [x, y, radius_km, bit, null, to, null, String(1n << BigInt(bit)), false, false, null, null, first + 1];
      const { rows } = await pool.query({ name, text, values });
      const edges = rows.slice(0, first).map((row) => ({
        cursor: Buffer.from(JSON.stringify(["providers", row.rank, row.id])).toString("base64url"),
        node: view(row),
      }));
      return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
    },
  },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, jit: 1, path: "/graphql" });
app.get("/ready", async () => "ready");
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
