import { useState } from "react";
import { Button } from "react-aria-components";
import { AcceptSelfBilling, ClinicStatementFile, FindPayment, MoneyScreen, type MoneyScreenQuery } from "../graph/clinic";
import { useClient } from "urql";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Download, handOver } from "../shared/download";
import { Field } from "../shared/fields";
import { addDays, date, dayOf, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts, Page, Section, Sheet, Table, Tag, type Tone } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { clinicWords } from "./words";
import "./clinic.css";

type Organisation = NonNullable<MoneyScreenQuery["viewer"]["organisation"]>;
type Payment = Organisation["payments"]["edges"][number]["node"];
type Line = Organisation["settlementLines"]["edges"][number]["node"];

const TONES: Readonly<Record<string, Tone>> = {
  PAID: "good",
  ACCEPTED: "good",
  SENT: "accent",
  BATCHED: "accent",
  READY: "quiet",
  NETTED: "quiet",
  DISPUTED: "warn",
  WITHDRAWN: "warn",
  REJECTED: "bad",
  RETURNED: "bad",
};

/** What comes when, and every payment down to its treatments. */
export function Money() {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { data, state, again } = useScreen(MoneyScreen, { first: 20, lines: 60, language: asAsked(language) });
  const organisation = data?.viewer.organisation;
  const [opened, setOpened] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const payments = organisation?.payments.edges.map(({ node }) => node) ?? [];
  const lines = organisation?.settlementLines.edges.map(({ node }) => node) ?? [];
  const coming = payments.filter(({ state: stands }) => ["BATCHED", "SENT", "ACCEPTED"].includes(stands));
  const ready = lines.filter(({ state: stands }) => stands === "READY");
  const disputed = lines.filter(({ state: stands }) => stands === "DISPUTED");
  const [next] = [...coming].sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : 1));
  return (
    <Page title={own.money} lead={own.moneyLead}>
      {state}
      {organisation && (
        <>
          <ul className="stats">
            <li>
              {own.nextPayment}
              <strong>{next ? money(language, next.amount.amountMinor) : "–"}</strong>
              {next ? `${own.expected} ${date(language, next.expectedOn)}` : own.noNextPayment}
            </li>
            <li>
              {own.waitingSum}
              <strong>{money(language, sumOf(ready))}</strong>
              {own.treatmentsCounted(ready.length)}
            </li>
            <li>
              {own.disputedSum}
              <strong>{money(language, sumOf(disputed))}</strong>
              {own.treatmentsCounted(disputed.length)}
            </li>
          </ul>
          <form
            className="find-line"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim()) setOpened(typed.trim());
            }}
          >
            <Field label={own.findBankLine} hint={own.findBankLineHint} value={typed} change={setTyped} />
            <Button type="submit" className="second">
              <Icon name="search" /> {own.find}
            </Button>
          </form>
          <Section title={own.payments}>
            {payments.length === 0 ? (
              <Empty icon="money">{own.noPayments}</Empty>
            ) : (
              <Table
                caption={own.payments}
                rows={payments}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: own.bankLine,
                    cell: ({ endToEndId }) => (
                      <Button className="link" onPress={() => setOpened(endToEndId)}>
                        {endToEndId}
                      </Button>
                    ),
                  },
                  { head: own.state, cell: (payment) => <PaymentState payment={payment} /> },
                  { head: own.treatments, cell: ({ lineCount }) => lineCount, right: true },
                  { head: own.expected, cell: ({ expectedOn, paidOn }) => date(language, paidOn ?? expectedOn), right: true },
                  { head: own.amount, cell: ({ amount }) => <strong>{money(language, amount.amountMinor)}</strong>, right: true },
                ]}
              />
            )}
          </Section>
          {disputed.length > 0 && (
            <Section title={own.disputes} note={own.disputesNote}>
              <Lines caption={own.disputes} lines={disputed} />
            </Section>
          )}
          <Section title={own.openLines}>
            {ready.length === 0 ? <Empty>{own.noOpenLines}</Empty> : <Lines caption={own.openLines} lines={ready} />}
          </Section>
          <Section title={own.statement} note={own.statementNote}>
            <Statement clinics={[...new Map(lines.map(({ clinic }) => [clinic.id, clinic])).values()]} />
          </Section>
          <Section title={own.agreement} note={own.agreementNote}>
            <Agreement agreement={organisation.selfBillingAgreement} done={again} />
          </Section>
        </>
      )}
      {opened && <PaymentSheet endToEndId={opened} close={() => setOpened(null)} />}
    </Page>
  );
}

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + Number(amount.amountMinor), 0);

function PaymentState({ payment }: { readonly payment: Pick<Payment, "state" | "reasonInWords"> }) {
  const { word } = useCodes();
  return (
    <>
      <Tag tone={TONES[payment.state] ?? "quiet"}>{word("SettlementPaymentState", payment.state)}</Tag>
      {payment.reasonInWords && <p className="note">{payment.reasonInWords}</p>}
    </>
  );
}

