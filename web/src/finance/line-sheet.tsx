import { useState } from "react";
import { Button } from "react-aria-components";
import { CorrectSettlement, type PaymentScreenQuery } from "../graph/finance";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field } from "../shared/fields";
import { date, dayAndTime, money } from "../shared/format";
import { oreOf } from "../shared/amount";
import { Facts, Sheet, Tag } from "../shared/parts";
import { Price } from "../shared/price";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { TONES } from "./tones";
import { financeWords } from "./words";

export type Line = NonNullable<PaymentScreenQuery["payment"]>["lines"]["edges"][number]["node"];

/** An amount down to the ground: the treatment, the rate that applied, the decision that shares it, and a correction where it is wrong. */
export function LineSheet({
  line,
  close,
  done,
  children,
}: {
  readonly line: Line;
  readonly close: () => void;
  readonly done: () => void;
  readonly children?: React.ReactNode;
}) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const [correcting, setCorrecting] = useState(false);
  const { booking } = line;
  const { quote, rate } = booking;
  return (
    <Sheet title={own.lineOf(booking.reference)} open close={close}>
      <p className="big">{money(language, line.amount.amountMinor)}</p>
      <p>
        <Tag tone={TONES[line.state] ?? "quiet"}>{word("SettlementLineState", line.state)}</Tag>{" "}
        {line.kind === "CORRECTION" && <Tag tone="warn">{word("SettlementLineKind", line.kind)}</Tag>}
      </p>
      {line.corrects && (
        <p className="note">
          {own.correctsAmount(money(language, line.corrects.amount.amountMinor))} {word("CorrectionReason", line.reason)}
        </p>
      )}
      <h3>{own.treatment}</h3>
      <Facts
        rows={[
          [own.what, `${line.service.name}, ${own.sessionNumber(booking.sessionNumber)}`],
          [own.when, dayAndTime(language, booking.startsAt)],
          [own.where, line.clinic.name],
          [own.how, word("Channel", booking.channel)],
        ]}
      />
      <h3>{own.rate}</h3>
      <Facts
        rows={[
          [own.agreedRate, money(language, rate.amount.amountMinor)],
          [own.forWhat, `${word("SessionKind", rate.session)}, ${word("RateChannel", rate.channel).toLowerCase()}`],
          [own.applies, own.fromTo(date(language, rate.validFrom), rate.validUntil && date(language, rate.validUntil))],
          [own.approvedOn, rate.approvedAt && date(language, rate.approvedAt)],
        ]}
      />
      {line.rateAgreedSince && (
        <p className="notice warn">
          {own.rateSince(money(language, line.rateAgreedSince.amount.amountMinor), date(language, line.rateAgreedSince.validFrom))}
        </p>
      )}
      <h3>{own.decision}</h3>
      <Price price={quote} ofMember />
      {quote.reasons.length > 0 && (
        <ul className="plain-list">
          {quote.reasons.map(({ code, clauseInWords, message }) => (
            <li key={code} className="note">
              {message} <small className="under">{clauseInWords}</small>
            </li>
          ))}
        </ul>
      )}
      {children}
      {line.kind !== "CORRECTION" && (
        <div className="apart">
          {correcting ? (
            <Correct line={line} done={done} close={close} />
          ) : (
            <Button className="second" onPress={() => setCorrecting(true)}>
              {own.correct}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}

function Correct({ line, done, close }: { readonly line: Line; readonly done: () => void; readonly close: () => void }) {
  const own = useOwn(financeWords);
  const { all } = useCodes();
  const task = useTask(CorrectSettlement);
  const [kroner, setKroner] = useState("");
  const [reason, setReason] = useState("PARTLY_ATTENDED");
  const [pressed, setPressed] = useState(false);
  const back = oreOf(kroner);
  const run = async (): Promise<void> => {
    setPressed(true);
    if (back === null) return;
    if (!(await task.run({ lineId: line.id, amountMinor: String(-back), reason: reason as never }))) return;
    done();
    close();
  };
  return (
    <div className="form">
      <Field
        label={own.takeBack}
        hint={own.takeBackHint}
        value={kroner}
        change={setKroner}
        inputMode="numeric"
        fault={pressed && back === null ? { message: own.kronerWrong } : faultAt(task.errors, "amountMinor")}
      />
      <Choice label={own.reason} value={reason} change={setReason} options={all("CorrectionReason")} />
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy} onPress={() => void run()}>
          {own.correct}
        </Button>
      </div>
    </div>
  );
}
