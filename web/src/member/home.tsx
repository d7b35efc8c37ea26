import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useQuery } from "urql";
import { HomeScreen, type HomeScreenQuery } from "../graph/member-app";
import { day, dayAndTime } from "../shared/format";
import { Empty, Failed, Loading } from "../shared/states";
import { useSession } from "../session";
import { useLanguage } from "../words";

type Member = HomeScreenQuery["viewer"]["members"][number];
type Booking = Member["bookings"]["edges"][number]["node"];
type Claim = Member["claims"]["edges"][number]["node"];

/** The member's first page: the next appointment, what has been promised, and what is left. */
export function MemberHome() {
  const { say } = useLanguage();
  const { now } = useSession();
  // asked once per visit: a new instant each time would be a new question
  const variables = useMemo(() => ({ first: 10, now: now().toISOString() }), []);
  const [{ data, error, fetching }, again] = useQuery({ query: HomeScreen, variables });
  if (error && !data) return <Failed error={error} again={() => again({ requestPolicy: "network-only" })} />;
  if (!data || (fetching && !data)) return <Loading />;
  const bookings = data.viewer.members.flatMap((member) => member.bookings.edges.map(({ node }) => node));
  const claims = data.viewer.members.flatMap((member) => member.claims.edges.map(({ node }) => node));
  const [next] = bookings;
  return (
    <div className="phone">
      <h1>{say.yourNextAppointment}</h1>
      {next ? <NextAppointment booking={next} /> : <Empty>{say.noAppointment}</Empty>}
      <h2>{say.yourCases}</h2>
      {claims.length === 0 ? <Empty>{say.noCases}</Empty> : claims.map((claim) => <Case key={claim.id} claim={claim} />)}
    </div>
  );
}

function NextAppointment({ booking }: { readonly booking: Booking }) {
  const { language, say } = useLanguage();
  const { meeting } = booking;
  return (
    <article className="card accent">
      <h3>
        <Link to="/member/appointment/$id" params={{ id: booking.id }}>
          {dayAndTime(language, booking.startsAt)}
        </Link>
      </h3>
      <p>
        {booking.service.name} · {booking.clinic.name}
      </p>
      {meeting.address && (
        <address>
          {meeting.address.line}, {meeting.address.postalCode} {meeting.address.town}
        </address>
      )}
      {meeting.phone && <a href={`tel:${meeting.phone}`}>{meeting.phone}</a>}
      {booking.freeCancellationUntil && <p className="note">{say.cancelUntil(dayAndTime(language, booking.freeCancellationUntil))}</p>}
    </article>
  );
}

function Case({ claim }: { readonly claim: Claim }) {
  const { language, say } = useLanguage();
  const { guarantee, portion } = claim;
  return (
    <article className="card">
      <h3>{claim.service.name}</h3>
      {guarantee?.latestOn && <p>{say.promisedBy(day(language, guarantee.latestOn))}</p>}
      {["APPROVED", "ESCALATED", "IN_TREATMENT"].includes(claim.state) && (
        <p className="actions">
          <Link className="button" to="/member/find/$claimId" params={{ claimId: claim.id }}>
            {say.findTime}
          </Link>
        </p>
      )}
      {portion && <p className="note">{say.treatmentsLeft(portion.remaining, portion.authorised)}</p>}
    </article>
  );
}
