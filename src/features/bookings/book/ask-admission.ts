import type { Context } from "../../../gateway/api/context.js";
import type { OpeningKey } from "./admission.js";
import type { SlotFile } from "../quote/slot-file.js";

const NONE: ReadonlyMap<string, number> = new Map();

/** Other promises each of these slots is needed for; nothing where the gateway keeps no plan. */
export async function harmsOf(ctx: Context, claimId: string, slotIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (slotIds.length === 0) return NONE;
  return (await ctx.services.promise?.harms(claimId, slotIds)) ?? NONE;
}

/** Other promises that this opening, read for this claim, is needed for. */
export function harmIn(ctx: Context, claimId: string, at: SlotFile): number {
  return ctx.services.promise?.harm(claimId, openingKey(at)) ?? 0;
}

export function openingKey({ slot, service_mask: serviceMask, clinic, practitioner }: SlotFile): OpeningKey {
  return {
    id: slot.id,
    clinicId: slot.clinic_id,
    startsAt: slot.starts_at,
    channel: slot.channel,
    audience: slot.audience,
    serviceMask,
    languages: slot.languages,
    funding: slot.funding,
    onCall: slot.on_call,
    treatsChildren: clinic.treats_children && practitioner.treats_children,
    practitionerId: slot.practitioner_id,
    practitionerGender: practitioner.gender,
  };
}
