/** A gateway of npm run dev that waits for its turn: the packages that the sources name are loaded, the sources are not, since they will have changed. */
import { globSync, readFileSync } from "node:fs";
import inspector from "node:inspector";
import "reflect-metadata";

const IMPORT = /^(?:import (?!type )|export (?!type )|\} ).*?"([^."][^"]*)";$/gm;

const told = new Promise((resolve) => process.once("message", resolve));
let isGateway = false;
// whoever started it is gone: so is it, and as a gateway it stops as one does; before, packages hold signals back
process.once("disconnect", () => (isGateway ? process.kill(process.pid, "SIGTERM") : process.exit()));

const packages = new Set(
  globSync("src/**/*.ts").flatMap((file) => [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, name = ""]) => name)),
);
for (const name of packages) {
  // what cannot be loaded is the business of the file that wants it
  await import(name).catch(() => null);
}
await told;
isGateway = true;
await import("../../main.js");
inspector.open();
