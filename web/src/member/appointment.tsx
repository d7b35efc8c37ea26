import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useQuery } from "urql";
import { AppointmentScreen, CancelBooking } from "../graph/member-app";
import { useTask } from "../shared/act";
import { dayAndTime } from "../shared/format";
import { Price } from "../shared/price";
import { Outcome } from "../shared/refusals";
import { Empty, Failed, Loading } from "../shared/states";
import { useLanguage, type Words } from "../words";

const CHANNEL = (say: Words): Readonly<Record<string, string>> => ({ IN_PERSON: say.inPerson, ONLINE: say.online, PHONE: say.phone });

/** One appointment: when and where, what it costs, and giving it back, with what that costs said before. */
export function Appointment() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { language, say } = useLanguage();
  const [{ data, error }, again] = useQuery({ query: AppointmentScreen, variables: { id }, requestPolicy: "cache-and-network" });
  const task = useTask(CancelBooking);
  const [asked, setAsked] = useState(false);
  if (error && !data) return <Failed error={error} again={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { booking } = data;
  if (!booking) return <Empty>{say.noAppointment}</Empty>;
  const { meeting, cancellation } = booking;
  const cancel = async (): Promise<void> => {
    if (await task.run({ bookingId: booking.id, expectedVersion: booking.version })) setAsked(false);
  };
  return (
    <div className="phone">
      <h1>{say.appointment}</h1>
      <article className="card accent">
        <h2 className="plain">{dayAndTime(language, booking.startsAt)}</h2>
        <p>
          {booking.service.name} · {booking.clinic.name}
        </p>
        {booking.state.startsWith("CANCELLED") && <p role="status">{say.cancelled}</p>}
      </article>
      <h2>{say.howToMeet}</h2>
      <p>{CHANNEL(say)[meeting.channel]}</p>
      {meeting.address && (
        <address>
          {meeting.address.line}, {meeting.address.postalCode} {meeting.address.town}
        </address>
      )}
      {meeting.phone && <a href={`tel:${meeting.phone}`}>{meeting.phone}</a>}
      {booking.quote && <Price price={booking.quote} />}
      <Outcome of={task} />
      {booking.state === "CONFIRMED" && !asked && (
        <div className="actions">
          <Button className="second" onPress={() => setAsked(true)}>
            {say.cancelAppointment}
          </Button>
        </div>
      )}
      {booking.state === "CONFIRMED" && asked && (
        <div className="card">
          <p>{cancellation?.late ? say.cancelLate : say.cancelFree}</p>
          <div className="actions">
            <Button isDisabled={task.busy} onPress={() => void cancel()}>
              {say.reallyCancel}
            </Button>
            <Button className="second" onPress={() => setAsked(false)}>
              {say.keepAppointment}
            </Button>
          </div>
        </div>
      )}
      <p>
        <Link to="/member">{say.home}</Link>
      </p>
    </div>
  );
}
