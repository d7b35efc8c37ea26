import { useState } from "react";
import { Button } from "react-aria-components";
import { EndCredential, ProposeCredential } from "../graph/network";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field } from "../shared/fields";
import { dayOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Sheet } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { networkWords } from "./words";

export type Subject = { readonly id: string; readonly name: string; readonly part: "ORGANISATION" | "CLINIC" | "PRACTITIONER" };

const KINDS = {
  ORGANISATION: ["AGREEMENT", "PUBLIC_AGREEMENT"],
  PRACTITIONER: ["AUTHORISATION", "RAB_APPROVAL"],
  CLINIC: [],
} as const;

/** A dated fact that entitles: proposed here, in force when a second person has approved it. */
export function CredentialSheet({
  subject,
  close,
  done,
}: {
  readonly subject: Subject;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const task = useTask(ProposeCredential);
  const [kind, setKind] = useState<string>(KINDS[subject.part][0] ?? "AGREEMENT");
  const [number, setNumber] = useState("");
  const [validFrom, setFrom] = useState(dayOf(now()));
  const [validUntil, setUntil] = useState("");
  const [source, setSource] = useState("");
  const [over, setOver] = useState(false);
  const propose = async (): Promise<void> => {
    const payload = await task.run({
      ...{ subjectId: subject.id, kind: kind as never, validFrom, source: source.trim() },
      ...(number.trim() ? { number: number.trim() } : {}),
      ...(validUntil ? { validUntil } : {}),
    });
    if (!payload) return;
    setOver(true);
    done();
  };
  return (
    <Sheet title={`${own.addPaper}: ${subject.name}`} open close={close}>
      {over ? (
        <>
          <p className="done" role="status">
            <Icon name="check" /> {own.savedAndProposed}
          </p>
          <div className="actions">
            <Button onPress={close}>{say.close}</Button>
          </div>
        </>
      ) : (
        <div className="form">
          <Choice
            label={own.paper}
            value={kind}
            change={setKind}
            options={KINDS[subject.part].map((each) => [each, word("CredentialKind", each)] as const)}
          />
          <Field label={own.number} value={number} change={setNumber} fault={faultAt(task.errors, "number")} />
          <div className="fields">
            <Field label={say.from} type="date" value={validFrom} change={setFrom} fault={faultAt(task.errors, "validFrom")} />
            <Field label={own.untilOpen} type="date" value={validUntil} change={setUntil} fault={faultAt(task.errors, "validUntil")} />
          </div>
          <Field label={own.source} hint={own.sourceHint} value={source} change={setSource} fault={faultAt(task.errors, "source")} />
          <p className="note">{own.secondPerson}</p>
          <Outcome of={task} />
          <div className="actions">
            <Button isDisabled={task.busy || source.trim().length < 3} onPress={() => void propose()}>
              {own.propose}
            </Button>
            <Button className="second" onPress={close}>
              {say.undo}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

/** Ends a dated fact on a day; what takes rights away waits for nobody. */
export function EndCredentialSheet({
  credential,
  close,
  done,
}: {
  readonly credential: { readonly id: string; readonly kind: string };
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const task = useTask(EndCredential);
  const [until, setUntil] = useState(dayOf(now()));
  return (
    <Sheet title={word("CredentialKind", credential.kind)} open close={close}>
      <div className="form">
        <Field label={own.lastDayAfter} type="date" value={until} change={setUntil} fault={faultAt(task.errors, "until")} />
        <Outcome of={task} />
        <div className="actions">
          <Button
            className="danger"
            isDisabled={task.busy || !until}
            onPress={() =>
              void task.run({ id: credential.id, until }).then((payload) => {
                if (!payload) return;
                done();
                close();
              })
            }
          >
            {own.endPaper}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
