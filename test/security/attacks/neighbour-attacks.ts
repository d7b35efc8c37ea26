/** What one caller sends to be in everybody's way, each within what a clinic's own system may send. */

/** Whose clinic it is, as the API names it. */
export type Target = { readonly clinicId: string };

/** Answers the next body, with something in it that was not there before. */
type Attack = (target: Target) => (fresh: string) => string | Buffer;

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
  "millions of brackets": () => () => {
    const x = `${"[".repeat(5_000_000)}${"]".repeat(5_000_000)}`;
    return `{"query":"{ viewer { role } }","variables":{"x":${x}}}`;
  },
  "documents that are refused": () => (fresh) => asked(`query ${nameOf(fresh)} { viewer { ${"none ".repeat(900)} } }`),
  "one refused document for ever": () => () => asked(`query { viewer { ${"none ".repeat(900)} } }`),
  "ten thousand openings at a time": publishing(10_000),
  "a thousand openings at a time": publishing(1_000),
  "a file of ten thousand openings": ({ clinicId }) => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `r${i},${startOf(i)},${startOf(i + 1)},PHYSIOTHERAPY`);
    const content = Buffer.from(["externalId,startsAt,endsAt,services", ...lines].join("\n")).toString("base64");
    const query = "mutation ($input: UploadSlotsInput!) { uploadSlots(input: $input) { counts { inserted } errors { code } } }";
    return (fresh) =>
      asked(query, { input: { clinicId, idempotencyKey: fresh, mode: "CONTINUE", format: "CSV", encoding: "BASE64", content } });
  },
  "a million little values": () => () => asked("{ viewer { role } }", { x: Array.from({ length: 1_400_000 }, (_, i) => i) }),
  "the smallest question, as often as can be": () => () => asked("{ viewer { role } }"),
} satisfies Record<string, Attack>;

function startOf(i: number): string {
  return new Date(Date.UTC(2026, 11, 4, 8) + i * 60_000 * 15).toISOString();
}

function publishing(count: number): Attack {
  return ({ clinicId }) => {
    const lines = Array.from({ length: count }, (_, i) => ({
      externalId: `r${i}`,
      startsAt: startOf(i),
      endsAt: startOf(i + 1),
      services: ["PHYSIOTHERAPY"],
    }));
    const query = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted } errors { code } } }";
    return (fresh) => asked(query, { input: { clinicId, idempotencyKey: fresh, mode: "CONTINUE", lines } });
  };
}
