/** Why this opening cannot be taken by this claim, whatever the insurance says. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { freeSeat, type SlotFile } from "./slot-file.js";

const path = ["input", "slotId"];

export function slotRefusals(file: CaseFile, at: SlotFile): Refusal[] {
  return [...unitRefusals(at), ...timeRefusals(file, at), ...serviceRefusals(at), ...agreementRefusals(at)];
}

function unitRefusals(at: SlotFile): Refusal[] {
  const { slot } = at;
  if (slot.state !== "OPEN")
    return [refusal("SLOT_WITHDRAWN", "The clinic has withdrawn this time.", { path, remedy: "Choose another time." })];
  if (freeSeat(at) === null) return [SLOT_TAKEN];
  if (slot.booked + at.other_holds < slot.capacity) return [];
  const remedy = "Choose another time, or try again in ten minutes.";
  return [refusal("SLOT_HELD", "Someone else is about to book this time.", { path, remedy, retryable: true })];
}

export const SLOT_TAKEN = refusal("SLOT_TAKEN", "This time has just been taken.", { path, remedy: "Choose one of the alternatives." });

function timeRefusals(file: CaseFile, at: SlotFile): Refusal[] {
  const refusals: Refusal[] = [];
  // whoever is on call in this hour answers until it is over
  const last = at.slot.on_call && file.claim.service_code === "CRISIS_COUNSELLING" ? at.slot.ends_at : at.slot.starts_at;
  if (Date.parse(last) <= Date.parse(file.now))
    refusals.push(refusal("SLOT_IN_PAST", "This time has already begun.", { path, remedy: "Choose a later time." }));
  if (at.member_busy) refusals.push(MEMBER_BUSY);
  return refusals;
}

export const MEMBER_BUSY = refusal("MEMBER_BUSY", "The member already has an appointment at that time.", {
  path,
  remedy: "Choose another time, or move the other appointment first.",
});

function serviceRefusals({ serves }: SlotFile): Refusal[] {
  if (serves) return [];
  const remedy = "Search for times with the claim's service.";
  return [refusal("SLOT_NOT_FOR_SERVICE", "This time is not offered for the treatment of this claim.", { path, remedy })];
}

function agreementRefusals(at: SlotFile): Refusal[] {
  if (at.provider.in_network) return [];
  return [
    refusal("AGREEMENT_NOT_IN_FORCE", "The clinic's agreement does not cover that day.", {
      path,
      rule: "PRV-NETWORK-DEF",
      clause: "insurance conditions 2025, section 1 Definitions",
      remedy: "Choose a day within the agreement, or another clinic.",
    }),
  ];
}
