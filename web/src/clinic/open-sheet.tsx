import { useState } from "react";
import { Button } from "react-aria-components";
import { PublishSlots, WithdrawSlots, type PublishSlotsMutation } from "../graph/clinic";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { clock, dayAndTime, instantOf } from "../shared/format";
import { Choice, Field, Tick } from "../shared/fields";
import { Icon } from "../shared/icons";
import { Facts, Sheet } from "../shared/parts";
import { Outcome, useTold } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import type { Clinic, Offered, Slot } from "./calendar";
import { clinicWords } from "./words";

export type Opening = { readonly day: string; readonly practitionerId?: string; readonly from?: string; readonly to?: string };
export type Line = PublishSlotsMutation["publishSlots"]["lines"][number];

/** The same opening has the same key however often it is published: nothing is opened twice. */
export const keyOf = (startsAt: string, practitionerId: string): string =>
  `desk ${startsAt.slice(0, 16)} ${practitionerId.replaceAll(/[^A-Za-z0-9]/g, "").slice(-24)}`;

/** Opens times: drawn in the calendar or typed here, one after another for as long as they last. */
export function OpenSheet({
  clinic,
  services,
  opening,
  close,
  done,
}: {
  readonly clinic: Clinic;
  readonly services: readonly Offered[];
  readonly opening: Opening;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { say } = useLanguage();
  const task = useTask(PublishSlots);
  const [day, setDay] = useState(opening.day);
  const [from, setFrom] = useState(opening.from ?? "09:00");
  const [to, setTo] = useState(opening.to ?? "12:00");
  const [minutes, setMinutes] = useState("45");
  const [whom, setWhom] = useState(opening.practitionerId ?? clinic.practitioners[0]?.id ?? "");
  const [offered, setOffered] = useState<ReadonlySet<string>>(new Set(services.slice(0, 1).map(({ code }) => code)));
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const starts = startsIn(from, to, Number(minutes));
  const publish = async (): Promise<void> => {
    const payload = await task.run({
      clinicId: clinic.id,
      mode: "CONTINUE",
      lines: starts.map((start) => {
        const startsAt = instantOf(day, clock(start));
        return {
          externalId: keyOf(startsAt, whom),
          practitionerId: whom,
          services: [...offered] as Offered["code"][],
          startsAt,
          minutes: Number(minutes),
        };
      }),
    });
    if (!payload) return;
    setLines(payload.lines);
    done();
  };
  if (lines)
    return (
      <Sheet title={own.openTime} open close={close}>
        <Published lines={lines} />
        <div className="actions">
          <Button onPress={close}>{say.close}</Button>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={own.openTime} open close={close}>
      <div className="form">
        <Field label={own.day} type="date" value={day} change={setDay} />
        <div className="fields">
          <Field label={say.from} type="time" value={from} change={setFrom} />
          <Field label={say.until} type="time" value={to} change={setTo} />
          <Field label={own.minutesEach} type="number" min="5" value={minutes} change={setMinutes} />
        </div>
        <Choice
          label={own.practitioner}
          value={whom}
          change={setWhom}
          options={clinic.practitioners.map(({ id, name }) => [id, name] as const)}
        />
        <fieldset className="picks">
          <legend>{own.services}</legend>
          {services.map(({ code, name }) => (
            <Tick
              key={code}
              label={name}
              value={offered.has(code)}
              change={(on) => setOffered(new Set(on ? [...offered, code] : [...offered].filter((each) => each !== code)))}
            />
          ))}
        </fieldset>
      </div>
      {starts.length === 0 && <p className="refusals">{own.untilAfterFrom}</p>}
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy || starts.length === 0 || offered.size === 0 || !whom} onPress={() => void publish()}>
          {own.publish(starts.length)}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}

/** What was opened, and line by line what was not and why. */
export function Published({ lines }: { readonly lines: readonly Line[] }) {
  const own = useOwn(clinicWords);
  const told = useTold(true);
  const refused = lines.filter(({ errors }) => errors.length > 0);
  // one reason said once, with how many times it stands for
  const reasons = new Map<string, number>();
  for (const { errors } of refused) {
    const reason = errors.map(told).join(" ");
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return (
    <>
      <p className="done" role="status">
        <Icon name="check" />
        {own.published(lines.length - refused.length)}
      </p>
      {refused.length > 0 && (
        <div className="refusals" role="alert">
          <p>{own.notPublished(refused.length)}</p>
          <ul>
            {[...reasons].map(([reason, count]) => (
              <li key={reason}>
                {count > 1 && `${count} × `}
                {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Starts in minutes since midnight, one after another, as long as a whole one fits. */
function startsIn(from: string, to: string, minutes: number): readonly number[] {
  const [fromHour = 0, fromMinute = 0] = from.split(":").map(Number);
  const [toHour = 0, toMinute = 0] = to.split(":").map(Number);
  const first = fromHour * 60 + fromMinute;
  const last = toHour * 60 + toMinute;
  if (!(minutes >= 5)) return [];
  return Array.from({ length: Math.max(0, Math.floor((last - first) / minutes)) }, (_, i) => first + i * minutes);
}

/** One opening: what it is, and taking it away. */
export function OpeningSheet({
  slot,
  clinic,
  close,
  done,
}: {
  readonly slot: Slot;
  readonly clinic: Clinic;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(WithdrawSlots);
  const [gone, setGone] = useState(false);
  const take = async (): Promise<void> => {
    if (!(await task.run({ clinicId: clinic.id, slotIds: [slot.id] }))) return;
    setGone(true);
    done();
  };
  return (
    <Sheet title={dayAndTime(language, slot.startsAt)} open close={close}>
      <Facts
        rows={[
          [own.practitioner, clinic.practitioners.find(({ id }) => id === slot.practitioner.id)?.name],
          [own.how, word("Channel", slot.channel)],
          [own.state, slot.freeUnits === 0 ? own.held : slot.capacity > 1 ? own.seats(slot.freeUnits, slot.capacity) : own.free],
        ]}
      />
      <Outcome of={task} />
      {gone && (
        <p className="done" role="status">
          <Icon name="check" />
          {own.openingTaken}
        </p>
      )}
      <div className="actions">
        {gone ? (
          <Button onPress={close}>{say.close}</Button>
        ) : (
          <Button className="second" isDisabled={task.busy} onPress={() => void take()}>
            {own.removeOpening}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
