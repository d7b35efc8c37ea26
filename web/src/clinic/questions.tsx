import { useState } from "react";
import { Button } from "react-aria-components";
import { AnswerDispute, AnswerStatusReport, QuestionsScreen, type QuestionsScreenQuery } from "../graph/clinic";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field, Picks, Tick } from "../shared/fields";
import { date, dayAndTime, dayOf, money } from "../shared/format";
import { Page, Section, Sheet, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { questionWords } from "./question-words";
import "./clinic.css";

type Report = QuestionsScreenQuery["statusReports"]["edges"][number]["node"];
type Line = QuestionsScreenQuery["disputedLines"]["edges"][number]["node"];

/** What the insurer asks the clinic: how a patient fares, and whether a treatment that a member disputes took place. */
export function Questions() {
  const own = useOwn(questionWords);
  const { language } = useLanguage();
  const [report, setReport] = useState<Report | null>(null);
  const [line, setLine] = useState<Line | null>(null);
  const { data, state, again } = useScreen(QuestionsScreen, { first: 50, language: asAsked(language) });
  const reports = data?.statusReports.edges.map(({ node }) => node) ?? [];
  const lines = data?.disputedLines.edges.map(({ node }) => node) ?? [];
  return (
    <Page title={own.questions} lead={own.questionsLead}>
      {state}
      {data && (
        <>
          <Section title={own.disputes} note={own.disputesNote}>
            {lines.length === 0 ? (
              <Empty icon="check">{own.noDisputes}</Empty>
            ) : (
              <ul className="told">
                {lines.map((each) => (
                  <li key={each.id} className="row">
                    <span>
                      <strong>{each.booking.patient?.name ?? each.booking.reference}</strong>{" "}
                      {each.disputeAnswers.length > 0 && <Tag tone="good">{own.answered}</Tag>}
                      <small className="under">
                        {each.service.name}, {dayAndTime(language, each.booking.startsAt)} · {money(language, each.amount.amountMinor)}
                      </small>
                    </span>
                    <Button className={each.disputeAnswers.length > 0 ? "second" : ""} onPress={() => setLine(each)}>
                      {each.disputeAnswers.length > 0 ? own.answerAgain : own.answer}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={own.reports} note={own.reportsNote}>
            {reports.length === 0 ? (
              <Empty icon="check">{own.noReports}</Empty>
            ) : (
              <ul className="told">
                {reports.map((each) => (
                  <li key={each.id} className="row">
                    <span>
                      <strong>{each.booking?.patient?.name ?? each.booking?.reference ?? own.somePatient}</strong>
                      <small className="under">
                        {each.question} · {own.askedOn(date(language, each.askedAt))}
                      </small>
                    </span>
                    <Button onPress={() => setReport(each)}>{own.answer}</Button>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {line && <DisputeSheet line={line} close={() => setLine(null)} done={again} />}
          {report && <ReportSheet report={report} close={() => setReport(null)} done={again} />}
        </>
      )}
    </Page>
  );
}

function DisputeSheet({ line, close, done }: { readonly line: Line; readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(questionWords);
  const { language, say } = useLanguage();
  const { all } = useCodes();
  const task = useTask(AnswerDispute);
  const [finding, setFinding] = useState<string | null>(null);
  const [inRecord, setInRecord] = useState(false);
  const [words, setWords] = useState("");
  const send = async (): Promise<void> => {
    if (!finding) return;
    const input = { lineId: line.id, finding: finding as never, inRecord, ...(words.trim() ? { words: words.trim() } : {}) };
    if (!(await task.run(input))) return;
    done();
    close();
  };
  return (
    <Sheet title={line.booking.patient?.name ?? line.booking.reference} open close={close}>
      <div className="form">
        <p>
          {line.service.name}, {dayAndTime(language, line.booking.startsAt)}
        </p>
        <p className="note">{own.memberSays}</p>
        <Picks
          label={own.whatHappened}
          value={finding}
          change={setFinding}
          options={all("DisputeFinding").map(([value, label]) => ({ value, words: label }))}
        />
        <Tick label={own.inRecord} value={inRecord} change={setInRecord} />
        <Field label={own.words} hint={own.wordsHint} value={words} change={setWords} lines={3} fault={faultAt(task.errors, "words")} />
        <Outcome of={task} />
        <div className="actions">
          <Button isDisabled={task.busy || finding === null} onPress={() => void send()}>
            {own.send}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function ReportSheet({ report, close, done }: { readonly report: Report; readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(questionWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const task = useTask(AnswerStatusReport, "UNKEYED");
  const [progress, setProgress] = useState("IMPROVED");
  const [needed, setNeeded] = useState("");
  const [justification, setJustification] = useState("");
  const send = async (): Promise<void> => {
    const input = {
      ...{ statusReportId: report.id, progress: progress as never, justification: justification.trim(), writtenOn: dayOf(now()) },
      ...(/^\d{1,3}$/.test(needed.trim()) ? { treatmentsNeeded: Number(needed) } : {}),
    };
    if (!(await task.run(input))) return;
    done();
    close();
  };
  return (
    <Sheet title={report.booking?.patient?.name ?? own.somePatient} open close={close}>
      <div className="form">
        <p>{report.question}</p>
        <Choice label={own.progress} value={progress} change={setProgress} options={all("Progress")} />
        <Field
          label={own.needed}
          hint={own.neededHint}
          value={needed}
          change={setNeeded}
          inputMode="numeric"
          fault={faultAt(task.errors, "treatmentsNeeded")}
        />
        <Field
          label={own.why}
          hint={own.whyHint}
          value={justification}
          change={setJustification}
          lines={4}
          fault={faultAt(task.errors, "justification")}
        />
        <Outcome of={task} />
        <div className="actions">
          <Button isDisabled={task.busy || justification.trim().length < 3} onPress={() => void send()}>
            {own.send}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
