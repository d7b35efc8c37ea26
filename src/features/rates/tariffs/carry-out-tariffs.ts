/** What an approved proposal of tariffs does: the open ones before them end, the new ones begin. */
import type { Context } from "../../../gateway/api/context.js";
import { Refused } from "../../../kernel/refusal.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { fitTariff, type NewTariff } from "./tariff-line.js";
import { closeTariff, standingTariffs, tariffRow } from "./tariff.store.js";

/** What a proposal of kind TARIFFS holds. */
type TariffsContent = { readonly tariffs: readonly NewTariff[] };

export async function carryOutTariffs(
  _: Context,
  tx: Tx,
  { content, source }: { readonly content: unknown; readonly source: string },
): Promise<void> {
  const { today, tariffs } = await standingTariffs(tx);
  const steps = (content as TariffsContent).tariffs.map((tariff) => fitTariff(tariff, tariffs, today));
  const refusals = steps.flatMap((step) => (step.does === "REFUSE" ? [{ ...step.refusal, path: ["input", "id"] }] : []));
  if (refusals.length > 0) throw new Refused(refusals);
  const added = steps.flatMap((step) => (step.does === "ADD" ? [step] : []));
  // before the new ones, because the exclusion constraint is checked statement by statement
  for (const { tariff, closes } of added) if (closes) await closeTariff(tx, closes.id, tariff.validFrom);
  await write(tx, { public_tariff: added.map(({ tariff }) => tariffRow(tariff, newId(), source)) });
}
