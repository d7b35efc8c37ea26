/** npm run settings-page: writes docs/operations/settings.md and .env.example from the declarations; `--check` writes nothing. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SETTINGS } from "../../assembly/config.js";
import { otherwiseOf, type Setting } from "../../platform/settings/setting.js";
import { command } from "../command.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PAGE = "docs/operations/settings.md";
const EXAMPLE = ".env.example";

export const settingsPage = command({
  name: "settings-page",
  summary: "writes docs/operations/settings.md and .env.example from what the settings are declared as",
  options: { check: { says: "writes nothing, and ends with 1 when one is out of date" } },
  run: ({ check }, { say, note }) => {
    const files = { [PAGE]: pageText(), [EXAMPLE]: exampleText() };
    const old = Object.entries(files).filter(([file, text]) => !check || readFileSync(ROOT + file, "utf8") !== text);
    for (const [file, text] of old)
      if (check) note(`${file} is out of date; run npm run settings-page`);
      else writeFileSync(ROOT + file, text);
    say(`${Object.values(SETTINGS).reduce((sum, part) => sum + Object.keys(part).length, 0)} settings`);
    return check && old.length > 0 ? 1 : 0;
  },
});

type Part = readonly [title: string, settings: readonly (readonly [string, Setting])[]];
const parts = (): readonly Part[] => Object.entries(SETTINGS).map(([title, settings]): Part => [title, Object.entries(settings)]);

export function pageText(): string {
  const tables = parts().map(([title, settings]) => `## ${title}\n\n${tableOf(settings)}`);
  return `# Settings

Read once at start from the environment; \`npm run settings-page\` writes this page from their declarations. Wrong or missing ones stop the start with
every fault in one list; \`npm run config -- check\` gives the list without starting anything. A setting whose name bears a star may be a secret: \`NAME_FILE\` is
then the path of a file that holds it.

${tables.join("\n\n")}
`;
}

function tableOf(settings: Part[1]): string {
  const rows = settings.map(([name, each]) => [`\`${name}\`${each.secret ? " \\*" : ""}`, otherwiseText(each), each.says]);
  const all = [["Setting", "Default", "Meaning"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = all;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)].join("\n");
}

function otherwiseText(each: Setting): string {
  if (each.otherwiseSays !== undefined) return each.otherwiseSays;
  const [here, there] = [false, true].map((production) => otherwiseOf(each, production));
  const told = (value: string | null | undefined): string => (value === null || value === undefined ? "none" : `\`${value}\``);
  return here === there ? told(here) : `${told(here)}, in production ${told(there)}`;
}

/** What is said in Markdown, as the comment of a shell: its links and code are words there. */
function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1").replaceAll("`", "");
}

export function exampleText(): string {
  const lines = parts().flatMap(([, settings]) =>
    settings.map(([name, each]) => `# ${plain(each.says)}\n#${name}=${otherwiseOf(each, false) ?? ""}\n`),
  );
  return `# Every setting, commented out at its default outside production. Production's defaults: docs/operations/settings.md.
# To use: copy to .env, then \`set -a; . ./.env; set +a; npm start\`. A secret NAME may be given as NAME_FILE, the path of a file.

${lines.join("\n")}`;
}
