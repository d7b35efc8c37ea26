/** What the demonstration's clinic offers. */
import { newKey, type Answer, type Ask } from "./gateway.js";
import { fact, heading } from "./words.js";

/** How long before an appointment its member is reminded of it. */
export const REMINDED_MINUTES = 120;

/** Someone who tried the demonstration a while ago has appointments at the times that it is about to book. */
export async function makeRoom(ask: Ask, now: Date): Promise<void> {
  for (const days of [0, 7]) {
    const [from, to] = [-1, REMINDED_MINUTES / 60 + 1].map((hours) => new Date(now.getTime() + days * 86_400_000 + hours * 3_600_000));
    const filter = { from: from?.toISOString(), to: to?.toISOString(), states: ["CONFIRMED"] };
    const { edges } = await ask("member", "member-app/my-bookings", { filter, first: 20 });
    for (const { node } of edges)
      await ask("member", "member-app/cancel-booking", { input: { idempotencyKey: newKey(), bookingId: node.id } });
  }
}

/** The clinic of the demonstration's staff. */
export async function ownClinic(ask: Ask): Promise<Answer> {
  const { organisation } = await ask("clinic", "clinic/my-clinics", { first: 1 });
  return organisation.clinics.edges[0].node as Answer;
}

type Published = { readonly soon: string; readonly later: string; readonly practitionerId: string };

/** Two openings, one now and one in a week, with the first practitioner who has room for both. */
export async function publish(ask: Ask, clinic: Answer, soon: Date): Promise<Published> {
  heading("The clinic", `publishes two openings: ${clinic["name"]}, ${clinic["address"].town}`);
  // someone who tried the demonstration a minute ago has taken the first practitioner's time
  for (const practitioner of clinic["practitioners"] as Answer[]) {
    const later = new Date(soon.getTime() + 7 * 86_400_000);
    const published = await publishFor(ask, clinic["id"], practitioner["id"], [soon, later]);
    const [a, b] = published["lines"];
    if (!a?.slot || !b?.slot) continue;
    for (const { line: n, outcome } of published["lines"]) fact(`line ${n}`, `${outcome}, with ${practitioner["name"]}`);
    return { soon: a.slot.id, later: b.slot.id, practitionerId: practitioner["id"] as string };
  }
  throw new Error("no practitioner of the clinic has room for the demonstration right now; try again in five minutes");
}

export async function publishFor(ask: Ask, clinicId: string, practitionerId: string, starts: readonly Date[]): Promise<Answer> {
  const line = (startsAt: Date): object => ({
    externalId: `demo-${startsAt.getTime()}`,
    practitionerId,
    services: ["PHYSIOTHERAPY"],
    startsAt: startsAt.toISOString(),
    minutes: 5,
    channel: "IN_PERSON",
    audience: "BOTH",
    languages: ["da"],
    funding: "PRIVATE",
    capacity: 1,
  });
  const input = { idempotencyKey: newKey(), clinicId, mode: "ATOMIC", lines: starts.map(line) };
  return ask("clinic", "clinic/publish-slots", { input });
}
