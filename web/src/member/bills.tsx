import { useState } from "react";
import { Button } from "react-aria-components";
import { BillsScreen, RecordComplaint, SubmitDocument, type BillsScreenQuery } from "../graph/member-app";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Download } from "../shared/download";
import { Choice, Field } from "../shared/fields";
import { date, dayOf, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section, Segments, Sheet, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { PaidOut } from "./paid-out";
import { memberWords } from "./words";
import "./member.css";

type Member = BillsScreenQuery["viewer"]["members"][number];
type Claim = Member["claims"]["edges"][number]["node"];

/** What was handed in, what was paid back, guarantees for the clinic, and denials with the way to complain. */
export function Bills() {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { data, state, again } = useScreen(BillsScreen, { first: 5, language: asAsked(language) });
  const [submitting, setSubmitting] = useState(false);
  const [received, setReceived] = useState(false);
  const members = data?.viewer.members ?? [];
  const claims = members.flatMap((member) => member.claims.edges.map(({ node }) => node));
  const submissions = claims.flatMap((claim) => claim.submissions.map((submission) => ({ ...submission, claim })));
  const reimbursements = members.flatMap((member) => member.reimbursements.edges.map(({ node }) => node));
  const guarantees = claims.flatMap(({ id, service, paymentGuarantee }) =>
    paymentGuarantee?.state === "VALID" ? [{ id, service, ...paymentGuarantee }] : [],
  );
  return (
    <Page
      narrow
      title={own.bills}
      lead={own.billsLead}
      actions={
        claims.length > 0 && (
          <Button onPress={() => setSubmitting(true)}>
            <Icon name="plus" /> {own.submit}
          </Button>
        )
      }
    >
      {state}
      {received && (
        <p className="done" role="status">
          <Icon name="check" /> {own.received}
        </p>
      )}
      {data && (
        <>
          <Section title={own.submitted}>
            {submissions.length === 0 ? (
              <Empty icon="file">{own.nothingSubmitted}</Empty>
            ) : (
              <ul className="rows card">
                {submissions.map((submission) => (
                  <li key={submission.id} className="row">
                    <span>
                      <strong>{word("SubmissionKind", submission.kind)}</strong>
                      <small>
                        {" "}
                        {submission.claim.service.name}, {date(language, submission.submittedAt)}
                        {submission.fee && `, ${money(language, submission.fee.amountMinor)}`}
                      </small>
                      {submission.note && <small className="block">{submission.note}</small>}
                    </span>
                    <Tag tone={submission.state === "WAITING" ? "warn" : submission.state === "ACCEPTED" ? "good" : "bad"}>
                      {word("SubmissionState", submission.state)}
                    </Tag>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={own.guarantees}>
            {guarantees.length === 0 ? (
              <Empty>{own.noGuarantees}</Empty>
            ) : (
              <ul className="rows card">
                {guarantees.map(({ id, service, reference, validThrough, pdf }) => (
                  <li key={id} className="row">
                    <span>
                      <strong>{service.name}</strong>
                      <small className="block">
                        {reference}
                        {validThrough && `, ${own.validThrough(date(language, validThrough))}`}
                      </small>
                    </span>
                    <Download url={pdf.url} fileName={pdf.fileName} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={own.reimbursed}>
            {reimbursements.length === 0 ? (
              <Empty icon="money">{own.nothingReimbursed}</Empty>
            ) : (
              <ul className="rows card">
                {reimbursements.map((each) => (
                  <li key={each.id} className="row">
                    <span>
                      <strong>{each.service.name}</strong>
                      <small className="block">
                        {date(language, each.treatedOn)}, {own.fee} {money(language, each.fee.amountMinor)}
                      </small>
                      {each.payout && (
                        <small className="block">
                          <PaidOut of={each.payout} />
                        </small>
                      )}
                    </span>
                    <strong>{money(language, each.reimbursed.amountMinor)}</strong>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Denials claims={claims} done={again} />
        </>
      )}
      {submitting && (
        <SubmitSheet
          claims={claims}
          close={() => setSubmitting(false)}
          done={() => {
            setSubmitting(false);
            setReceived(true);
            again();
          }}
        />
      )}
    </Page>
  );
}

function Denials({ claims, done }: { readonly claims: readonly Claim[]; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const denials = claims.flatMap((claim) => claim.denials.map((denial) => ({ claim, denial })));
  if (denials.length === 0) return null;
  return (
    <Section title={own.denials}>
      {denials.map(({ claim, denial }) => (
        <article key={`${claim.id} ${denial.decidedAt}`} className="card">
          <h3>
            {claim.service.name} <small>{claim.reference}</small>
          </h3>
          <ul>
            {denial.reasons.map(({ code, message, remedy }) => (
              <li key={code}>
                {message} {remedy && <strong>{remedy}</strong>}
              </li>
            ))}
          </ul>
          {denial.note && <p>{denial.note}</p>}
          {denial.complaint ? (
            <>
              <p>
                <Tag tone={denial.complaint.state === "OPEN" ? "warn" : "quiet"}>{word("ComplaintState", denial.complaint.state)}</Tag>
              </p>
              <p>{denial.complaint.answer ?? own.complaintSent(date(language, denial.complaint.dueOn))}</p>
            </>
          ) : (
            claim.state === "DENIED" && <Complain claimId={claim.id} until={denial.complaintThrough} done={done} />
          )}
        </article>
      ))}
    </Section>
  );
}

function Complain({ claimId, until, done }: { readonly claimId: string; readonly until: string; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const task = useTask(RecordComplaint);
  const [documentReference, setReference] = useState("");
  return (
    <div className="form">
      <Field label={own.complaintNumber} hint={own.complainUntil(date(language, until))} value={documentReference} change={setReference} />
      <Outcome of={task} />
      <div className="actions">
        <Button
          className="second"
          isDisabled={task.busy || documentReference.trim() === ""}
          onPress={() => void task.run({ claimId, documentReference: documentReference.trim() }).then((payload) => payload && done())}
        >
          {own.complain}
        </Button>
      </div>
    </div>
  );
}

function SubmitSheet({
  claims,
  close,
  done,
}: {
  readonly claims: readonly Claim[];
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(memberWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const task = useTask(SubmitDocument);
  const today = dayOf(now());
  const [claimId, setClaimId] = useState(claims[0]?.id ?? "");
  const [kind, setKind] = useState<"REFERRAL" | "BILL">("REFERRAL");
  const [documentReference, setReference] = useState("");
  const [type, setType] = useState("GP");
  const [on, setOn] = useState(today);
  const [number, setNumber] = useState("");
  const [kroner, setKroner] = useState("");
  const [wrong, setWrong] = useState(false);
  const send = async (): Promise<void> => {
    const amount = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(kroner.trim());
    setWrong(kind === "BILL" && !amount);
    if (kind === "BILL" && !amount) return;
    const feeMinor = amount ? String(Number(amount[1]) * 100 + Number((amount[2] ?? "").padEnd(2, "0"))) : "0";
    const what = kind === "REFERRAL" ? { referral: { type, issuedOn: on } } : { bill: { reference: number, treatedOn: on, feeMinor } };
    const payload = await task.run({ claimId, documentReference, ...what } as unknown as Parameters<typeof task.run>[0]);
    if (payload) done();
  };
  return (
    <Sheet title={own.submit} open close={close}>
      <div className="form">
        <Choice
          label={own.forCase}
          value={claimId}
          change={setClaimId}
          options={claims.map(({ id, service, reference }) => [id, `${service.name} (${reference})`] as const)}
        />
        <Segments
          label={own.kind}
          value={kind}
          options={[
            ["REFERRAL", own.referral],
            ["BILL", own.bill],
          ]}
          choose={setKind}
        />
        <Field
          label={own.documentNumber}
          hint={own.documentHint}
          value={documentReference}
          change={setReference}
          fault={faultAt(task.errors, "documentReference")}
        />
        {kind === "REFERRAL" ? (
          <div className="fields">
            <Choice label={own.referral} value={type} change={setType} options={all("ReferralType")} />
            <Field label={own.dated} type="date" max={today} value={on} change={setOn} fault={faultAt(task.errors, "issuedOn")} />
          </div>
        ) : (
          <div className="fields">
            <Field label={own.billNumber} value={number} change={setNumber} fault={faultAt(task.errors, "reference")} />
            <Field label={own.treatedOn} type="date" max={today} value={on} change={setOn} fault={faultAt(task.errors, "treatedOn")} />
            <Field
              label={own.paidAmount}
              inputMode="numeric"
              value={kroner}
              change={setKroner}
              fault={wrong ? { message: own.wrongKroner } : faultAt(task.errors, "feeMinor")}
            />
          </div>
        )}
      </div>
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy || documentReference.trim() === ""} onPress={() => void send()}>
          {own.sendIt}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}
