import type { NewRow } from "../../../../schema/columns-of.js";
import { outboxRow } from "../../../platform/trail/outbox.js";

/** Ids only: whoever listens asks again for what they may see. */
export function availabilityChanged(clinicId: string, providerId: string, slotId?: string): NewRow<"outbox"> {
  return outboxRow("availability.changed", clinicId, { clinicId, providerId, ...(slotId === undefined ? {} : { slotId }) });
}
