import type { TypedDocumentNode } from "@urql/core";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { CloseTime, type CloseTimeMutation } from "../graph/clinic";
import { useTask } from "../shared/act";
import { addDays, dayAndTime, distance, instantOf } from "../shared/format";
import { Choice, Field } from "../shared/fields";
import { Icon } from "../shared/icons";
import { Segments, Sheet, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { clinicWords } from "./words";

type Clinic = { readonly id: string; readonly practitioners: readonly { readonly id: string; readonly name: string }[] };
export type Closing = { readonly day: string; readonly practitionerId?: string };
type Part = "DAY" | "MORNING" | "AFTERNOON" | "OWN";

/** Half days as a clinic says them. */
const NOON = "12:00";

/** Closes a time: whose, from when to when, and before it is done who is affected and where each can go. */
export function CloseSheet({
  clinic,
  closing,
  close,
  done,
}: {
  readonly clinic: Clinic;
  readonly closing: Closing;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { say } = useLanguage();
  const [whom, setWhom] = useState(closing.practitionerId ?? "");
  const [part, setPart] = useState<Part>("DAY");
  const [from, setFrom] = useState({ day: closing.day, clock: "00:00" });
  const [to, setTo] = useState({ day: addDays(closing.day, 1), clock: "00:00" });
  const [reason, setReason] = useState("");
  const [over, setOver] = useState(false);
  const choose = (chosen: Part): void => {
    setPart(chosen);
    if (chosen === "OWN") return;
    setFrom({ day: from.day, clock: chosen === "AFTERNOON" ? NOON : "00:00" });
    setTo(chosen === "MORNING" ? { day: from.day, clock: NOON } : { day: addDays(from.day, 1), clock: "00:00" });
  };
  const moveDay = (day: string): void => {
    if (!day) return;
    setFrom({ ...from, day });
    if (part !== "OWN") setTo(part === "MORNING" ? { day, clock: NOON } : { day: addDays(day, 1), clock: "00:00" });
  };
  const begins = instantOf(from.day, from.clock || "00:00");
  const ends = instantOf(to.day || from.day, to.clock || "00:00");
  return (
    <Sheet title={own.closeTime} open close={close}>
      <div className="form">
        <Field label={own.day} type="date" value={from.day} change={moveDay} />
        <Segments
          label={own.part}
          value={part}
          options={[
            ["DAY", own.wholeDay],
            ["MORNING", own.morning],
            ["AFTERNOON", own.afternoon],
            ["OWN", own.ownTimes],
          ]}
          choose={choose}
        />
        {part === "OWN" && (
          <div className="fields">
            <Field label={say.from} type="time" value={from.clock} change={(clock) => setFrom({ ...from, clock })} />
            <Field label={say.until} type="date" value={to.day} change={(day) => setTo({ ...to, day })} />
            <Field label={say.until} type="time" value={to.clock} change={(clock) => setTo({ ...to, clock })} />
          </div>
        )}
        {clinic.practitioners.length > 1 && (
          <Choice
            label={own.whom}
            value={whom}
            change={setWhom}
            options={[["", own.everyone] as const, ...clinic.practitioners.map(({ id, name }) => [id, name] as const)]}
          />
        )}
        <Field label={own.reason} hint={own.reasonHint} value={reason} change={setReason} />
      </div>
      {ends <= begins ? (
        <p className="refusals" role="alert">
          {own.untilAfterFrom}
        </p>
      ) : (
        <Affected
          document={CloseTime}
          input={{ clinicId: clinic.id, from: begins, to: ends, ...(whom ? { practitionerId: whom } : {}) }}
          {...(reason.trim() ? { more: { reason: reason.trim() } } : {})}
          over={over}
          finished={() => {
            setOver(true);
            done();
          }}
          close={close}
        />
      )}
    </Sheet>
  );
}

type Payload = CloseTimeMutation["closeTime"];
type Closes = TypedDocumentNode<object, { readonly input: object & { readonly idempotencyKey: string } }>;

/** What closing would do, asked anew whenever what is closed changes, and the press that does it. */
export function Affected({
  document,
  input,
  more,
  over,
  finished,
  close,
}: {
  readonly document: unknown;
  readonly input: object;
  /** What the preview need not know. */
  readonly more?: object;
  readonly over: boolean;
  readonly finished: () => void;
  readonly close: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const preview = useTask(document as Closes);
  const task = useTask(document as Closes);
  const [seen, setSeen] = useState<{ readonly of: string; readonly payload: Payload } | null>(null);
  const asked = JSON.stringify(input);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    const soon = setTimeout(() => {
      void preview.run({ ...input, preview: true }).then((payload) => {
        if (!left && payload) setSeen({ of: asked, payload: payload as Payload });
      });
    }, 250);
    return () => {
      left = true;
      clearTimeout(soon);
    };
  }, [asked, turn]);
  const current = seen?.of === asked ? seen.payload : null;
  if (over)
    return (
      <div className="apart">
        <p className="done" role="status">
          <Icon name="check" />
          {own.closedNow(current?.appointments.length ?? 0)}
        </p>
        <div className="actions">
          <Button onPress={close}>{say.close}</Button>
        </div>
      </div>
    );
  return (
    <div className="apart">
      <Outcome of={preview} />
      {!current && preview.trouble && (
        <Button className="second" isDisabled={preview.busy} onPress={() => setTurn(turn + 1)}>
          {say.tryAgain}
        </Button>
      )}
      {!current && !preview.trouble && preview.errors.length === 0 && (
        <p className="note" role="status">
          {own.lookingWho}
        </p>
      )}
      {current && (
        <>
          <h3>{current.appointments.length === 0 ? own.nobodyAffected : own.affected(current.appointments.length)}</h3>
          <p className="note">
            {current.appointments.length > 0 && own.affectedNote} {current.withdrawn > 0 && `${own.openingsGone(current.withdrawn)}.`}
          </p>
          <ul className="affected">
            {current.appointments.map(({ booking, newTime, outcome }) => (
              <li key={booking.id}>
                <span>
                  <strong>{booking.patient?.name ?? own.somePatient}</strong> <small>{dayAndTime(language, booking.startsAt)}</small>
                </span>
                {newTime ? (
                  <span>
                    <Tag tone="good">{own.movesTo(dayAndTime(language, newTime.startsAt), newTime.clinic.name)}</Tag>
                    {newTime.extraKm != null && newTime.extraKm > 0 && <small> {own.furtherKm(distance(language, newTime.extraKm))}</small>}
                  </span>
                ) : (
                  <span>
                    <Tag tone="warn">{outcome === "ESCALATED" ? own.escalated : ""}</Tag>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Outcome of={task} />
          <div className="actions">
            <Button
              className={current.appointments.length > 0 ? "danger" : ""}
              isDisabled={task.busy}
              onPress={() => void task.run({ ...input, ...more }).then((payload) => payload && finished())}
            >
              {own.confirmClose(current.appointments.length)}
            </Button>
            <Button className="second" onPress={close}>
              {say.undo}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
