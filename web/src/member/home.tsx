import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { BookingChanged, ConfirmAttendance, DisputeAttendance, HomeScreen, type HomeScreenQuery } from "../graph/member-app";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { day, dayAndTime, shortDay, time } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLive, type Heard } from "../shared/live";
import { Section } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { memberWords } from "./words";
import "./member.css";

type Member = HomeScreenQuery["viewer"]["members"][number];
type Booking = Member["bookings"]["edges"][number]["node"];
type Attended = HomeScreenQuery["attended"]["edges"][number]["node"];
type Claim = Member["claims"]["edges"][number]["node"];

const HEARD: readonly Heard[] = [{ document: BookingChanged as Heard["document"], variables: {} }];

/** The member's first page: the next appointment, what has been promised, and what is left. */
export function MemberHome() {
  const { language: spoken, say } = useLanguage();
  const own = useOwn(memberWords);
  const { now } = useSession();
  // asked once per visit: a new instant each time would be a new question
  const at = useMemo(() => now().toISOString(), []);
  const { data, state, again } = useScreen(HomeScreen, { first: 5, now: at, language: asAsked(spoken) });
  useLive(HEARD, again);
  if (!data) return <div className="phone">{state}</div>;
  const { members } = data.viewer;
  const several = members.length > 1;
  const all = <Item,>(of: (member: Member) => readonly { readonly node: Item }[]) =>
    members.flatMap((member) => of(member).map(({ node }) => ({ item: node, whose: several ? member.name : null })));
  const bookings = all(({ bookings: { edges } }) => edges).sort((a, b) => (a.item.startsAt < b.item.startsAt ? -1 : 1));
  const claims = all(({ claims: { edges } }) => edges);
  const unsaid = data.attended.edges.map(({ node }) => node).filter(({ confirmedByMember }) => confirmedByMember === null);
  const [next, ...later] = bookings;
  return (
    <div className="phone">
      <h1>{say.yourNextAppointment}</h1>
      {next ? (
        <NextAppointment booking={next.item} whose={next.whose} />
      ) : (
        <Empty icon="calendar">{claims.length > 0 ? say.noAppointment : own.firstTimeHere}</Empty>
      )}
      {later.length > 0 && (
        <ul className="later" aria-label={own.later}>
          {later.map(({ item, whose }) => (
            <li key={item.id}>
              <Link to="/member/appointment/$id" params={{ id: item.id }}>
                {shortDay(spoken, item.startsAt)} {time(spoken, item.startsAt)}
              </Link>
              <small>
                {item.service.name}, {item.clinic.name}
                {whose && ` · ${whose}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {unsaid.map((booking) => (
        <DidYouCome key={booking.id} booking={booking} done={again} />
      ))}
      <Section
        title={say.yourCases}
        actions={
          <Link className="button second" to="/member/report">
            <Icon name="plus" /> {say.reportComplaint}
          </Link>
        }
      >
        {claims.length === 0 ? (
          <Empty>{say.noCases}</Empty>
        ) : (
          claims.map(({ item, whose }) => (
            <Case
              key={item.id}
              claim={item}
              whose={whose}
              booked={bookings.some((ahead) => ahead.whose === whose && ahead.item.service.code === item.service.code)}
            />
          ))
        )}
      </Section>
      <Left members={members} />
    </div>
  );
}

function NextAppointment({ booking, whose }: { readonly booking: Booking; readonly whose: string | null }) {
  const { language: spoken, say } = useLanguage();
  const own = useOwn(memberWords);
  const { now } = useSession();
  const { meeting } = booking;
  return (
    <article className="card accent next">
      <p className="note">{day(spoken, booking.startsAt)}</p>
      <h3>
        <Link to="/member/appointment/$id" params={{ id: booking.id }}>
          {time(spoken, booking.startsAt)}–{time(spoken, booking.endsAt)}
        </Link>
      </h3>
      <p>
        <strong>{booking.service.name}</strong>, {booking.clinic.name}
        {whose && ` · ${own.forWhom(whose)}`}
      </p>
      {meeting.address && (
        <address>
          <Icon name="pin" /> {meeting.address.line}, {meeting.address.postalCode} {meeting.address.town}
        </address>
      )}
      {meeting.phone && (
        <p>
          <Icon name="phone" /> <a href={`tel:${meeting.phone}`}>{meeting.phone}</a>
        </p>
      )}
      {booking.freeCancellationUntil && (
        <p className="note">
          {Date.parse(booking.freeCancellationUntil) > now().getTime()
            ? say.cancelUntil(dayAndTime(spoken, booking.freeCancellationUntil))
            : say.cancelPast}
        </p>
      )}
    </article>
  );
}

/** The clinic says that the member came: one press says whether that is so. */
export function DidYouCome({ booking, done }: { readonly booking: Attended; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language: spoken } = useLanguage();
  const confirm = useTask(ConfirmAttendance);
  const dispute = useTask(DisputeAttendance);
  const then = (payload: unknown): void => {
    if (payload) done();
  };
  return (
    <article className="card">
      <h3>{own.didYouCome}</h3>
      <p>
        {booking.service.name}, {booking.clinic.name}, {dayAndTime(spoken, booking.startsAt)}
      </p>
      <p className="note">{own.didYouComeNote}</p>
      <Outcome of={confirm} />
      <Outcome of={dispute} />
      <div className="actions">
        <Button className="second" isDisabled={confirm.busy} onPress={() => void confirm.run({ bookingId: booking.id }).then(then)}>
          <Icon name="check" /> {own.yesIWas}
        </Button>
        <Button className="quiet" isDisabled={dispute.busy} onPress={() => void dispute.run({ bookingId: booking.id }).then(then)}>
          {own.noIWasNot}
        </Button>
      </div>
    </article>
  );
}

const STEPS = ["REPORTED", "APPROVED", "BOOKED", "TREATMENT"] as const;

/** How far a case has come: an index of the steps. */
function stepOf({ state }: Claim, booked: boolean): number {
  if (state === "IN_TREATMENT") return 3;
  if (booked) return 2;
  return state === "APPROVED" || state === "ESCALATED" ? 1 : 0;
}

function Case({ claim, whose, booked }: { readonly claim: Claim; readonly whose: string | null; readonly booked: boolean }) {
  const { language: spoken, say } = useLanguage();
  const own = useOwn(memberWords);
  const { word } = useCodes();
  const { guarantee, portion } = claim;
  const at = stepOf(claim, booked);
  const waits = claim.state === "REPORTED" || claim.state === "AWAITING_INFORMATION";
  return (
    <article className="card">
      <h3>
        {claim.service.name}
        <small>
          {" "}
          {claim.reference}
          {whose && ` · ${whose}`}
        </small>
      </h3>
      {guarantee.latestOn && !booked && <p>{say.promisedBy(day(spoken, guarantee.latestOn))}</p>}
      {waits && (
        <p>
          {claim.information.needs.length > 0
            ? `${own.waitsFor} ${claim.information.needs.map((need) => word("InformationNeed", need).toLowerCase()).join(", ")}.`
            : own.awaiting}
        </p>
      )}
      {claim.state === "ESCALATED" && <p>{own.weCall}</p>}
      <ol className="progress">
        {STEPS.map((step, i) => (
          <li key={step} className={i <= at ? "on" : ""} {...(i === at ? { "aria-current": "step" as const } : {})}>
            {own.steps[step]}
          </li>
        ))}
      </ol>
      {portion && <p className="note">{say.treatmentsLeft(portion.remaining, portion.authorised)}</p>}
      <div className="actions">
        {["APPROVED", "ESCALATED", "IN_TREATMENT"].includes(claim.state) && (
          <Link className="button" to="/member/find/$claimId" params={{ claimId: claim.id }}>
            {say.findTime}
          </Link>
        )}
        {claim.information.needs.length > 0 && (
          <Link className="button second" to="/member/bills">
            {own.handIn}
          </Link>
        )}
      </div>
    </article>
  );
}

/** What the cover still allows, only where something has been used or little is left. */
function Left({ members }: { readonly members: readonly Member[] }) {
  const own = useOwn(memberWords);
  const { word } = useCodes();
  const limits = members.flatMap(({ id, policies }) =>
    policies.flatMap((policy) => policy.limits.map((limit) => ({ key: `${id} ${policy.id} ${limit.rule} ${limit.under}`, ...limit }))),
  );
  const used = limits.filter((limit) => limit.used > 0);
  if (used.length === 0) return null;
  return (
    <Section title={own.leftThisYear}>
      <ul className="left card">
        {used.map((limit) => (
          <li key={limit.key}>
            <span>
              {limit.services.map(({ name }) => name).join(", ") || word("Cover", limit.under)}
              <small> {word("LimitPeriod", limit.period)}</small>
            </span>
            <strong>{own.leftOf(limit.remaining, limit.allowed)}</strong>
            <meter min={0} max={limit.allowed} value={limit.remaining} aria-label={own.leftOf(limit.remaining, limit.allowed)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
