import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { EndInNetwork, type EndInNetworkMutation } from "../graph/network";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field, Picks } from "../shared/fields";
import { dayAndTime, dayOf, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Sheet, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import type { Subject } from "./credential-sheet";
import { networkWords } from "./words";

type Payload = EndInNetworkMutation["endInNetwork"];

/** Ends or suspends a part of the network, after showing what hangs on it and where each appointment would go. */
export function EndSheet({
  subject,
  others,
  close,
  done,
}: {
  readonly subject: Subject;
  readonly others: readonly Subject[];
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(networkWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const preview = useTask(EndInNetwork);
  const task = useTask(EndInNetwork);
  const [subjectId, setSubject] = useState(subject.id);
  const [kind, setKind] = useState<"SUSPENSION" | "END">("SUSPENSION");
  const [from, setFrom] = useState(dayOf(now()));
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const [seen, setSeen] = useState<{ readonly of: string; readonly payload: Payload } | null>(null);
  const [over, setOver] = useState<Payload | null>(null);
  const subjects = [subject, ...others.filter(({ id }) => id !== subject.id)];
  const input = { subjectId, kind, from, ...(kind === "SUSPENSION" && until ? { until } : {}) };
  const asked = JSON.stringify(input);
  useEffect(() => {
    if (!from) return;
    let left = false;
    const soon = setTimeout(() => {
      void preview.run({ ...input, reason: PREVIEWED, preview: true }).then((payload) => {
        if (!left && payload) setSeen({ of: asked, payload: payload as Payload });
      });
    }, 250);
    return () => {
      left = true;
      clearTimeout(soon);
    };
  }, [asked]);
  const current = seen?.of === asked ? seen.payload : null;
  const end = async (): Promise<void> => {
    const payload = await task.run({ ...input, reason: reason.trim() });
    if (!payload) return;
    setOver(payload as Payload);
    done();
  };
  if (over)
    return (
      <Sheet title={own.endOrSuspend} open close={close}>
        <p className="done" role="status">
          <Icon name="check" /> {own.ended(over.appointments.length)}
        </p>
        <div className="actions">
          <Button onPress={close}>{say.close}</Button>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={own.endOrSuspend} open close={close}>
      <div className="form">
        {subjects.length > 1 && (
          <Choice
            label={own.what}
            value={subjectId}
            change={setSubject}
            options={subjects.map(({ id, name, part }) => [id, `${word("NetworkPart", part)}: ${name}`] as const)}
          />
        )}
        <Picks
          label={own.how}
          value={kind}
          change={setKind}
          options={[
            { value: "SUSPENSION", words: own.suspend, note: own.suspendNote },
            { value: "END", words: own.endForGood, note: own.endNote },
          ]}
        />
        <div className="fields">
          <Field
            label={say.from}
            type="date"
            value={from}
            change={setFrom}
            fault={faultAt(task.errors, "from") ?? faultAt(preview.errors, "from")}
          />
          {kind === "SUSPENSION" && (
            <Field label={own.untilOpen} type="date" value={until} change={setUntil} fault={faultAt(preview.errors, "until")} />
          )}
        </div>
        <Field label={own.reason} hint={own.endReasonHint} value={reason} change={setReason} fault={faultAt(task.errors, "reason")} />
      </div>
      <div className="apart">
        <Outcome of={preview} />
        {!current && !preview.trouble && preview.errors.length === 0 && (
          <p className="note" role="status">
            {own.looking}
          </p>
        )}
        {current && (
          <>
            <h3>{own.hangs}</h3>
            <ul className="stats">
              <li>
                {own.appointments}
                <strong>{current.appointments.length}</strong>
              </li>
              <li>
                {own.openings}
                <strong>{current.openings}</strong>
              </li>
              <li>
                {own.promisesHang}
                <strong>{current.promises}</strong>
              </li>
              <li>
                {own.unpaid}
                <strong>{money(language, current.unpaid.amountMinor)}</strong>
              </li>
            </ul>
            <ul className="affected">
              {current.appointments.map(({ reference, startsAt, newTime, outcome }) => (
                <li key={reference}>
                  <span>
                    <strong>{reference}</strong> <small>{dayAndTime(language, startsAt)}</small>
                  </span>
                  <span>
                    {newTime ? (
                      <Tag tone="good">
                        {dayAndTime(language, newTime.startsAt)}, {newTime.clinic.name}
                      </Tag>
                    ) : (
                      <Tag tone="warn">{word("WithdrawalOutcome", outcome)}</Tag>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <Outcome of={task} />
            <div className="actions">
              <Button className="danger" isDisabled={task.busy || reason.trim().length < 3} onPress={() => void end()}>
                {own.confirmEnd(current.appointments.length)}
              </Button>
              <Button className="second" onPress={close}>
                {say.undo}
              </Button>
            </div>
          </>
        )}
      </div>
    </Sheet>
  );
}

/** A preview saves no reason; the graph asks for one all the same. */
const PREVIEWED = "Preview";
