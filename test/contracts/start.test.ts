/** One way to start a gateway: what is measured, what a developer starts and what a machine starts have the same settings of V8. */
import { readFileSync } from "node:fs";
import { START_FLAGS } from "../../bench/gateway.js";

/** What is behind the program itself; `exec` so that npm's signals reach it and no shell. */
const program = (command: string): string => command.replace(/^exec /, "").replace(/^\S+ /, "");

describe("npm start, the service and the bench", () => {
  const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
  const start = scripts["start"] ?? "";

  it("give Node the same flags", () => {
    const service = /^ExecStart=(.*)$/m.exec(readFileSync("deploy/gateway.service", "utf8"))?.[1] ?? "";
    // what npm run build makes of the sources needs no loader
    expect(program(service)).toBe(
      program(start)
        .replace(/ --import \S+/, "")
        .replace(/\.ts$/, ".js"),
    );
    expect(start.split(" ")).toEqual(expect.arrayContaining([...START_FLAGS]));
  });

  it("keep the young generation and the growth of the old one in bounds, which is what keeps a gateway small", () => {
    expect(START_FLAGS.map((flag) => flag.split("=")[0])).toEqual([
      "--max-semi-space-size",
      "--heap-growing-percent",
      "--no-allocation-site-pretenuring",
    ]);
  });
});
