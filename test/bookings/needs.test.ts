import fc from "fast-check";
import { bookable, coverageOf } from "../../src/features/bookings/quote/bookable.js";
import { admits, kindsFor, needsOf } from "../../src/features/bookings/quote/needs.js";
import type { CaseFile } from "../../src/features/claims/case-file/case-file.js";
import { addDays, addMonths, startOfDay } from "../../src/kernel/calendar.js";
import { CHANNELS, CRISIS_EVENTS, OPTIONS } from "../../src/rules/codes.js";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import { CONDITION_CODES, type ConditionCode } from "../../src/rules/data/conditions.js";
import { restsOnEvent } from "../../src/rules/data/forms.js";
import { SERVICE_MATRIX } from "../../src/rules/data/products.js";
import { AUDIENCE_KINDS, kindCode, OPENING_KINDS, type OpeningKind } from "../../src/rules/opening-kind.js";
import { caseFile } from "../claims/case-files.js";
import { cases, GLANCE } from "../support/size.js";

const TODAY = "2026-12-02";
const NOW = `${TODAY}T09:00:00.000Z`;

const WELCOME = OPENING_KINDS.filter(
  (kind) => kind.authorised && kind.treatsChildren && kind.funding === "PRIVATE" && kind.audience === "BOTH",
);
const anyKind: fc.Arbitrary<OpeningKind> = fc.oneof(fc.constantFrom(...OPENING_KINDS), {
  weight: 3,
  arbitrary: fc.constantFrom(...WELCOME),
});
const day = (first: number, last: number): fc.Arbitrary<string> => fc.integer({ min: first, max: last }).map((n) => addDays(TODAY, n));
const often = <T>(usual: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });

const TRIED = GLANCE ? CONDITION_CODES.filter((_, i) => i % 5 === 0) : CONDITION_CODES;
/** What each row of the matrix is for, so that most cases are covered. */
const fitting = new Map(
  SERVICE_MATRIX.map((row) => {
    const covered = TRIED.filter((condition_code) => {
      const { product, under, service: service_code } = row;
      const crisis = { event: CRISIS_EVENTS[0], occurredAt: "2025-04-10T20:00:00Z" };
      const file = caseFile({ product, under, service_code, condition_code, crisis });
      const opening = { ...WELCOME[0]!, startsAt: "2025-05-01T10:00:00.000Z" };
      const { facts } = coverageOf({ ...file, policy: { ...file.policy, optional: [...OPTIONS] } }, opening);
      return !decideCoverage(facts).reasons.some((code) => code.includes("CONDITION"));
    });
    return [row, covered.length > 0 ? covered : CONDITION_CODES] as const;
  }),
);

