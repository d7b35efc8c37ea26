import { Link, useParams } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import {
  AnswerComplaint,
  ApproveClaim,
  BookFirstAppointment,
  CaseScreen,
  CloseClaim,
  CompleteClaim,
  DecideSubmission,
  DenyClaim,
  RecordInformation,
  type CaseScreenQuery,
} from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Field, Tick } from "../shared/fields";
import { date, dayAndTime, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts, Page, Section, Sheet, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { PROMISE_TONE } from "./board";
import { ConsentByPhone } from "./consent";
import { CLAIM_TONE } from "./tones";
import { teamWords } from "./words";
import "./team.css";

export type Claim = NonNullable<CaseScreenQuery["claim"]>;
type Doing = "DENY" | "CLOSE" | null;

const REFERENCES = new Map<string, string>();

/** One case: what was decided and why in words to read aloud, what is missing, and what can be done now. */
export function Case() {
  const { id } = useParams({ strict: false }) as { id: string };
  // the reference is known from the second request on; the first is filed under the desk
  statePurpose("CASE_HANDLING", REFERENCES.get(id));
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { data, state, again } = useScreen(CaseScreen, { id, first: 20, language: asAsked(language) });
  const claim = data?.claim;
  if (claim) REFERENCES.set(id, claim.reference);
  return (
    <Page
      title={claim ? (claim.member?.name ?? own.erased) : own.case}
      lead={claim && `${claim.reference} · ${claim.service.name}`}
      actions={
        claim && (
          <>
            <Tag tone={CLAIM_TONE[claim.state] ?? "quiet"}>{word("ClaimState", claim.state)}</Tag>
            {claim.member && <ConsentByPhone claimId={claim.id} />}
            {claim.member?.phone && (
              <a className="button second" href={`tel:${claim.member.phone}`}>
                <Icon name="phone" /> {claim.member.phone}
              </a>
            )}
          </>
        )
      }
    >
      {state}
      {data && !claim && <Empty icon="search">{own.nobody}</Empty>}
      {claim && (
        <div className="split">
          <div>
            <Steps claim={claim} />
            <Decisions claim={claim} />
            <Denials claim={claim} done={again} />
            <History claim={claim} />
          </div>
          <div className="beside">
            <NextSteps claim={claim} done={again} />
            <Submissions claim={claim} done={again} />
            <About claim={claim} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** What can be done with the claim as it stands. */
function NextSteps({ claim, done }: { readonly claim: Claim; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const approve = useTask(ApproveClaim, "UNKEYED");
  const information = useTask(RecordInformation, "UNKEYED");
  const book = useTask(BookFirstAppointment);
  const complete = useTask(CompleteClaim, "UNKEYED");
  const [portion, setPortion] = useState("");
  const [doing, setDoing] = useState<Doing>(null);
  const at = { claimId: claim.id, expectedVersion: claim.version };
  const open = claim.state === "REPORTED" || claim.state === "AWAITING_INFORMATION";
  const treatable = claim.state === "APPROVED" || claim.state === "ESCALATED" || claim.state === "IN_TREATMENT";
  const [booking] = claim.bookings.edges.map(({ node }) => node).filter(({ state }) => state === "CONFIRMED");
  const then = (payload: unknown): void => {
    if (payload) done();
  };
  const tasks = [approve, information, book, complete];
  const conflict = tasks.some(({ errors }) => errors.some(({ code }) => code === "VERSION_CONFLICT"));
  return (
    <Section title={own.decide}>
      <div className="card stack">
        {claim.information.needs.length > 0 && (
          <p>
            <Tag tone="warn">{own.needed}</Tag> {claim.information.needs.map((need) => word("InformationNeed", need)).join(", ")}
          </p>
        )}
        {open && claim.manualCheck.length > 0 && (
          <div>
            <h3>{own.toCheck}</h3>
            <ul className="reasons">
              {claim.manualCheck.map(({ code, message }) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          </div>
        )}
        {open && (
          <>
            <Field label={own.treatmentsAllocated} hint={own.allocatedHint} type="number" min="1" value={portion} change={setPortion} />
            <div className="actions">
              <Button
                isDisabled={approve.busy}
                onPress={() => void approve.run({ ...at, ...(portion ? { portion: Number(portion) } : {}) }).then(then)}
              >
                <Icon name="check" /> {own.approve}
              </Button>
              <Button className="second" onPress={() => setDoing("DENY")}>
                {own.deny}
              </Button>
            </div>
            <p className="note">
              {own.approveNote} {claim.state === "REPORTED" && `${own.ask}: ${own.askNote}`}
            </p>
            <div className="actions">
              {claim.state === "REPORTED" ? (
                <Button
                  className="quiet"
                  isDisabled={information.busy}
                  onPress={() => void information.run({ ...at, required: true }).then(then)}
                >
                  {own.ask}
                </Button>
              ) : (
                <Button
                  className="quiet"
                  isDisabled={information.busy}
                  onPress={() => {
                    const instant = now().toISOString();
                    void information.run({ ...at, receivedAt: instant, approvedAt: instant }).then(then);
                  }}
                >
                  {own.informationIn}
                </Button>
              )}
            </div>
          </>
        )}
        {treatable && booking && (
          <p>
            <Icon name="calendar" /> {own.bookedAt(dayAndTime(language, booking.startsAt), booking.clinic.name)}
          </p>
        )}
        {treatable && (
          <div className="actions">
            {claim.state !== "IN_TREATMENT" && !booking && (
              <Button
                isDisabled={book.busy}
                onPress={() => void book.run({ claimId: claim.id }, { language: asAsked(language) }).then(then)}
              >
                {own.bookBest}
              </Button>
            )}
            <Link className="button second" to="/team/case/$id/book" params={{ id: claim.id }}>
              {own.findTime}
            </Link>
          </div>
        )}
        {treatable && (
          <div className="actions">
            {claim.state === "IN_TREATMENT" && (
              <Button className="quiet" isDisabled={complete.busy} onPress={() => void complete.run(at).then(then)}>
                {own.complete}
              </Button>
            )}
            <Button className="quiet" onPress={() => setDoing("CLOSE")}>
              {own.closeClaim}
            </Button>
          </div>
        )}
        {tasks.map((task, i) => (
          <Outcome key={i} of={task} />
        ))}
        {conflict && (
          <div className="actions">
            <span>{own.conflict}</span>
            <Button className="second" onPress={done}>
              {say.tryAgain}
            </Button>
          </div>
        )}
      </div>
      {doing === "DENY" && <Deny claim={claim} close={() => setDoing(null)} done={done} />}
      {doing === "CLOSE" && <Close claim={claim} close={() => setDoing(null)} done={done} />}
    </Section>
  );
}

/** A denial with its reasons, found by typing. */
function Deny({ claim, close, done }: { readonly claim: Claim; readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const task = useTask(DenyClaim, "UNKEYED");
  const [typed, setTyped] = useState("");
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const offered = all("DenialReason").filter(
    ([code, words]) => reasons.includes(code) || words.toLowerCase().includes(typed.toLowerCase()),
  );
  const send = async (): Promise<void> => {
    const input = { claimId: claim.id, expectedVersion: claim.version, reasons, ...(note.trim() ? { note: note.trim() } : {}) };
    if (!(await task.run(input as unknown as Parameters<typeof task.run>[0]))) return;
    done();
    close();
  };
  return (
    <Sheet title={own.deny} open close={close}>
      <div className="form">
        <Field label={own.findReason} hint={own.denyReasons} type="search" value={typed} change={setTyped} />
        <div className="choose-list" role="group" aria-label={own.denyReasons} tabIndex={0}>
          {offered.map(([code, words]) => (
            <Tick
              key={code}
              label={words}
              value={reasons.includes(code)}
              change={(on) => setReasons(on ? [...reasons, code] : reasons.filter((each) => each !== code))}
            />
          ))}
        </div>
        <Field label={own.note} hint={own.noteHint} lines={3} value={note} change={setNote} />
      </div>
      <Outcome of={task} />
      <div className="actions">
        <Button className="danger" isDisabled={task.busy || reasons.length === 0} onPress={() => void send()}>
          {own.sendDenial}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}

function Close({ claim, close, done }: { readonly claim: Claim; readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { say } = useLanguage();
  const task = useTask(CloseClaim, "UNKEYED");
  const [reason, setReason] = useState("");
  const send = async (): Promise<void> => {
    if (!(await task.run({ claimId: claim.id, reason }))) return;
    done();
    close();
  };
  return (
    <Sheet title={own.closeClaim} open close={close}>
      <div className="form">
        <Field label={own.closeReason} hint={own.noteHint} value={reason} change={setReason} />
      </div>
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy || reason.trim().length < 3} onPress={() => void send()}>
          {own.closeClaim}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}

/** The promise as the rules derive it, each step with its clause. */
function Steps({ claim }: { readonly claim: Claim }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { derivation } = claim;
  return (
    <Section
      title={own.promise}
      note={derivation?.guaranteeClass && word("GuaranteeClass", derivation.guaranteeClass)}
      actions={
        derivation?.latestOn && (
          <Tag tone={PROMISE_TONE[derivation.promiseState] ?? "quiet"}>
            {word("PromiseState", derivation.promiseState)}, {date(language, derivation.latestOn)}
          </Tag>
        )
      }
    >
      {!derivation || derivation.steps.length + derivation.reasons.length === 0 ? (
        <Empty>{own.noPromise}</Empty>
      ) : (
        <ol className="steps">
          {derivation.steps.map((step, i) => (
            <li key={i}>
              <span>{step.on ? date(language, step.on) : "–"}</span>
              <p>
                {step.message}
                <small>
                  {step.clauseInWords} · {step.rule}
                </small>
              </p>
            </li>
          ))}
          {derivation.reasons.map(({ code, message, remedy }) => (
            <li key={code} className="hindered">
              <span>!</span>
              <p>
                {message} {remedy && <strong>{remedy}</strong>}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

type Decision = Claim["decisions"]["edges"][number]["node"];

function Decisions({ claim }: { readonly claim: Claim }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const decisions = claim.decisions.edges.map(({ node }) => node);
  if (decisions.length === 0)
    return (
      <Section title={own.decisions}>
        <Empty>{own.noDecisions}</Empty>
      </Section>
    );
  return (
    <Section title={own.decisions}>
      {decisions.map((decision) => (
        <details key={decision.id} className="card decision">
          <summary>
            <strong>{word("DecisionKind", decision.kind)}</strong> <Answer answer={decision.answer} />
            <small>{dayAndTime(language, decision.decidedAt)}</small>
          </summary>
          <ul className="reasons">
            {(decision.reasons ?? []).map(({ code, message, remedy, clauseInWords }) => (
              <li key={code}>
                {message} {remedy && <strong>{remedy}</strong>}
                <small className="under">{clauseInWords}</small>
              </li>
            ))}
          </ul>
          <p className="note">
            {own.ruleVersion} {decision.ruleVersion}
            <Facts2 facts={decision.facts} />
          </p>
        </details>
      ))}
    </Section>
  );
}

function Answer({ answer }: { readonly answer: Decision["answer"] }): ReactNode {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  if (!answer) return null;
  if ("covered" in answer) return <Tag tone={answer.covered ? "good" : "bad"}>{answer.covered ? own.covered : own.notCovered}</Tag>;
  if ("outcome" in answer)
    return (
      <Tag tone="accent">
        {word("GuaranteeOutcome", answer.outcome)}
        {answer.latestOn && `, ${date(language, answer.latestOn)}`}
      </Tag>
    );
  return <Tag tone="quiet">{own.memberPays(money(language, answer.memberPays.amountMinor))}</Tag>;
}

function Facts2({ facts }: { readonly facts: Decision["facts"] }): ReactNode {
  const own = useOwn(teamWords);
  const { word } = useCodes();
  if (!facts || !("marks" in facts) || facts.marks.length === 0) return null;
  return `. ${own.facts}: ${facts.marks.map((mark) => word("DecisionMark", mark)).join(", ")}`;
}

function Denials({ claim, done }: { readonly claim: Claim; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  if (claim.denials.length === 0) return null;
  return (
    <Section title={own.denials}>
      {claim.denials.map((denial) => (
        <article key={denial.decidedAt} className="card">
          <p className="note">
            {dayAndTime(language, denial.decidedAt)}. {own.complainUntil(date(language, denial.complaintThrough))}
          </p>
          <ul className="reasons">
            {denial.reasons.map(({ code, message, remedy, clauseInWords }) => (
              <li key={code}>
                {message} {remedy && <strong>{remedy}</strong>}
                <small className="under">{clauseInWords}</small>
              </li>
            ))}
          </ul>
          {denial.note && <p>{denial.note}</p>}
          {denial.complaint && (
            <>
              <p>
                <Tag tone={denial.complaint.state === "OPEN" ? "warn" : "quiet"}>{word("ComplaintState", denial.complaint.state)}</Tag>{" "}
                {denial.complaint.state === "OPEN" && own.complaintDue(date(language, denial.complaint.dueOn))}
              </p>
              {denial.complaint.state === "OPEN" ? (
                <AnswerIt complaintId={denial.complaint.id} done={done} />
              ) : (
                <p>{denial.complaint.answer}</p>
              )}
            </>
          )}
        </article>
      ))}
    </Section>
  );
}

function AnswerIt({ complaintId, done }: { readonly complaintId: string; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const task = useTask(AnswerComplaint, "UNKEYED");
  const [answer, setAnswer] = useState("");
  const send = (reopen: boolean): void => void task.run({ complaintId, answer, reopen }).then((payload) => payload && done());
  return (
    <div className="form">
      <Field label={own.answer} hint={own.noteHint} lines={3} value={answer} change={setAnswer} />
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy || answer.trim().length < 3} onPress={() => send(true)}>
          {own.reopen}
        </Button>
        <Button className="second" isDisabled={task.busy || answer.trim().length < 3} onPress={() => send(false)}>
          {own.stands}
        </Button>
      </div>
    </div>
  );
}

function Submissions({ claim, done }: { readonly claim: Claim; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  if (claim.submissions.length === 0) return null;
  return (
    <Section title={own.submissions}>
      {claim.submissions.map((submission) => (
        <div key={submission.id} className="card stack">
          <p>
            <strong>{word("SubmissionKind", submission.kind)}</strong>{" "}
            <Tag tone={submission.state === "WAITING" ? "warn" : submission.state === "ACCEPTED" ? "good" : "bad"}>
              {word("SubmissionState", submission.state)}
            </Tag>
          </p>
          <p className="note">
            {submission.documentReference}
            {submission.day && ` · ${date(language, submission.day)}`}
          </p>
          {submission.state === "WAITING" && <DecideIt submissionId={submission.id} done={done} />}
        </div>
      ))}
    </Section>
  );
}

/** Enough or not, and what is missing. */
export function DecideIt({ submissionId, done }: { readonly submissionId: string; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const task = useTask(DecideSubmission, "UNKEYED");
  const [rejecting, setRejecting] = useState(false);
  const [note, setNote] = useState("");
  const decide = (accept: boolean): void =>
    void task.run({ submissionId, accept, ...(note.trim() ? { note: note.trim() } : {}) }).then((payload) => payload && done());
  return (
    <>
      {rejecting && <Field label={own.rejectNote} value={note} change={setNote} />}
      <Outcome of={task} />
      <div className="actions">
        {!rejecting && (
          <Button className="second" isDisabled={task.busy} onPress={() => decide(true)}>
            <Icon name="check" /> {own.accept}
          </Button>
        )}
        <Button
          className={rejecting ? "second" : "quiet"}
          isDisabled={task.busy || (rejecting && note.trim() === "")}
          onPress={() => (rejecting ? decide(false) : setRejecting(true))}
        >
          {own.reject}
        </Button>
      </div>
    </>
  );
}

function About({ claim }: { readonly claim: Claim }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return (
    <Section title={own.case}>
      <div className="card">
        <Facts
          rows={[
            [
              own.member,
              claim.member && (
                <Link to="/team/member/$id" params={{ id: claim.member.id }}>
                  {claim.member.name}
                </Link>
              ),
            ],
            [
              own.address,
              claim.member?.address &&
                [claim.member.address.line, `${claim.member.address.postalCode} ${claim.member.address.town}`].filter(Boolean).join(", "),
            ],
            [own.condition, `${word("ConditionCode", claim.condition.code)}, ${own.since(date(language, claim.condition.aroseOn))}`],
            [own.cover, word("Cover", claim.under)],
            [own.product, word("Product", claim.product)],
            [own.received, dayAndTime(language, claim.receivedAt)],
            [own.approved, claim.approvedAt && dayAndTime(language, claim.approvedAt)],
            [own.portion, claim.portion && own.leftOf(claim.portion.remaining, claim.portion.authorised)],
          ]}
        />
      </div>
    </Section>
  );
}

function History({ claim }: { readonly claim: Claim }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return (
    <Section title={own.history}>
      <ol className="steps">
        {claim.history.edges.map(({ node }) => (
          <li key={node.id}>
            <span>{date(language, node.at)}</span>
            <p>
              {word("ClaimEventKind", node.kind)}
              <small>
                {word("ViewerRole", node.actorRole)}
                {node.reason && `: ${node.reason}`}
              </small>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
