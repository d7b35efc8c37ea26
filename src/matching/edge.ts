/** Which unit may serve which claim, and what way that is: an edge of the plan, asked of one pair. */
import { kmWithin, unitVector } from "./nearness.js";
import type { OpenClaim, UnitBucket } from "./model.js";

/** Buckets that differ only in the day. */
export type CapacityLane = Pick<
  UnitBucket,
  | "clinicId"
  | "practitionerId"
  | "service"
  | "serves"
  | "channel"
  | "treatsChildren"
  | "adults"
  | "languages"
  | "gender"
  | "covers"
  | "lat"
  | "lon"
> & { readonly service_: number };
/** A remote unit costs as much as this drive, so that it stays free for those who live far away. */
export const REMOTE_AS_KM = 15;
export function isRemote(channel: string): boolean {
  return channel !== "IN_PERSON";
}

/** The part of the rule that is the same on every day. */
export function laneServes(lane: CapacityLane, wish: OpenClaim): boolean {
  return (
    (lane.serves?.includes(wish.service) ?? lane.service === wish.service) &&
    wish.channels.includes(lane.channel) &&
    (wish.child ? lane.treatsChildren : lane.adults !== false) &&
    (wish.languages === 0 || (wish.languages & lane.languages) !== 0) &&
    (wish.gender === undefined || wish.gender === lane.gender) &&
    (wish.clinicId === undefined || wish.clinicId === lane.clinicId) &&
    (wish.practitionerId === undefined || wish.practitionerId === lane.practitionerId) &&
    (lane.covers === undefined || lane.covers.includes(wish.under))
  );
}

/** Kilometres the member would travel, or -1 when the lane is closed to them. */
export function travelKm(lane: CapacityLane, wish: OpenClaim): number {
  if (!laneServes(lane, wish)) return -1;
  if (isRemote(lane.channel)) return REMOTE_AS_KM;
  return kmWithin(unitVector(lane), unitVector(wish), wish.radiusKm);
}

/** Whether a unit of this bucket may serve this claim: an edge of the plan. */
export function mayUse(claim: OpenClaim, bucket: UnitBucket): boolean {
  const inTime = claim.earliestOn <= bucket.dayOn && bucket.dayOn <= claim.deadlineOn;
  return inTime && travelKm({ ...bucket, service_: 0 }, claim) >= 0;
}
