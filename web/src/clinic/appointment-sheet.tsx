import { useState } from "react";
import { Button } from "react-aria-components";
import { RecordAttendance, RecordContact, RevealContact, WithdrawSlots } from "../graph/clinic";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { dayAndTime, shortDay, time } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts, Section, Sheet, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import type { Booking, Slot, Unmarked } from "./calendar";
import { Affected } from "./close-sheet";
import { clinicWords } from "./words";

/** What has been and is not marked yet: one press for each. */
export function MarkAttendance({ unmarked, done }: { readonly unmarked: readonly Unmarked[]; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const waiting = unmarked.filter(({ state }) => state === "CONFIRMED");
  if (waiting.length === 0) return null;
  return (
    <Section title={`${own.unmarked} (${waiting.length})`} note={own.unmarkedNote}>
      <ul className="unmarked">
        {waiting.map((booking) => (
          <Mark key={booking.id} booking={booking} done={done} />
        ))}
      </ul>
    </Section>
  );
}

function Mark({ booking, done }: { readonly booking: Unmarked; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const task = useTask(RecordAttendance);
  const name = booking.patient?.name ?? own.somePatient;
  const when = `${shortDay(language, booking.startsAt)} ${time(language, booking.startsAt)}`;
  const mark = async (attendance: "ATTENDED" | "NO_SHOW"): Promise<void> => {
    if (await task.run({ bookingId: booking.id, attendance })) done();
  };
  return (
    <li>
      <span>
        <strong>{name}</strong> <small>{when}</small>
      </span>
      <span className="marks">
        <Button className="second" isDisabled={task.busy} aria-label={own.cameNamed(name, when)} onPress={() => void mark("ATTENDED")}>
          <Icon name="check" /> {own.came}
        </Button>
        <Button className="quiet" isDisabled={task.busy} aria-label={own.noShowNamed(name, when)} onPress={() => void mark("NO_SHOW")}>
          {own.noShow}
        </Button>
      </span>
      <Outcome of={task} />
    </li>
  );
}

/** One appointment: who, what and how to meet; marking it, and giving it up where it cannot be kept. */
export function AppointmentSheet({
  booking,
  slot,
  clinicId,
  close,
  done,
}: {
  readonly booking: Booking;
  readonly slot: Slot | undefined;
  readonly clinicId: string;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const attendance = useTask(RecordAttendance);
  const contact = useTask(RecordContact);
  const reveal = useTask(RevealContact, "UNKEYED");
  const [told, setTold] = useState<{ readonly name: string; readonly phone?: string | null; readonly isGuardian: boolean } | null>(null);
  const [giving, setGiving] = useState(false);
  const begun = Date.parse(booking.startsAt) <= now().getTime();
  const standing = booking.state === "CONFIRMED";
  const mark = async (how: "ATTENDED" | "NO_SHOW"): Promise<void> => {
    if (await attendance.run({ bookingId: booking.id, attendance: how })) done();
  };
  return (
    <Sheet title={dayAndTime(language, booking.startsAt)} open close={close}>
      <p>
        <Tag tone={booking.state === "ATTENDED" ? "good" : booking.state === "NO_SHOW" ? "bad" : "accent"}>
          {word("BookingState", booking.state)}
        </Tag>
      </p>
      <Facts
        rows={[
          [own.patient, booking.patient && `${booking.patient.name}, ${own.born(booking.patient.birthYear)}`],
          [own.treatment, `${booking.service.name}, ${own.treatmentNumber(booking.sessionNumber)}`],
          [own.practitioner, booking.practitioner.name],
          [own.how, word("Channel", booking.channel)],
          [own.spokenAt, booking.contactedAt && dayAndTime(language, booking.contactedAt)],
          [own.telephone, told && `${told.phone ?? "–"} (${told.isGuardian ? `${own.guardian}, ` : ""}${told.name})`],
          [own.reference, booking.reference],
        ]}
      />
      <div className="actions">
        {standing && begun && (
          <>
            <Button isDisabled={attendance.busy} onPress={() => void mark("ATTENDED")}>
              <Icon name="check" /> {own.came}
            </Button>
            <Button className="second" isDisabled={attendance.busy} onPress={() => void mark("NO_SHOW")}>
              {own.noShow}
            </Button>
          </>
        )}
        {booking.videoLink && (
          <a className="button second" href={booking.videoLink} target="_blank" rel="noopener noreferrer">
            <Icon name="video" /> {own.video}
          </a>
        )}
        {standing && !told && (
          <Button
            className="second"
            isDisabled={reveal.busy}
            onPress={() => void reveal.run({ bookingId: booking.id }).then((payload) => payload?.contact && setTold(payload.contact))}
          >
            <Icon name="phone" /> {own.showTelephone}
          </Button>
        )}
        {standing && booking.channel === "PHONE" && !booking.contactedAt && (
          <Button
            className="second"
            isDisabled={contact.busy}
            onPress={() => void contact.run({ bookingId: booking.id }).then((payload) => payload && done())}
          >
            {own.spoken}
          </Button>
        )}
      </div>
      {standing && !told && <p className="note">{own.telephoneNote}</p>}
      <Outcome of={attendance} />
      <Outcome of={reveal} />
      <Outcome of={contact} />
      {standing && !begun && slot && !giving && (
        <div className="actions apart">
          <Button className="quiet" onPress={() => setGiving(true)}>
            {own.cannotKeep}
          </Button>
        </div>
      )}
      {giving && slot && <GiveUp clinicId={clinicId} slotId={slot.id} close={close} done={done} />}
    </Sheet>
  );
}

/** Who is moved where is shown before it is done. */
function GiveUp({
  clinicId,
  slotId,
  close,
  done,
}: {
  readonly clinicId: string;
  readonly slotId: string;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const [over, setOver] = useState(false);
  return (
    <div className="apart">
      <p>{own.cannotKeepNote}</p>
      <Affected
        document={WithdrawSlots}
        input={{ clinicId, slotIds: [slotId] }}
        over={over}
        finished={() => {
          setOver(true);
          done();
        }}
        close={close}
      />
    </div>
  );
}
