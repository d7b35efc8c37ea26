import { useNavigate, useSearch, Link } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { AvailabilityChanged, BookingChanged, WeekScreen, type WeekScreenQuery } from "../graph/clinic";
import { useSession } from "../session";
import { addDays, day, dayAndTime, dayOf, instantOf, mondayOf, shortDay } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLive, type Heard } from "../shared/live";
import { Page, Segments } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { AppointmentSheet, MarkAttendance } from "./appointment-sheet";
import { CloseSheet, type Closing } from "./close-sheet";
import { CopySheet } from "./copy-sheet";
import { Grid, type Drawn } from "./grid";
import { OpenSheet, OpeningSheet, type Opening } from "./open-sheet";
import type { CalendarAt } from "./routes";
import "./clinic.css";
import { clinicWords } from "./words";

export type Clinic = NonNullable<NonNullable<WeekScreenQuery["viewer"]["organisation"]>["clinic"]>;
export type Unmarked = Clinic["unmarked"]["edges"][number]["node"];
export type Offered = Clinic["services"][number];
export type Booking = Clinic["bookings"]["edges"][number]["node"];
export type Slot = Clinic["slots"]["edges"][number]["node"];

/** How far back it is asked who came. */
const UNMARKED_DAYS = 30;

/** What is open beside the calendar; null for nothing. */
type Beside =
  | { readonly what: "BOOKING"; readonly booking: Booking }
  | { readonly what: "SLOT"; readonly slot: Slot }
  | { readonly what: "CLOSE"; readonly closing: Closing }
  | { readonly what: "OPEN"; readonly opening: Opening }
  | { readonly what: "COPY" };

