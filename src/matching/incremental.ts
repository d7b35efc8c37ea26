/**
 * The plan under change. A claim that comes searches one path; a claim that goes or a unit that appears lets at most one
 * waiting claim in; a unit that disappears displaces at most one. Only what the path touches moves.
 *
 * Where there are too few units, who waits is who the rule of turn.ts says, however the plan came about: a claim that comes and finds no
 * unit takes the place of whoever in its reach comes last, and of several that wait the first in turn is let in.
 *
 * Why the result stays a maximum: taking one unit away can only lower the maximum by the claim displaced, and any path to
 * an unused unit starts there (a path from a claim waiting before would have existed before). Giving one unit back matters
 * only inside the closed set, and then all who wait in that service are tried again, which closes the set anew.
 */
import { invariant, present } from "../kernel/invariant.js";
import type { CapacityGraph } from "./graph.js";
import { atOnce, building, cheapestFreeCell, placeClaims, readPlan } from "./matching.js";
import type { OpenClaim, Plan, UnitBucket } from "./model.js";
import { preferring } from "./preference.js";
import { AlternatingSearch } from "./search.js";
import { inTurn } from "./turn.js";

/** A plan as it comes from the matching, with the closed set in the marks of its search. */
export type MadePlan = { readonly graph: CapacityGraph; readonly search: AlternatingSearch; readonly unplaced: readonly number[] };

