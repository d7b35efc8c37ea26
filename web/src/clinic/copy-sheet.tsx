import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useClient } from "urql";
import { PublishSlots, SlotsToCopy, type SlotsToCopyQuery, type SlotsToCopyQueryVariables } from "../graph/clinic";
import { useTask } from "../shared/act";
import { addDays, clockOf, dayOf, instantOf, shortDay } from "../shared/format";
import { Tick } from "../shared/fields";
import { Sheet, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, Loading } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import type { Clinic } from "./calendar";
import { keyOf, Published, type Line } from "./open-sheet";
import { clinicWords } from "./words";

type Slot = NonNullable<SlotsToCopyQuery["clinic"]>["slots"]["edges"][number]["node"];
type Found = { readonly slots: readonly Slot[]; readonly holidays: ReadonlySet<string> };

/** Next week like this one: what would be opened on each day, public holidays left out. */
export function CopySheet({
  clinic,
  monday,
  close,
  done,
}: {
  readonly clinic: Clinic;
  readonly monday: string;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const client = useClient();
  const task = useTask(PublishSlots);
  const [found, setFound] = useState<Found | null>(null);
  const [onHolidays, setOnHolidays] = useState(false);
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const next = addDays(monday, 7);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const slots: Slot[] = [];
      let holidays: readonly string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const variables: SlotsToCopyQueryVariables = {
          clinicId: clinic.id,
          from: instantOf(monday),
          to: instantOf(next),
          holidaysFrom: next,
          holidaysUntil: addDays(next, 7),
          ...(after ? { after } : {}),
        };
        const answer = await client.query(SlotsToCopy, variables, { requestPolicy: "network-only" }).toPromise();
        const page: NonNullable<SlotsToCopyQuery["clinic"]>["slots"] | undefined = answer.data?.clinic?.slots;
        slots.push(...(page?.edges.map(({ node }) => node) ?? []));
        holidays = answer.data?.publicHolidays ?? holidays;
        after = page?.pageInfo.endCursor ?? null;
        more = page?.pageInfo.hasNextPage ?? false;
      }
      if (!left) setFound({ slots: slots.filter(({ state }) => state === "OPEN"), holidays: new Set(holidays) });
    };
    void read();
    return () => void (left = true);
  }, [client, clinic.id, monday, next]);
  const taken = (found?.slots ?? []).filter(({ startsAt }) => onHolidays || !found?.holidays.has(addDays(dayOf(startsAt), 7)));
  const publish = async (): Promise<void> => {
    const payload = await task.run({
      clinicId: clinic.id,
      mode: "CONTINUE",
      lines: taken.map((slot) => {
        const startsAt = instantOf(addDays(dayOf(slot.startsAt), 7), clockOf(slot.startsAt));
        const { channel, audience, languages, funding, capacity, cancellationHours, onCall } = slot;
        return {
          externalId: keyOf(startsAt, slot.practitioner.id),
          practitionerId: slot.practitioner.id,
          services: slot.services.map(({ code }) => code),
          startsAt,
          minutes: (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000,
          ...{ channel, audience, languages, funding, capacity, onCall },
          ...(cancellationHours === null ? {} : { cancellationHours }),
        };
      }),
    });
    if (payload) setLines(payload.lines);
  };
  return (
    <Sheet title={own.copyWeek} open close={close}>
      {lines ? (
        <>
          <Published lines={lines} />
          <div className="actions">
            <Button
              onPress={() => {
                close();
                done();
              }}
            >
              {say.close}
            </Button>
          </div>
        </>
      ) : !found ? (
        <Loading />
      ) : found.slots.length === 0 ? (
        <Empty icon="calendar">{own.nothingToCopy}</Empty>
      ) : (
        <>
          <p>{own.copyNote(shortDay(language, monday), shortDay(language, next))}</p>
          <ul className="affected">
            {Array.from({ length: 7 }, (_, i) => addDays(next, i)).map((target) => {
              const count = taken.filter(({ startsAt }) => addDays(dayOf(startsAt), 7) === target).length;
              const holiday = found.holidays.has(target);
              if (count === 0 && !holiday) return null;
              return (
                <li key={target}>
                  <strong>{shortDay(language, target)}</strong>
                  {holiday && !onHolidays ? <Tag tone="warn">{own.holiday}</Tag> : <span>{count}</span>}
                </li>
              );
            })}
          </ul>
          {found.holidays.size > 0 && <Tick label={own.alsoHoliday} value={onHolidays} change={setOnHolidays} />}
          <Outcome of={task} />
          <div className="actions">
            <Button isDisabled={task.busy || taken.length === 0} onPress={() => void publish()}>
              {own.publish(taken.length)}
            </Button>
            <Button className="second" onPress={close}>
              {say.undo}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