function Lines({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return (
    <Table
      caption={caption}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: own.reference, cell: ({ booking }) => booking.reference },
        { head: own.treatment, cell: ({ service }) => service.name },
        { head: own.treatedOn, cell: ({ treatedOn }) => date(language, treatedOn) },
        {
          head: own.state,
          cell: ({ state, rateAgreedSince }) => (
            <>
              <Tag tone={TONES[state] ?? "quiet"}>{word("SettlementLineState", state)}</Tag>
              {rateAgreedSince && (
                <p className="note">
                  {own.ratesChanged}: {money(language, rateAgreedSince.amount.amountMinor)}
                </p>
              )}
            </>
          ),
        },
        { head: own.amount, cell: ({ amount }) => money(language, amount.amountMinor), right: true },
      ]}
    />
  );
}

/** From a line of the bank's statement to each treatment that it pays, and to the documents. */
function PaymentSheet({ endToEndId, close }: { readonly endToEndId: string; readonly close: () => void }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { data, state } = useScreen(FindPayment, { endToEndId, language: asAsked(language) });
  const payment = data?.payment;
  return (
    <Sheet title={endToEndId} open close={close}>
      {state}
      {data && !payment && <Empty icon="search">{own.noSuchPayment}</Empty>}
      {payment && (
        <>
          <p className="big">{money(language, payment.amount.amountMinor)}</p>
          <PaymentState payment={payment} />
          <Facts
            rows={[
              [own.expected, date(language, payment.expectedOn)],
              [own.paid, payment.paidOn && date(language, payment.paidOn)],
              [own.account, payment.accountEndsWith && `•••• ${payment.accountEndsWith}`],
            ]}
          />
          {payment.selfBills.length > 0 && (
            <>
              <h3>{own.bills}</h3>
              {payment.selfBills.map(({ id, number, kind, pdf }) => (
                <p key={id} className="row">
                  <span>
                    {number} <small>{word("SelfBillKind", kind)}</small>
                  </span>
                  <Download url={pdf.url} fileName={pdf.fileName} />
                </p>
              ))}
            </>
          )}
          <h3>
            {own.treatments} ({payment.lines.edges.length})
          </h3>
          <ul className="plain-list">
            {payment.lines.edges.map(({ node }) => (
              <li key={node.id} className="row">
                <span>
                  <strong>{node.booking.patient?.name ?? node.booking.reference}</strong>
                  <small>
                    {" "}
                    {node.service.name}, {date(language, node.treatedOn)}
                    {node.kind === "CORRECTION" && ` (${word("SettlementLineKind", node.kind)})`}
                  </small>
                </span>
                <span>{money(language, node.amount.amountMinor)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function Statement({ clinics }: { readonly clinics: readonly { readonly id: string; readonly name: string }[] }) {
  const own = useOwn(clinicWords);
  const { say } = useLanguage();
  const { now } = useSession();
  const client = useClient();
  const today = dayOf(now());
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [until, setUntil] = useState(today);
  const [chosen, setChosen] = useState("");
  const clinicId = chosen || (clinics[0]?.id ?? "");
  const [failed, setFailed] = useState(false);
  const fetchFile = async (kind: "csv" | "pdf"): Promise<void> => {
    const variables = { clinicId, from, until: addDays(until, 1), csv: kind === "csv", pdf: kind === "pdf" };
    const { data } = await client.query(ClinicStatementFile, variables, { requestPolicy: "network-only" }).toPromise();
    const file = data?.clinic?.statement?.[kind];
    setFailed(!file?.base64);
    if (file?.base64) handOver(new Blob([Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))]), file.fileName);
  };
  return (
    <div className="card find-line">
      <Field label={say.from} type="date" value={from} change={setFrom} />
      <Field label={say.until} type="date" value={until} change={setUntil} />
      {clinics.length > 1 && (
        <select aria-label={own.clinic} value={clinicId} onChange={(event) => setChosen(event.target.value)}>
          {clinics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {(["csv", "pdf"] as const).map((kind) => (
        <Button key={kind} className="second" isDisabled={clinicId === ""} onPress={() => void fetchFile(kind)}>
          <Icon name="file" /> {own[kind]}
        </Button>
      ))}
      {failed && (
        <span className="fault" role="alert">
          {say.failed} {say.tryAgain}.
        </span>
      )}
    </div>
  );
}

function Agreement({ agreement, done }: { readonly agreement: Organisation["selfBillingAgreement"]; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const task = useTask(AcceptSelfBilling);
  const current = agreement.acceptedVersion === agreement.textVersion;
  return (
    <div className="card">
      {agreement.acceptedOn && (
        <p>
          <Tag tone={current ? "good" : "warn"}>{own.acceptedOn(date(language, agreement.acceptedOn))}</Tag>
        </p>
      )}
      <details open={!current}>
        <summary>{own.agreement}</summary>
        <p className="pre">{agreement.text}</p>
      </details>
      <Outcome of={task} />
      {!current && (
        <div className="actions">
          <Button
            isDisabled={task.busy}
            onPress={() => void task.run({ textVersion: agreement.textVersion }).then((payload) => payload && done())}
          >
            {own.accept}
          </Button>
        </div>
      )}
    </div>
  );
}
