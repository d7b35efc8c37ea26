/** What one caller sends to be in everybody's way, each within what a clinic's own system may send. */

/** Whose clinic it is, as the API names it, and somebody who works there. */
export type Target = { readonly clinicId: string; readonly practitionerId: string };

/** Answers the next body, with something in it that was not there before. */
type Attack = (target: Target) => Bodies;
type Bodies = (fresh: string) => string | Buffer;

const asked = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });
/** A name for a document that no other has. */
const nameOf = (fresh: string): string => `A${fresh.replaceAll("-", "")}`;

export const ATTACKS = {
  "documents that were never seen": () => (fresh) =>
    asked(`query ${nameOf(fresh)} { clinics(first: 1) { edges { node { ${"... on Clinic { id name } ".repeat(110)} } } } }`),
  "the dearest question": ({ clinicId }) => {
    const query = `query ($clinicId: ID!) {
      clinic(id: $clinicId) {
        slots(from: "2026-12-05T00:00:00Z", to: "2027-01-04T00:00:00Z", first: 100) {
          edges { node { id startsAt endsAt services { code name } } } } } }`;
    return () => asked(query, { clinicId });
  },
  "millions of brackets": () => {
    const x = `${"[".repeat(5_000_000)}${"]".repeat(5_000_000)}`;
    const body = Buffer.from(`{"query":"{ viewer { role } }","variables":{"x":${x}}}`);
    return () => body;
  },
  "documents that are refused": () => (fresh) => asked(`query ${nameOf(fresh)} { viewer { ${"none ".repeat(900)} } }`),
  "one refused document for ever": () => () => asked(`query { viewer { ${"none ".repeat(900)} } }`),
  "ten thousand openings at a time": publishing(10_000),
  "a thousand openings at a time": publishing(1_000),
  "a file of ten thousand openings": ({ clinicId, practitionerId }) => {
    const content = (later: number): string => {
      const lines = Array.from(
        { length: 10_000 },
        (_, i) => `r${i},${practitionerId},${startOf(i, later)},${startOf(i + 1, later)},PHYSIOTHERAPY`,
      );
      return Buffer.from(["externalId,practitionerId,startsAt,endsAt,services", ...lines].join("\n")).toString("base64");
    };
    const query = "mutation ($input: UploadSlotsInput!) { uploadSlots(input: $input) { counts { inserted } errors { code } } }";
    return keyed((idempotencyKey, later) =>
      asked(query, { input: { clinicId, idempotencyKey, mode: "CONTINUE", format: "CSV", encoding: "BASE64", content: content(later) } }),
    );
  },
  "a million little values": () => {
    const body = Buffer.from(asked("{ viewer { role } }", { x: Array.from({ length: 1_400_000 }, (_, i) => i) }));
    return () => body;
  },
  "the smallest question, as often as can be": () => () => asked("{ viewer { role } }"),
} satisfies Record<string, Attack>;

/** A quarter of an hour each, so many minutes later. */
function startOf(i: number, later: number): string {
  return new Date(Date.UTC(2026, 11, 4, 8) + (i * 15 + later) * 60_000).toISOString();
}

function publishing(count: number): Attack {
  return ({ clinicId, practitionerId }) => {
    const lines = (later: number): object[] =>
      Array.from({ length: count }, (_, i) => ({
        externalId: `r${i}`,
        practitionerId,
        startsAt: startOf(i, later),
        endsAt: startOf(i + 1, later),
        services: ["PHYSIOTHERAPY"],
      }));
    const query = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted } errors { code } } }";
    return keyed((idempotencyKey, later) => asked(query, { input: { clinicId, idempotencyKey, mode: "CONTINUE", lines: lines(later) } }));
  };
}

/**
 * Bodies that differ in their key, every second one with all openings at other times, so that each has the database write. What it takes to
 * put one together is no work of the gateway's machine and is done before.
 */
function keyed(body: (key: string, later: number) => string): (fresh: string) => Buffer {
  const mark = "00000000-0000-4000-8000-000000000000";
  const written = [0, 5].map((later) => Buffer.from(body(mark, later)));
  let sent = 0;
  return (fresh) => {
    const copy = Buffer.from(written[(sent += 1) % 2] ?? "");
    copy.write(fresh, copy.indexOf(mark));
    return copy;
  };
}
