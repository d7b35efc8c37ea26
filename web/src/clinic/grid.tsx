import { useRef, useState, type PointerEvent } from "react";
import { Button } from "react-aria-components";
import { clock, dayOf, minutesOf, shortDay, time } from "../shared/format";
import { Icon } from "../shared/icons";
import { useCodes } from "../shared/codes";
import { useLanguage, useOwn } from "../words";
import type { Booking, Clinic, Slot } from "./calendar";
import type { Opening } from "./open-sheet";
import { clinicWords } from "./words";

export type Drawn = { readonly booking?: Booking; readonly slot?: Slot };
type Practitioner = Clinic["practitioners"][number];
type Closure = Clinic["closures"][number];

const PIXELS = 1.25;
const STEP = 15;

/** The hours of a day or a week: a column for each practitioner, and one below the other on a phone. */
export function Grid({
  days,
  today,
  now,
  practitioners,
  bookings,
  slots,
  closures,
  open,
  openDay,
  closeDay,
  span,
}: {
  readonly days: readonly string[];
  readonly today: string;
  readonly now: Date;
  readonly practitioners: readonly Practitioner[];
  readonly bookings: readonly Booking[];
  readonly slots: readonly Slot[];
  readonly closures: readonly Closure[];
  readonly open: (drawn: Drawn) => void;
  readonly openDay: (day: string) => void;
  readonly closeDay: (day: string) => void;
  /** Drawn with the pointer over what is empty. */
  readonly span: (opening: Opening) => void;
}) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const all = [...bookings, ...slots];
  const busy = days.filter((day, i) => i < 5 || day === today || all.some(({ startsAt }) => dayOf(startsAt) === day));
  const from = Math.min(8 * 60, ...all.map(({ startsAt }) => Math.floor(minutesOf(startsAt) / 60) * 60));
  const until = Math.max(
    16 * 60,
    ...all.map(({ startsAt, endsAt }) => Math.ceil((minutesOf(startsAt) + lengthOf(startsAt, endsAt)) / 60) * 60),
  );
  const hours = Array.from({ length: (until - from) / 60 }, (_, i) => from / 60 + i);
  const week = days.length > 1;
  const columns = (day: string) =>
    practitioners.map((practitioner) => (
      <Column
        key={`${day} ${practitioner.id}`}
        day={day}
        practitioner={practitioner}
        from={from}
        until={until}
        now={day === today ? minutesOf(now) : null}
        bookings={bookings.filter(({ startsAt, practitioner: { id } }) => id === practitioner.id && dayOf(startsAt) === day)}
        slots={slots.filter(({ startsAt, practitioner: { id } }) => id === practitioner.id && dayOf(startsAt) === day)}
        closures={closures.filter(({ practitioner: only }) => only === null || only.id === practitioner.id)}
        open={open}
        span={span}
        small={week}
      />
    ));
  return (
    <div className={week ? "hours week" : "hours"} tabIndex={0} role="group" aria-label={week ? own.week : own.day}>
      <div className="hours-scale" aria-hidden="true" style={{ height: (until - from) * PIXELS }}>
        {hours.map((hour) => (
          <span key={hour} style={{ top: (hour * 60 - from) * PIXELS }}>
            {clock(hour * 60)}
          </span>
        ))}
      </div>
      {week
        ? busy.map((day) => (
            <section key={day} className={day === today ? "hours-day now" : "hours-day"}>
              <header>
                <Button className="quiet" onPress={() => openDay(day)}>
                  {shortDay(language, day)}
                </Button>
                <Button
                  className="quiet round close-day"
                  aria-label={`${own.closeTime}: ${shortDay(language, day)}`}
                  onPress={() => closeDay(day)}
                >
                  <Icon name="cross" />
                </Button>
              </header>
              <div className="hours-columns">{columns(day)}</div>
            </section>
          ))
        : practitioners.map((practitioner, i) => (
            <section key={practitioner.id} className="hours-day">
              <header>
                <h2 className="plain">{practitioner.name}</h2>
              </header>
              <div className="hours-columns">{columns(days[0] ?? today)[i]}</div>
            </section>
          ))}
    </div>
  );
}

const lengthOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

