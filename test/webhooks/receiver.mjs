// A receiver as a clinic's developer would write one, with the foreign library: verified, written down, then answered.
import { Buffer } from "node:buffer";
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const [port, secret, file] = process.argv.slice(2);
const webhook = new Webhook(secret);

createServer((req, res) => {
  const chunks = [];
  req.on("data", (chunk) => chunks.push(chunk));
  req.on("end", () => {
    const body = Buffer.concat(chunks).toString("utf8");
    try {
      const event = webhook.verify(body, req.headers);
      appendFileSync(
        file,
        `${JSON.stringify({ id: req.headers["webhook-id"], subject: event.subject, type: event.type, event: event.id })}\n`,
      );
      res.writeHead(204).end();
    } catch {
      appendFileSync(file, `${JSON.stringify({ refused: true })}\n`);
      res.writeHead(400).end();
    }
  });
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
