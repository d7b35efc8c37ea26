// PostGraphile 5 over the same tables. What it cannot say by itself (nearest first, next free openings, the rate of today)
// is in the SQL functions of the schema `rival`, as its manual advises; the plan is its own.
import http from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const gl = postgraphile({
  extends: [PostGraphileAmberPreset],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["rival"], poolConfig: { max: 10 } })],
});
const serv = gl.createServ(grafserv);
if (process.argv.includes("--schema")) {
  const { printSchema } = await import("graphql");
  console.log(printSchema((await gl.getSchemaResult()).schema));
  process.exit(0);
}
await gl.getSchemaResult();
const handle = serv.createHandler();
http
  .createServer((request, response) => (request.url === "/ready" ? response.end("ready") : handle(request, response)))
  .listen(Number(process.env.PORT), "127.0.0.1");
