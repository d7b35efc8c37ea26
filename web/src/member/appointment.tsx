import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { AppointmentScreen, BookingChanged, CancelBooking, PaymentGuarantee } from "../graph/member-app";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Download } from "../shared/download";
import { day, dayAndTime, time } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLive, type Heard } from "../shared/live";
import { Facts, Section, Tag } from "../shared/parts";
import { Price } from "../shared/price";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { DidYouCome } from "./home";
import { memberWords } from "./words";
import "./member.css";

/** One appointment: when, where and how, what it costs; moving it, and giving it back, with what that costs said before. */
export function Appointment() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { language, say } = useLanguage();
  const own = useOwn(memberWords);
  const { word } = useCodes();
  const { data, state, again } = useScreen(AppointmentScreen, { id, language: asAsked(language) });
  useLive([{ document: BookingChanged as Heard["document"], variables: { bookingId: id } }], again);
  const task = useTask(CancelBooking);
  const [asked, setAsked] = useState(false);
  if (!data) return <div className="phone">{state}</div>;
  const { booking } = data;
  if (!booking) return <Empty icon="calendar">{say.noAppointment}</Empty>;
  const { meeting, cancellation, practitioner } = booking;
  const standing = booking.state === "CONFIRMED";
  const ahead = standing && cancellation !== null;
  const cancel = async (): Promise<void> => {
    if (!(await task.run({ bookingId: booking.id, expectedVersion: booking.version }))) return;
    setAsked(false);
    again();
  };
  return (
    <div className="phone">
      <h1>{say.appointment}</h1>
      <article className={standing ? "card accent next" : "card next"}>
        <p className="note">{day(language, booking.startsAt)}</p>
        <h2 className="plain">
          {time(language, booking.startsAt)}–{time(language, booking.endsAt)}
        </h2>
        <p>
          <strong>{booking.service.name}</strong>, {booking.clinic.name}
        </p>
        {!standing && (
          <p role="status">
            <Tag tone={booking.state === "ATTENDED" ? "good" : "quiet"}>{word("BookingState", booking.state)}</Tag>{" "}
            {booking.state.startsWith("CANCELLED") && say.cancelled}
          </p>
        )}
        {booking.movedTo && (
          <p>
            <Link to="/member/appointment/$id" params={{ id: booking.movedTo.id }}>
              {own.newTime}: {dayAndTime(language, booking.movedTo.startsAt)}
            </Link>
          </p>
        )}
        {ahead && (
          <div className="actions">
            <Download url={booking.calendar.url} fileName={booking.calendar.fileName}>
              {own.addToCalendar}
            </Download>
            <Link className="button second" to="/member/move/$id" params={{ id: booking.id }}>
              {own.move}
            </Link>
          </div>
        )}
      </article>
      {booking.state === "ATTENDED" && booking.confirmedByMember === null && <DidYouCome booking={booking} done={again} />}
      <Section title={say.howToMeet}>
        <div className="card">
          <Facts
            rows={[
              [word("Channel", meeting.channel), practitioner.name],
              [
                <Icon key="pin" name="pin" />,
                meeting.address && `${meeting.address.line}, ${meeting.address.postalCode} ${meeting.address.town}`,
              ],
              [own.address, meeting.wayIn],
              ["", meeting.accessibility.map((each) => word("Accessibility", each)).join(", ")],
              [<Icon key="phone" name="phone" />, meeting.phone && <a href={`tel:${meeting.phone}`}>{meeting.phone}</a>],
              [
                <Icon key="video" name="video" />,
                booking.videoLink && (
                  <a href={booking.videoLink} target="_blank" rel="noopener noreferrer">
                    {say.online}
                  </a>
                ),
              ],
            ]}
          />
        </div>
      </Section>
      <Section title={own.whatItCosts}>
        <div className="card">
          <Price price={booking.quote} />
          {standing && <Guarantee bookingId={booking.id} />}
        </div>
      </Section>
      <Outcome of={task} />
      {ahead && !asked && (
        <div className="actions">
          <Button className="second" onPress={() => setAsked(true)}>
            {say.cancelAppointment}
          </Button>
        </div>
      )}
      {ahead && asked && (
        <div className="card">
          <p>{cancellation.late ? say.cancelLate : say.cancelFree}</p>
          <p className="note">
            {cancellation.memberMayBeCharged && own.mayBeCharged} {cancellation.treatmentReturned && own.treatmentBack}{" "}
            {cancellation.guarantee !== "UNCHANGED" && `${word("GuaranteeEffect", cancellation.guarantee)}.`}
          </p>
          <div className="actions">
            <Button className="danger" isDisabled={task.busy} onPress={() => void cancel()}>
              {say.reallyCancel}
            </Button>
            <Button className="second" onPress={() => setAsked(false)}>
              {say.keepAppointment}
            </Button>
          </div>
        </div>
      )}
      <p className="back">
        <Link to="/member">
          <Icon name="left" /> {say.home}
        </Link>
      </p>
    </div>
  );
}

/** The promise to pay, as a file to show at the clinic; made when it is wanted. */
function Guarantee({ bookingId }: { readonly bookingId: string }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const [wanted, setWanted] = useState(false);
  const { data, state } = useScreen(PaymentGuarantee, { bookingId, language: asAsked(language) }, !wanted);
  const guarantee = data?.booking?.paymentGuarantee;
  if (!wanted)
    return (
      <Button className="second" onPress={() => setWanted(true)}>
        <Icon name="file" /> {own.guarantee}
      </Button>
    );
  return (
    <>
      {state}
      {guarantee && (
        <Download url={guarantee.pdf.url} fileName={guarantee.pdf.fileName}>
          {own.guarantee}
        </Download>
      )}
      <p className="note">{own.guaranteeNote}</p>
    </>
  );
}
