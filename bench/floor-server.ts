/** The floor: the same statement, prepared, as raw rows over plain Node HTTP. Nothing is checked and nobody is asked who they are. */
import http from "node:http";
import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: 10,
  options:
    process.env["FLOOR_OPTIONS"] ?? "-c role=gateway_directory -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan",
});

http
  .createServer((request, response) => {
    if (request.method === "GET") return void response.end("ready");
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { before, ...asked }: Asked & { readonly before?: Asked } = JSON.parse(Buffer.concat(parts).toString());
      rowsOf(asked, before).then(
        (answer) => {
          const body = JSON.stringify(answer);
          response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  })
  .listen(Number(process.env["PORT"]), "127.0.0.1");

type Asked = { readonly name: string; readonly values: readonly unknown[] };
const texts: Readonly<Record<string, string>> = JSON.parse(process.env["FLOOR_STATEMENTS"] ?? "{}");

async function rowsOf(asked: Asked, before: Asked | undefined): Promise<unknown> {
  if (before === undefined) return read(asked);
  const first = await read(before);
  return { first, rows: await read(asked) };
}

async function read({ name, values }: Asked): Promise<unknown[]> {
  return (await pool.query({ name, text: texts[name] ?? "", values: [...values] })).rows;
}