function Column({
  day,
  practitioner,
  from,
  until,
  now,
  bookings,
  slots,
  closures,
  open,
  span,
  small,
}: {
  readonly day: string;
  readonly practitioner: Practitioner;
  readonly from: number;
  readonly until: number;
  readonly now: number | null;
  readonly bookings: readonly Booking[];
  readonly slots: readonly Slot[];
  readonly closures: readonly Closure[];
  readonly open: (drawn: Drawn) => void;
  readonly span: (opening: Opening) => void;
  readonly small: boolean;
}) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const ground = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const minuteAt = (event: PointerEvent): number => {
    const top = ground.current?.getBoundingClientRect().top ?? 0;
    return from + Math.round((event.clientY - top) / PIXELS / STEP) * STEP;
  };
  const place = (startsAt: string, endsAt: string) => ({
    top: (minutesOf(startsAt) - from) * PIXELS,
    height: Math.max(lengthOf(startsAt, endsAt) * PIXELS - 2, 20),
  });
  const taken = new Set(bookings.map(({ startsAt }) => startsAt));
  const shut = closures
    .filter(({ from: begins, to: ends }) => dayOf(begins) <= day && ends > `${day}` && dayOf(new Date(Date.parse(ends) - 1)) >= day)
    .map((closure) => ({
      id: closure.id,
      reason: closure.reason,
      from: Math.max(dayOf(closure.from) < day ? 0 : minutesOf(closure.from), from),
      to: Math.min(dayOf(closure.to) > day ? 24 * 60 : minutesOf(closure.to), until),
    }))
    .filter((closure) => closure.to > closure.from);
  return (
    <div
      ref={ground}
      className="hours-column"
      style={{ height: (until - from) * PIXELS }}
      onPointerDown={(event) => {
        if (event.target !== ground.current || event.pointerType !== "mouse") return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const begun = minuteAt(event);
        setDrawing({ from: begun, to: begun + STEP });
      }}
      onPointerMove={(event) => {
        if (drawing) setDrawing({ from: drawing.from, to: Math.max(minuteAt(event), drawing.from + STEP) });
      }}
      onPointerUp={() => {
        if (drawing && drawing.to - drawing.from > STEP)
          span({ day, practitionerId: practitioner.id, from: clock(drawing.from), to: clock(drawing.to) });
        setDrawing(null);
      }}
    >
      {shut.map((closure) => (
        <div
          key={closure.id}
          className="shut"
          style={{ top: (closure.from - from) * PIXELS, height: (closure.to - closure.from) * PIXELS }}
        >
          {own.closed}
          {closure.reason && `: ${closure.reason}`}
        </div>
      ))}
      {[...bookings, ...slots.filter(({ startsAt, capacity }) => capacity > 1 || !taken.has(startsAt))]
        .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
        .map((item) =>
          "patient" in item ? (
            <Button
              key={item.id}
              className={`block booked ${item.state.toLowerCase().replace("_", "-")}`}
              style={place(item.startsAt, item.endsAt)}
              onPress={() => open({ booking: item })}
            >
              <span>
                <span className="block-time">{time(language, item.startsAt)}</span> <strong>{item.patient?.name ?? own.somePatient}</strong>
              </span>
              <span className="block-more">
                {!small && `${item.service.name}, ${own.treatmentNumber(item.sessionNumber)}`}
                {item.state !== "CONFIRMED" && ` ${word("BookingState", item.state)}`}
              </span>
            </Button>
          ) : (
            <Button
              key={item.id}
              className={item.freeUnits > 0 ? "block free" : "block held"}
              style={place(item.startsAt, item.endsAt)}
              onPress={() => open({ slot: item })}
            >
              <span className="block-time">{time(language, item.startsAt)}</span>
              <span className="block-word">
                {item.freeUnits === 0 ? own.held : item.capacity > 1 ? own.seats(item.freeUnits, item.capacity) : own.free}
              </span>
            </Button>
          ),
        )}
      {now !== null && now > from && now < until && <div className="now-line" style={{ top: (now - from) * PIXELS }} />}
      {drawing && (
        <div className="drawing" style={{ top: (drawing.from - from) * PIXELS, height: (drawing.to - drawing.from) * PIXELS }}>
          {clock(drawing.from)}–{clock(drawing.to)}
        </div>
      )}
    </div>
  );
}
