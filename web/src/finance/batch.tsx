import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import {
  ApproveSettlementBatch,
  BatchScreen,
  ExportPaymentFile,
  RejectSettlementBatch,
  ReopenSettlementBatch,
  WithdrawPayment,
  type BatchScreenQuery,
} from "../graph/finance";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Download } from "../shared/download";
import { Choice } from "../shared/fields";
import { date, dayAndTime, money } from "../shared/format";
import { Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { Path } from "./path";
import { TONES } from "./tones";
import { financeWords } from "./words";
import "./finance.css";

type Found = NonNullable<BatchScreenQuery["settlementBatch"]>;
type Payment = Found["payments"]["edges"][number]["node"];
type Changing = { readonly act: "REJECT" | "REOPEN" } | { readonly act: "WITHDRAW"; readonly payment: Payment };

/** One batch: how far it is, the next press, its payments and its files. */
export function Batch() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { id = "" } = useParams({ strict: false });
  const [first, setFirst] = useState(50);
  const [changing, setChanging] = useState<Changing | null>(null);
  const approve = useTask(ApproveSettlementBatch);
  const send = useTask(ExportPaymentFile);
  const { data, state, again } = useScreen(BatchScreen, { id, first, language: asAsked(language) });
  const batch = data?.settlementBatch;
  if (data && !batch)
    return (
      <Page title={own.batch}>
        <Empty icon="money">{own.noSuchBatch}</Empty>
      </Page>
    );
  const payments = batch?.payments.edges.map(({ node }) => node) ?? [];
  const whole = batch ? !batch.payments.pageInfo.hasNextPage : false;
  const paid = payments.length > 0 && whole && payments.every((payment) => payment.state === "PAID" || payment.state === "NETTED");
  return (
    <Page
      title={batch?.reference ?? own.batch}
      lead={
        batch &&
        (batch.pays === "MEMBERS" ? own.membersBatchSays : own.batchSays)(
          batch.paymentCount,
          batch.lineCount,
          date(language, batch.through),
        )
      }
      actions={
        batch && (
          <>
            {batch.state === "CLOSED" && (
              <>
                <Button
                  isDisabled={approve.busy}
                  onPress={() => void approve.run({ batchId: batch.id }).then((payload) => payload && again())}
                >
                  {own.approve}
                </Button>
                <Button className="second" onPress={() => setChanging({ act: "REJECT" })}>
                  {own.reject}
                </Button>
              </>
            )}
            {batch.state === "APPROVED" && (
              <>
                <Button isDisabled={send.busy} onPress={() => void send.run({ batchId: batch.id }).then((payload) => payload && again())}>
                  {own.makeFile}
                </Button>
                <Button className="second" onPress={() => setChanging({ act: "REOPEN" })}>
                  {own.reopen}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      {state}
      {batch && (
        <>
          <Outcome of={approve} />
          <Outcome of={send} />
          <div className="card batch">
            <header>
              <Tag tone={TONES[batch.state] ?? "quiet"}>{word("SettlementBatchState", batch.state)}</Tag>
              <span className="big push">{money(language, batch.total.amountMinor)}</span>
            </header>
            <Path batch={batch} paid={paid} />
            {batch.changedBy && (
              <p className="note">
                {own.changedBy(batch.changedBy)} {word("SettlementBatchChange", batch.changeReason)}
              </p>
            )}
          </div>
          {batch.files.length > 0 && (
            <Section title={own.files} note={own.filesNote}>
              {batch.files.map((file) => (
                <p key={file.place} className="card row">
                  <span>
                    <strong>{file.fileName}</strong> <Tag tone={TONES[file.state] ?? "quiet"}>{word("PaymentFileState", file.state)}</Tag>
                    <small className="under">
                      {own.fileSays(file.paymentCount, money(language, file.total.amountMinor))}
                      {file.rejectedCount > 0 && ` · ${own.rejectedCount(file.rejectedCount)}`}
                      {file.deliveredAt && ` · ${own.delivered(dayAndTime(language, file.deliveredAt))}`}
                    </small>
                  </span>
                  {file.url && <Download url={file.url} fileName={file.fileName} />}
                </p>
              ))}
            </Section>
          )}
          <Section title={own.paymentsOf}>
            <Table
              caption={own.paymentsOf}
              rows={payments}
              keyOf={(payment) => payment.id}
              columns={[
                {
                  head: own.receiver,
                  cell: (payment) => (
                    <>
                      <Link to="/finance/payment/$endToEndId" params={{ endToEndId: payment.endToEndId }}>
                        {payment.organisation?.legalName ?? own.aMember}
                      </Link>
                      <small className="under">{payment.endToEndId}</small>
                    </>
                  ),
                },
                {
                  head: own.state,
                  cell: (payment) => (
                    <>
                      <Tag tone={TONES[payment.state] ?? "quiet"}>{word("SettlementPaymentState", payment.state)}</Tag>
                      {payment.reasonInWords && <small className="under">{payment.reasonInWords}</small>}
                    </>
                  ),
                },
                {
                  head: own.account,
                  cell: (payment) =>
                    payment.byNemKonto ? own.nemKonto : payment.accountEndsWith ? `•••• ${payment.accountEndsWith}` : "–",
                },
                { head: own.when, cell: (payment) => date(language, payment.paidOn ?? payment.expectedOn), right: true },
                { head: own.amount, cell: (payment) => <strong>{money(language, payment.amount.amountMinor)}</strong>, right: true },
                {
                  head: "",
                  cell: (payment) =>
                    batch.state === "CLOSED" ? (
                      <Button
                        className="quiet"
                        aria-label={own.takeOutNamed(payment.organisation?.legalName ?? own.aMember)}
                        onPress={() => setChanging({ act: "WITHDRAW", payment })}
                      >
                        {own.takeOut}
                      </Button>
                    ) : null,
                  right: true,
                },
              ]}
            />
            {batch.payments.pageInfo.hasNextPage && first < 100 && (
              <Button className="second" onPress={() => setFirst(100)}>
                {own.more}
              </Button>
            )}
          </Section>
          {changing && <ChangeSheet batchId={batch.id} changing={changing} close={() => setChanging(null)} done={again} />}
        </>
      )}
    </Page>
  );
}

/** Rejecting, reopening or taking one payment out: each with its reason. */
function ChangeSheet({
  batchId,
  changing,
  close,
  done,
}: {
  readonly batchId: string;
  readonly changing: Changing;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(financeWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const reject = useTask(RejectSettlementBatch);
  const reopen = useTask(ReopenSettlementBatch);
  const withdraw = useTask(WithdrawPayment);
  const [reason, setReason] = useState("AMOUNT_DOUBTED");
  const task = { REJECT: reject, REOPEN: reopen, WITHDRAW: withdraw }[changing.act];
  const title = { REJECT: own.reject, REOPEN: own.reopen, WITHDRAW: own.takeOut }[changing.act];
  const run = async (): Promise<void> => {
    const why = reason as never;
    const payload =
      changing.act === "WITHDRAW"
        ? await withdraw.run({ paymentId: changing.payment.id, reason: why })
        : await (changing.act === "REJECT" ? reject : reopen).run({ batchId, reason: why });
    if (!payload) return;
    done();
    close();
  };
  return (
    <Sheet title={title} open close={close}>
      <div className="form">
        <p>{{ REJECT: own.rejectNote, REOPEN: own.reopenNote, WITHDRAW: own.takeOutNote }[changing.act]}</p>
        <Choice label={own.reason} value={reason} change={setReason} options={all("SettlementBatchChange")} />
        <Outcome of={task} />
        <div className="actions">
          <Button className="danger" isDisabled={task.busy} onPress={() => void run()}>
            {title}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
