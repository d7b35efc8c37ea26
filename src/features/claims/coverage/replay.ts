/**
 * A stored decision, made again from its own facts: under the present version of the rules it must answer the same, and one of an
 * earlier version is named where it would now answer another way.
 */
import { isValueOf } from "../../../kernel/worded.js";
import type { RowOf } from "../../../platform/postgres/statement.js";
import { RULE_VERSION, settingsOf } from "../../../rules/data/settings.js";
import { decide } from "../../../rules/decide.js";
import { DECISION_KIND_WORDS } from "../../../rules/decision-words.js";

/** As it was stored, by whatever version: nothing of it is believed before the rules have held it against their forms. */
export type StoredDecision = Omit<RowOf<"replay-next">, "kind" | "facts" | "outcome"> & {
  readonly kind: string;
  readonly facts: unknown;
  readonly outcome: unknown;
};

/** Null: the same again. Otherwise what is different, by the names of fields and never their values. */
export function replay(stored: StoredDecision): string | null {
  const settings = settingsOf(stored.rule_version, stored.settings);
  if (settings === null) return `rule version ${stored.rule_version} is not known here`;
  if (!isValueOf(DECISION_KIND_WORDS, stored.kind)) return `${stored.kind} is no kind of decision`;
  try {
    const fields = differences(stored.outcome, decide(stored.kind, stored.facts, settings));
    if (fields.length === 0) return null;
    const earlier = stored.rule_version === RULE_VERSION ? "differs" : `of ${stored.rule_version}, would now differ`;
    return `${earlier} in ${fields.join(", ")}`;
  } catch (fault) {
    return fault instanceof Error ? `${fault.name}: the facts are not usable` : "the facts are not usable";
  }
}

function differences(before: unknown, after: object): string[] {
  const was = typeof before === "object" && before !== null ? (before as Readonly<Record<string, unknown>>) : {};
  const is = after as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter((name) => canonical(was[name]) !== canonical(is[name])).sort();
}

/** Reasons and notes are sets; everything else is compared as it stands. The database keeps fields in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${fields
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${k}:${canonical(v)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
