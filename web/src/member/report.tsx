import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { OpenClaim, ReportScreen, type OpenClaimMutation } from "../graph/member-app";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field, Picks, Tick } from "../shared/fields";
import { addDays, date, dayOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useScreen } from "../shared/states";
import { CONSENT_VERSION, consentWords } from "../shared/consent";
import { asAsked, useLanguage, useOwn } from "../words";
import { memberWords } from "./words";
import "./member.css";

const STEPS = 5;

/** Five short steps; only what is needed, and what happens next. What is typed stays on the page until it has been received. */
export function Report() {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const { all, word } = useCodes();
  const { now } = useSession();
  const { data, state } = useScreen(ReportScreen, { language: asAsked(language) });
  const task = useTask(OpenClaim);
  const today = dayOf(now());
  const [step, setStep] = useState(1);
  const [wrong, setWrong] = useState(false);
  const [whom, setWhom] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [condition, setCondition] = useState<string | null>(null);
  const [aroseOn, setAroseOn] = useState("");
  const [cause, setCause] = useState("NONE_OF_THESE");
  const [service, setService] = useState("PHYSIOTHERAPY");
  const [consents, setConsents] = useState(false);
  const [sent, setSent] = useState<OpenClaimMutation["openClaim"]["claim"]>(null);
  if (!data) return <div className="phone">{state}</div>;
  const { members } = data.viewer;
  const memberId = whom ?? members[0]?.id ?? "";
  const conditions = data.conditions.filter(
    ({ name, code }) => code === condition || name.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  const answered = [true, condition !== null, aroseOn !== "" && aroseOn <= today, true, true][step - 1];
  const go = (to: number): void => {
    setWrong(to > step && !answered);
    if (to < step || answered) setStep(to);
  };
  const send = async (): Promise<void> => {
    const input = {
      memberId,
      service,
      condition: { code: condition ?? "OTHER", aroseOn },
      cause,
      ...(consents ? { consentTextVersion: CONSENT_VERSION } : {}),
    };
    const payload = await task.run(input as unknown as Parameters<typeof task.run>[0]);
    if (payload?.claim) setSent(payload.claim);
  };
  if (sent)
    return (
      <div className="phone">
        <h1>{own.sent}</h1>
        <p className="done" role="status">
          <Icon name="check" /> {own.sentReference(sent.reference)}
        </p>
        <Next />
        <div className="actions">
          <Link className="button" to="/member">
            {own.toHome}
          </Link>
        </div>
      </div>
    );
  const conditionName = data.conditions.find(({ code }) => code === condition)?.name;
  const serviceName = data.services.find(({ code }) => code === service)?.name;
  const pages: readonly ReactNode[] = [
    <Picks
      key={1}
      label={own.who}
      value={memberId}
      change={setWhom}
      options={members.map(({ id, name, birthYear }) => ({ value: id, words: name, note: String(birthYear) }))}
    />,
    <div key={2} className="form">
      <Field label={own.what} hint={own.whatHint} type="search" value={typed} change={setTyped} />
      <div className="choose">
        <Picks
          label={own.search}
          value={condition}
          change={setCondition}
          options={conditions.slice(0, 12).map(({ code, name }) => ({ value: code as string, words: name }))}
        />
      </div>
    </div>,
    <div key={3} className="form">
      <Field
        label={own.since}
        hint={own.sinceHint}
        type="date"
        max={today}
        min={addDays(today, -3650)}
        value={aroseOn}
        change={setAroseOn}
        fault={faultAt(task.errors, "aroseOn")}
      />
      <Choice label={own.causeLabel} value={cause} change={setCause} options={all("ComplaintCause")} />
      <Choice
        label={own.treatmentLabel}
        hint={own.treatmentHint}
        value={service}
        change={setService}
        options={data.services.map(({ code, name }) => [code as string, name] as const)}
      />
    </div>,
    <div key={4} className="form">
      <h2 className="plain">{own.consent}</h2>
      <p>{useOwn(consentWords).text}</p>
      <Tick label={own.consentTick} value={consents} change={setConsents} />
    </div>,
    <div key={5}>
      <h2 className="plain">{own.summary}</h2>
      <div className="card">
        <Facts
          rows={[
            [own.who, members.find(({ id }) => id === memberId)?.name],
            [own.what, conditionName],
            [own.since, aroseOn && date(language, aroseOn)],
            [own.causeLabel, word("ComplaintCause", cause)],
            [own.treatmentLabel, serviceName],
          ]}
        />
      </div>
      <Next />
    </div>,
  ];
  return (
    <div className="phone">
      <p className="note">{own.stepOf(step, STEPS)}</p>
      <h1>{own.report}</h1>
      <div className="bar" aria-hidden="true">
        {pages.map((_, i) => (
          <i key={i} className={i < step ? "on" : ""} />
        ))}
      </div>
      {pages[step - 1]}
      {wrong && (
        <p className="refusals" role="alert">
          {own.missing}
        </p>
      )}
      <Outcome of={task} />
      <div className="actions">
        {step < STEPS ? (
          <Button onPress={() => go(step + 1)}>{own.next}</Button>
        ) : (
          <Button isDisabled={task.busy} onPress={() => void send()}>
            {own.send}
          </Button>
        )}
        {step > 1 && (
          <Button className="second" onPress={() => go(step - 1)}>
            {own.before}
          </Button>
        )}
      </div>
    </div>
  );
}

function Next() {
  const own = useOwn(memberWords);
  return (
    <>
      <h2>{own.happensNext}</h2>
      <ol className="next-steps">
        <li>{own.happens1}</li>
        <li>{own.happens2}</li>
        <li>{own.happens3}</li>
      </ol>
    </>
  );
}