/** From an instance to a plan, a step at a time: who has a place and who waits. Where exactly is for `prefer` to say. */
export function* makePlan(claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Generator<void, MadePlan> {
  const graph = yield* building(claims, buckets);
  const search = new AlternatingSearch(graph);
  const unplaced = yield* placeClaims(graph, search);
  return { graph, search, unplaced };
}

export class LivePlan {
  readonly graph: CapacityGraph;
  /** Claims of each service that no plan can place. */
  private readonly waiting: Set<number>[] = [];
  private readonly search: AlternatingSearch;
  private readonly probe: AlternatingSearch;
  /** Changes of the graph when the plan was last the best. */
  private preferredAt = -1;

  constructor(claims: readonly OpenClaim[], buckets: readonly UnitBucket[], made: MadePlan = atOnce(makePlan(claims, buckets))) {
    this.graph = made.graph;
    this.search = made.search;
    this.probe = new AlternatingSearch(this.graph);
    for (const claim of made.unplaced) this.waitingIn(this.graph.serviceOf[claim]!).add(claim);
  }

  get unplacedCount(): number {
    return this.waiting.reduce((sum, of) => sum + (of?.size ?? 0), 0);
  }

  plan(): Plan {
    return readPlan(this.graph);
  }

  /**
   * Gives everybody with a place the best of all plans for them together: most on target, then fewest kilometres, then fewest changes to
   * where each stands now. Who has a place does not change.
   */
  prefer(): void {
    atOnce(preferring(this.graph));
    this.preferredAt = this.graph.changes;
  }

  /**
   * Where the claim has its place in the best plan; null when no plan can place it. Only right after `prefer`: between two changes a plan
   * moves as few claims as it can and is not the best, so nobody is sent where it says without asking for the best first.
   */
  bestPlaceOf(claimId: string): string | null {
    invariant(this.preferredAt === this.graph.changes, "a place is given by the best plan, which is asked for after the last change");
    return this.placeOf(claimId);
  }

  has(claimId: string): boolean {
    return this.graph.claims.has(claimId);
  }

  /** A bucket that is there for the claim, not always the best; null when no plan can place it. */
  placeOf(claimId: string): string | null {
    const cell = this.graph.cellOf[this.claim(claimId)]!;
    return cell < 0 ? null : this.graph.bucketOfCell(cell);
  }

  unitsOf(bucketId: string): number {
    const cell = this.graph.cellOfBucket(bucketId);
    return cell < 0 ? 0 : this.graph.units[cell]!;
  }

  /** Ids of those who wait, sorted. */
  unplaced(): string[] {
    return this.waitingInTurn()
      .map(({ id }) => id)
      .sort();
  }

  /** Those who wait, the first in turn first. */
  waitingInTurn(): OpenClaim[] {
    return this.waiting.flatMap((of) => [...(of ?? [])].map((at) => this.claimAt(at))).sort(inTurn);
  }

  /** True when the claim has a place. */
  addClaim(claim: OpenClaim): boolean {
    const at = this.graph.addClaim(claim);
    this.resync();
    this.settle(at);
    return this.graph.cellOf[at]! >= 0;
  }

  /** Withdrawn, closed, or booked outside the network. */
  removeClaim(claimId: string): void {
    const at = this.claim(claimId);
    const cell = this.takeOut(at);
    if (cell >= 0) this.freed(cell);
  }

  /** The claim leaves the plan and one unit of the bucket leaves with it, wherever the plan had put the claim. */
  bookClaim(claimId: string, bucketId: string): void {
    const freed = this.takeOut(this.claim(claimId));
    const cell = this.cell(bucketId);
    if (freed === cell) this.lower(cell, this.graph.units[cell]! - 1);
    else {
      // the unit given up first: the claim displaced by the booking may need it
      if (freed >= 0) this.freed(freed);
      this.lower(cell, this.graph.units[cell]! - 1);
    }
  }

  /** A hold takes a unit out of the plan until it is released or becomes a booking. */
  hold(bucketId: string): void {
    const cell = this.cell(bucketId);
    invariant(this.graph.units[cell]! > 0, "a hold takes a unit that is free");
    this.lower(cell, this.graph.units[cell]! - 1);
  }

  release(bucketId: string): void {
    const cell = this.cell(bucketId);
    this.raise(cell, this.graph.units[cell]! + 1);
  }

  /** Published (new or more units) or partly withdrawn: the bucket now has this many units. Its id stands for all else it says. */
  setBucket(bucket: UnitBucket): void {
    const cell = this.graph.addBucket(bucket);
    this.resync();
    this.setUnits(cell, bucket.units);
  }

  /** New units on several days at once: whoever waits looks once for all of them. */
  setBuckets(buckets: readonly UnitBucket[]): void {
    for (const bucket of buckets) this.graph.setUnits(this.graph.addBucket(bucket), bucket.units);
    this.resync();
    for (const pool of new Set(buckets.map((bucket) => this.graph.service(bucket.pool ?? bucket.service)))) this.retry(pool);
  }

  withdraw(bucketId: string): void {
    const cell = this.graph.cellOfBucket(bucketId);
    if (cell >= 0) this.lower(cell, 0);
  }

  /** Days before `today` have passed: their units are gone. */
  advanceTo(today: number): void {
    for (const [id, bucket] of this.graph.buckets) if (bucket.dayOn < today && this.unitsOf(id) > 0) this.withdraw(id);
  }

  /**
   * Would someone else lose the place the plan has for them, if one unit of this bucket went, to `claimId` (who then needs
   * no other unit, and who may use it) or to an outsider? For an outsider this is: would one unit less lower the maximum.
   * For a claim it is asked per person, not per head: the unit given up may let a waiting claim in, and that does not make
   * good what somebody else lost. One search.
   */
  harms(bucketId: string, claimId?: string): boolean {
    const cell = this.graph.cellOfBucket(bucketId);
    if (cell < 0) return false;
    const { graph } = this;
    const absent = claimId === undefined ? -1 : (graph.claims.get(claimId) ?? -1);
    const vacated = absent < 0 ? -1 : graph.cellOf[absent]!;
    if (graph.used[cell]! < graph.units[cell]! || vacated === cell) return false;
    if (graph.units[cell]! === 0) return false;
    if (this.search.isClosed(cell) && (vacated < 0 || !this.search.isClosed(vacated))) return true;
    this.probe.sync();
    return !this.probe.canGiveWay(cell, vacated, absent);
  }

  private setUnits(cell: number, units: number): void {
    if (units > this.graph.units[cell]!) this.raise(cell, units);
    else this.lower(cell, units);
  }

  private raise(cell: number, units: number): void {
    const wasClosed = this.graph.units[cell] === 0 || this.search.isClosed(cell);
    this.graph.setUnits(cell, units);
    if (wasClosed) this.retry(this.serviceOfCell(cell));
  }

  private lower(cell: number, units: number): void {
    const { graph } = this;
    invariant(units >= 0, "a bucket never has fewer than no units");
    const displaced: number[] = [];
    while (graph.used[cell]! > units) {
      const claim = this.mostPatient(cell);
      graph.unseat(claim);
      displaced.push(claim);
    }
    graph.setUnits(cell, units);
    if (units === 0) this.search.unmark(cell);
    for (const claim of displaced) this.settle(claim);
  }

  private mostPatient(cell: number): number {
    let patient = this.graph.firstClaim[cell]!;
    for (let c = patient; c >= 0; c = this.graph.nextInCell[c]!) if (this.graph.deadline[c]! > this.graph.deadline[patient]!) patient = c;
    return patient;
  }

  private settle(claim: number): void {
    const cell = cheapestFreeCell(this.graph, claim);
    if (cell >= 0) this.graph.seat(claim, cell);
    else {
      this.search.sync();
      if (!this.search.place(claim)) this.waitingIn(this.graph.serviceOf[claim]!).add(this.displaced(claim));
    }
  }

  /** Of those who cannot all have a place, the last in turn has none. */
  private displaced(claim: number): number {
    this.probe.sync();
    return this.probe.displace(claim, (a, b) => this.comesBefore(b, a));
  }

  private comesBefore(a: number, b: number): boolean {
    return inTurn(this.claimAt(a), this.claimAt(b)) < 0;
  }

  private claimAt(at: number): OpenClaim {
    return present(this.graph.claimAt[at], "a number of the plan is a claim");
  }

  private takeOut(at: number): number {
    const cell = this.graph.cellOf[at]! < 0 ? -1 : this.graph.unseat(at);
    if (cell < 0) this.waitingIn(this.graph.serviceOf[at]!).delete(at);
    this.graph.removeClaim(at);
    return cell;
  }

  private freed(cell: number): void {
    if (this.search.isClosed(cell)) this.retry(this.serviceOfCell(cell));
  }

  private retry(service: number): void {
    this.search.forget(service);
    const waiting = this.waitingIn(service);
    for (const claim of [...waiting].sort((a, b) => inTurn(this.claimAt(a), this.claimAt(b))))
      if (this.search.place(claim)) waiting.delete(claim);
  }

  /** After the tables grew every mark is gone; the closed sets are found again. */
  private resync(): void {
    if (this.search.sync()) for (let s = 0; s < this.graph.services.length; s++) this.retry(s);
  }

  private serviceOfCell(cell: number): number {
    return present(this.graph.lanes[this.graph.laneOfCell(cell)], "every cell lies in a lane").service_;
  }

  private waitingIn(service: number): Set<number> {
    return (this.waiting[service] ??= new Set());
  }

  private claim(id: string): number {
    return present(this.graph.claims.get(id), `claim ${id} is in the plan`);
  }

  private cell(bucketId: string): number {
    const cell = this.graph.cellOfBucket(bucketId);
    invariant(cell >= 0, `bucket ${bucketId} is in the plan`);
    return cell;
  }
}
