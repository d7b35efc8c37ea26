import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { AppointmentScreen, RescheduleBooking } from "../graph/member-app";
import { useTask } from "../shared/act";
import { dayAndTime } from "../shared/format";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { Others, Times, type Chosen } from "./hits";
import { memberWords } from "./words";

/** Another time for an appointment: the old one is kept until the new one is there. */
export function MoveTime() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { language, say } = useLanguage();
  const own = useOwn(memberWords);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { data, state } = useScreen(AppointmentScreen, { id, language: asAsked(language) });
  const task = useTask(RescheduleBooking);
  const booking = data?.booking;
  const claimId = booking?.claim?.id;
  const others = (task.refused?.alternatives ?? []).map(({ id: slotId, startsAt }) => ({ slotId, startsAt, clinic: "" }));
  const move = async (): Promise<void> => {
    if (!booking || !chosen) return;
    const payload = await task.run({ bookingId: booking.id, slotId: chosen.slotId, expectedVersion: booking.version });
    if (payload?.booking) void navigate({ to: "/member/appointment/$id", params: { id: payload.booking.id }, replace: true });
  };
  return (
    <div className="phone">
      <h1>{own.moveTitle}</h1>
      {state}
      {data && !claimId && <Empty>{say.noAppointment}</Empty>}
      {booking && (
        <p>
          {own.now}: <strong>{dayAndTime(language, booking.startsAt)}</strong>, {booking.clinic.name}
        </p>
      )}
      {booking && claimId && !chosen && <Times claimId={claimId} choose={setChosen} />}
      {booking && chosen && (
        <article className="card accent">
          <p className="note">{own.newTime}</p>
          <h2 className="plain">{dayAndTime(language, chosen.startsAt)}</h2>
          <p>{chosen.clinic}</p>
          {booking.cancellation?.late && booking.cancellation.memberMayBeCharged && <p>{own.mayBeCharged}</p>}
          <Outcome of={task} />
          <Others others={others} choose={setChosen} />
          <div className="actions">
            <Button isDisabled={task.busy} onPress={() => void move()}>
              {own.moveIt}
            </Button>
            <Button className="second" onPress={() => setChosen(null)}>
              {say.otherTime}
            </Button>
          </div>
        </article>
      )}
    </div>
  );
}