/** Who comes when, what is free and what is closed: a day by practitioner, or a week. New appointments appear by themselves. */
export function Calendar() {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { now } = useSession();
  const navigate = useNavigate();
  const { on, view, clinic: clinicId } = useSearch({ strict: false }) as CalendarAt;
  const today = dayOf(now());
  const shown = on ?? today;
  const week = view === "week";
  const first = week ? mondayOf(shown) : shown;
  const days = week ? Array.from({ length: 7 }, (_, i) => addDays(first, i)) : [shown];
  const at = useMemo(() => now(), []);
  const { data, state, again, fetching } = useScreen(WeekScreen, {
    ...(clinicId ? { clinicId } : {}),
    from: instantOf(first),
    to: instantOf(addDays(first, days.length)),
    unmarkedFrom: instantOf(addDays(today, -UNMARKED_DAYS)),
    now: at.toISOString(),
    language: asAsked(language),
  });
  const organisation = data?.viewer.organisation;
  const clinic = organisation?.clinic;
  const heard: readonly Heard[] = clinic
    ? [
        { document: BookingChanged as Heard["document"], variables: { clinicId: clinic.id } },
        { document: AvailabilityChanged as Heard["document"], variables: { clinicId: clinic.id } },
      ]
    : [];
  const live = useLive(heard, again);
  const news = useNews(clinic, `${clinic?.id} ${first} ${days.length}`, !fetching);
  const [beside, setBeside] = useState<Beside | null>(null);
  const [whom, setWhom] = useState<string>("");
  const go = (to: CalendarAt): void => void navigate({ to: "/clinic", search: { ...(clinicId ? { clinic: clinicId } : {}), ...to } });
  const goTo = (target: string, asWeek = week): void =>
    go({ ...(target === today ? {} : { on: target }), ...(asWeek ? { view: "week" } : {}) });
  const close = (): void => setBeside(null);

  const lists = clinic
    ? { bookings: clinic.bookings.edges.map(({ node }) => node), slots: clinic.slots.edges.map(({ node }) => node) }
    : null;
  const bookings = lists?.bookings.filter(({ state: stands }) => STANDING.has(stands)) ?? [];
  const free = lists?.slots.filter(({ state: stands, freeUnits }) => stands === "OPEN" && freeUnits > 0) ?? [];
  const practitioners = clinic?.practitioners ?? [];
  // a week of many people side by side is unreadable: one at a time then
  const onlyOne = week && practitioners.length > 3 ? whom || (practitioners[0]?.id ?? "") : whom;

  const draw = (drawn: Drawn): void => {
    if (drawn.booking) setBeside({ what: "BOOKING", booking: drawn.booking });
    else if (drawn.slot) setBeside({ what: "SLOT", slot: drawn.slot });
  };
  return (
    <Page
      title={week ? `${shortDay(language, first)} – ${shortDay(language, addDays(first, 6))}` : capital(day(language, shown))}
      lead={clinic ? own.summary(bookings.length, free.length) : " "}
      live={live}
      actions={
        clinic && (
          <>
            <Button className="quiet print" onPress={() => window.print()}>
              {own.print}
            </Button>
            <Button className="second" onPress={() => setBeside({ what: "CLOSE", closing: { day: shown } })}>
              {own.closeTime}
            </Button>
            <Button className="second" onPress={() => setBeside({ what: "OPEN", opening: { day: shown } })}>
              {own.openTime}
            </Button>
          </>
        )
      }
    >
      <div className="calendar-bar">
        <div className="stepper">
          <Button className="second round" aria-label={own.earlier} onPress={() => goTo(addDays(shown, week ? -7 : -1))}>
            <Icon name="left" />
          </Button>
          <Button className="second" onPress={() => goTo(today)}>
            {say.today}
          </Button>
          <Button className="second round" aria-label={own.later} onPress={() => goTo(addDays(shown, week ? 7 : 1))}>
            <Icon name="right" />
          </Button>
        </div>
        <Segments
          label={own.when}
          value={week ? "week" : "day"}
          options={[
            ["day", own.day],
            ["week", own.week],
          ]}
          choose={(to) => goTo(shown, to === "week")}
        />
        {practitioners.length > 1 && week && (
          <select className="only" aria-label={own.practitioner} value={onlyOne} onChange={(event) => setWhom(event.target.value)}>
            {practitioners.length <= 3 && <option value="">{own.everyone}</option>}
            {practitioners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        {organisation && organisation.clinics.edges.length > 1 && (
          <select
            className="only"
            aria-label={own.clinic}
            value={clinic?.id ?? ""}
            onChange={(event) => go({ clinic: event.target.value, ...(on ? { on } : {}), ...(week ? { view: "week" } : {}) })}
          >
            {organisation.clinics.edges.map(({ node }) => (
              <option key={node.id} value={node.id}>
                {node.name}
              </option>
            ))}
          </select>
        )}
        {week && clinic && (
          <Button className="quiet" onPress={() => setBeside({ what: "COPY" })}>
            {own.copyWeek}
          </Button>
        )}
      </div>
      <p role="status" className={news ? "done" : "hidden"}>
        {news && (
          <>
            <Icon name="check" />
            {(news.isNew ? own.newBooking : own.changedBooking)(news.name || own.somePatient, dayAndTime(language, news.startsAt))}
          </>
        )}
      </p>
      <MarkAttendance unmarked={clinic?.unmarked.edges.map(({ node }) => node) ?? []} done={again} />
      {state}
      {clinic && lists && (
        <>
          {bookings.length + lists.slots.length === 0 && !week && <Nothing clinic={clinic} />}
          {(clinic.slots.pageInfo.hasNextPage || clinic.bookings.pageInfo.hasNextPage) && <p className="note">{own.notAllShown}</p>}
          <Grid
            days={days}
            today={today}
            now={at}
            practitioners={practitioners.filter(({ id }) => !onlyOne || !week || id === onlyOne)}
            bookings={bookings}
            slots={lists.slots.filter(({ state: stands }) => stands === "OPEN")}
            closures={clinic.closures}
            open={draw}
            openDay={(target) => goTo(target, false)}
            closeDay={(target) => setBeside({ what: "CLOSE", closing: { day: target } })}
            span={(opening) => setBeside({ what: "OPEN", opening })}
          />
        </>
      )}
      {clinic && beside?.what === "BOOKING" && (
        <AppointmentSheet
          key={beside.booking.id}
          booking={bookings.find(({ id }) => id === beside.booking.id) ?? beside.booking}
          slot={slotOf(beside.booking, lists?.slots ?? [])}
          clinicId={clinic.id}
          close={close}
          done={again}
        />
      )}
      {clinic && beside?.what === "SLOT" && <OpeningSheet slot={beside.slot} clinic={clinic} close={close} done={again} />}
      {clinic && beside?.what === "CLOSE" && <CloseSheet clinic={clinic} closing={beside.closing} close={close} done={again} />}
      {clinic && beside?.what === "OPEN" && (
        <OpenSheet clinic={clinic} services={clinic.services} opening={beside.opening} close={close} done={again} />
      )}
      {clinic && beside?.what === "COPY" && <CopySheet clinic={clinic} monday={first} close={close} done={() => goTo(addDays(first, 7))} />}
    </Page>
  );
}

/** Those that take place or took place. */
const STANDING = new Set(["CONFIRMED", "ATTENDED", "NO_SHOW"]);

function Nothing({ clinic }: { readonly clinic: Clinic }) {
  const own = useOwn(clinicWords);
  if (clinic.lastSyncedAt) return <Empty icon="calendar">{own.nobodyToday}</Empty>;
  return (
    <Empty
      icon="calendar"
      action={
        <Link className="button" to="/clinic/times">
          {own.weeklyHours}
        </Link>
      }
    >
      {own.firstUse}
    </Empty>
  );
}

/** The appointment that came or changed while the page was looked at; null for none. */
function useNews(
  clinic: Clinic | null | undefined,
  /** What is looked at: another day, or another clinic, is no news. */
  from: string,
  /** False while what is shown may still be that of before. */
  settled: boolean,
): { readonly isNew: boolean; readonly name: string; readonly startsAt: string } | null {
  const seen = useRef<{ readonly from: string; readonly states: ReadonlyMap<string, string> } | null>(null);
  const told = useRef<{ readonly isNew: boolean; readonly name: string; readonly startsAt: string } | null>(null);
  if (!clinic || !settled) return told.current;
  const nodes = clinic.bookings.edges.map(({ node }) => node);
  const states = new Map(nodes.map(({ id, state }) => [id, state] as const));
  if (seen.current && seen.current.from === from) {
    const before = seen.current.states;
    const fresh = nodes.find(({ id, state }) => before.get(id) !== state && (state === "CONFIRMED" || state.startsWith("CANCELLED")));
    if (fresh) told.current = { isNew: !before.has(fresh.id), name: fresh.patient?.name ?? "", startsAt: fresh.startsAt };
  } else told.current = null;
  seen.current = { from, states };
  return told.current;
}

function slotOf(booking: Booking, slots: readonly Slot[]): Slot | undefined {
  return slots.find(({ startsAt, practitioner }) => startsAt === booking.startsAt && practitioner.id === booking.practitioner.id);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