/** A case in order, of any row of the matrix, with something turning on a day near by. */
const anyCase: fc.Arbitrary<CaseFile> = fc
  .record({
    row: fc.constantFrom(...SERVICE_MATRIX),
    age: fc.constantFrom(5, 11, 14, 15, 17, 18, 24, 30, 40, 40, 50, 80),
    birthday: day(-3, 35),
    condition: often<ConditionCode | null>(null, fc.constantFrom(...CONDITION_CODES)),
    nth: fc.nat(50),
    coverStart: often("2020-01-01", day(-100, 20)),
    coverEnd: often<string | null>(null, day(-100, 30)),
    role: often("EMPLOYEE" as const, fc.constantFrom("CHILD" as const, "SPOUSE" as const, "GROUP_CHILD" as const)),
    approved: often(true, fc.constant(false)),
    state: often("APPROVED" as const, fc.constantFrom("AWAITING_INFORMATION" as const, "CLOSED" as const)),
    receivedOn: day(-12, 0),
    wished: often<string | null>(null, day(0, 9)),
    first: often<string | null>(null, fc.constant("0197f3a1-6c1e-7cc3-98c4-00000000000b")),
    consent: often<CaseFile["consent"]>(
      { given_on: "2026-11-01", withdrawn_on: null },
      fc.constantFrom(null, { given_on: "2025-06-01", withdrawn_on: null }),
    ),
    referral: fc.constantFrom("GP" as const, "SPECIALIST" as const, null),
    occurredHoursBefore: fc.constantFrom(1, 40, 60),
    used: often(0, fc.integer({ min: 1, max: 20 })),
  })
  .map((x) => {
    const receivedAt = `${x.receivedOn}T08:00:00.000Z`;
    const { product, under, service } = x.row;
    const fits = fitting.get(x.row) ?? CONDITION_CODES;
    const condition = x.condition ?? fits[x.nth % fits.length] ?? "BACK_PAIN";
    const crisis = {
      event: CRISIS_EVENTS[0],
      occurredAt: new Date(Date.parse(receivedAt) - x.occurredHoursBefore * 3_600_000).toISOString(),
      reportedAt: receivedAt,
    };
    const made = caseFile(
      {
        product,
        under,
        service_code: service,
        state: x.state,
        condition_code: condition,
        received_at: receivedAt,
        approved_at: x.approved ? receivedAt : null,
        condition_arose_on: addDays(x.receivedOn, -20),
        referral_type: x.referral,
        referral_issued_on: x.referral && addDays(x.receivedOn, -3),
        first_booking_id: x.first,
        crisis: restsOnEvent(service) ? crisis : null,
        exceptions: x.wished === null ? {} : { wishedNotBefore: x.wished },
      },
      { today: TODAY, now: NOW, consent: x.consent },
    );
    const policy = { ...made.policy, product, role: x.role, cover_start: x.coverStart, cover_end: x.coverEnd, optional: [...OPTIONS] };
    const member = { ...made.member, birth_date: addMonths(x.birthday, -12 * x.age) };
    const entry = {
      service,
      under,
      mode: "NETWORK",
      year: 2026,
      same_claim: true,
      condition: x.condition,
      last_on: "2026-11-01",
      count: x.used,
      attended: x.used,
    } as const;
    return { ...made, policy, member, usage: x.used === 0 ? [] : [entry], sessions: x.used };
  });

const window = (file: CaseFile): [Date, Date] => [new Date(file.now), startOfDay(addDays(TODAY, 33))];

describe("what an opening must be for a claim", () => {
  it("numbers each kind of opening once", () => {
    expect(OPENING_KINDS.map(kindCode).sort((a, b) => a - b)).toEqual(OPENING_KINDS.map((_, i) => i));
    expect(OPENING_KINDS).toHaveLength(CHANNELS.length * AUDIENCE_KINDS.length * 2 * 16);
  });

  it("admits an opening exactly where nothing stands against booking it", () => {
    let admitted = 0;
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.tuple(anyKind, fc.integer({ min: 0, max: 33 * 96 })), { minLength: 8, maxLength: 8 }),
        (file, openings) => {
          const [from, until] = window(file);
          const needs = needsOf(file, from, until);
          for (const [kind, quarter] of openings) {
            const startsAt = new Date(from.getTime() + quarter * 900_000 - (quarter % 7 === 0 ? 1 : 0));
            if (startsAt < from || startsAt >= until) continue;
            const opening = { ...kind, startsAt: startsAt.toISOString() };
            const against = bookable(file, opening).refusals.map(({ code }) => code);
            expect({ opening, admitted: admits(needs, opening) || against }).toEqual({
              opening,
              admitted: against.length === 0 || against,
            });
            if (against.length === 0) admitted += 1;
          }
        },
      ),
      { numRuns: cases(300, 3_000) },
    );
    expect(admitted).toBeGreaterThanOrEqual(cases(10, 150));
  });

  it("keeps who is on call for crises that were reported in time", () => {
    const onCall = OPENING_KINDS.filter((kind) => kind.onCall);
    const admitted = SERVICE_MATRIX.flatMap(({ product, under, service }) =>
      [false, true].flatMap((lateCrisis) => {
        const kinds = kindsFor({ product, under, service, age: 40, lateCrisis, promise: "RUNNING" });
        return onCall.some((kind) => kinds[kindCode(kind)] === "1") ? [{ service, lateCrisis }] : [];
      }),
    );
    expect(admitted.length).toBeGreaterThan(0);
    expect(new Set(admitted.map((of) => JSON.stringify(of)))).toEqual(
      new Set([JSON.stringify({ service: "CRISIS_COUNSELLING", lateCrisis: false })]),
    );
  });

  it("says what stands against every opening where it admits none", () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const needs = needsOf(file, ...window(file));
        expect(needs.refusals.length > 0).toBe(needs.spans.length === 0);
      }),
      { numRuns: cases(100, 500) },
    );
  });
});
