/** What one caller sends to be in everybody's way, each within what a clinic's own system may send. */

/** Whose clinic it is, as the API names it. */
export type Target = { readonly clinicId: string };

/** Answers the next body, with something in it that was not there before. */
type Attack = (target: Target) => (fresh: string) => string | Buffer;

const asked = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });
/** A name for a document that no other has. */
const nameOf = (fresh: string): string => `A${fresh.replaceAll("-", "")}`;

export const ATTACKS = {
  "the dearest question": ({ clinicId }) => {
    const query = `query ($clinicId: ID!) {
      clinic(id: $clinicId) {
        slots(from: "2026-12-05T00:00:00Z", to: "2027-01-04T00:00:00Z", first: 100) {
          edges { node { id startsAt endsAt services { code name } } } } } }`;
    return () => asked(query, { clinicId });
  },
  "documents that were never seen": () => (fresh) =>
    asked(`query ${nameOf(fresh)} { clinics(first: 1) { edges { node { ${"... on Clinic { id name } ".repeat(110)} } } } }`),
  "documents that are refused": () => (fresh) => asked(`query ${nameOf(fresh)} { viewer { ${"none ".repeat(900)} } }`),
  "ten thousand lines": ({ clinicId }) => {
    const line = (i: number): object => ({
      externalId: `r${i}`,
      startsAt: new Date(Date.UTC(2027, 0, 4, 8) + i * 1_800_000).toISOString(),
      endsAt: new Date(Date.UTC(2027, 0, 4, 8) + (i + 1) * 1_800_000).toISOString(),
      services: ["PHYSIOTHERAPY"],
    });
    const lines = Array.from({ length: 10_000 }, (_, i) => line(i));
    const query = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted } errors { code } } }";
    return (fresh) => asked(query, { input: { clinicId, idempotencyKey: fresh, mode: "CONTINUE", lines } });
  },
  "twelve million brackets": () => () => Buffer.from(`{"query":"{ viewer { role } }","variables":{"x":${"[".repeat(5_000_000)}${"]".repeat(5_000_000)}}}`),
  "twelve million bytes of little things": () => () => asked("{ viewer { role } }", { x: Array.from({ length: 1_400_000 }, (_, i) => i) }),
  "an empty question, as often as can be": () => () => asked("{ viewer { role } }"),
} satisfies Record<string, Attack>;
