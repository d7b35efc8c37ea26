import { useState } from "react";
import { Button } from "react-aria-components";
import { useClient } from "urql";
import { AccountingMonthFile, AskMonthChange, DecideMonthChange, MonthsScreen, type MonthsScreenQuery } from "../graph/finance";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { handOver } from "../shared/download";
import { Choice } from "../shared/fields";
import { dayAndTime, dayOf, money, monthOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { TONES } from "./tones";
import { financeWords } from "./words";
import "./finance.css";

type Month = MonthsScreenQuery["accountingMonth"];
type Change = MonthsScreenQuery["monthChanges"]["edges"][number]["node"];

/** One month of the books: its accounts, what is accrued, its files; asked to be closed or opened by one, agreed by another. */
export function Months() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { now } = useSession();
  const [month, setMonth] = useState(`${dayOf(now()).slice(0, 8)}01`);
  const [asking, setAsking] = useState<"CLOSE" | "REOPEN" | null>(null);
  const { data, state, again } = useScreen(MonthsScreen, { month, first: 12 });
  const found = data?.accountingMonth;
  const changes = data?.monthChanges.edges.map(({ node }) => node) ?? [];
  const waiting = changes.filter((change) => change.state === "ASKED");
  const waits = waiting.some((change) => change.month.slice(0, 7) === month.slice(0, 7));
  return (
    <Page
      title={own.months}
      lead={own.monthsLead}
      actions={
        found &&
        !waits && (
          <Button onPress={() => setAsking(found.closed ? "REOPEN" : "CLOSE")}>{found.closed ? own.askReopen : own.askClose}</Button>
        )
      }
    >
      {waiting.map((change) => (
        <Decide key={change.id} change={change} done={again} />
      ))}
      <div className="board-bar">
        <Button className="second round" aria-label={own.monthBefore} onPress={() => setMonth(monthsFrom(month, -1))}>
          <Icon name="left" />
        </Button>
        <h2 className="month">{monthOf(language, month)}</h2>
        <Button className="second round" aria-label={own.monthAfter} onPress={() => setMonth(monthsFrom(month, 1))}>
          <Icon name="right" />
        </Button>
        {found && <Tag tone={found.closed ? "good" : "quiet"}>{found.closed ? own.monthClosed : own.monthOpen}</Tag>}
      </div>
      {state}
      {found && (
        <>
          <ul className="stats">
            <li>
              {own.accrued}
              <strong>{money(language, found.accrued.amountMinor)}</strong>
              {own.treatmentsCounted(found.accruedCount)}
            </li>
            <li>
              {own.vouchers}
              <strong>{found.voucherCount}</strong>
            </li>
          </ul>
          <Section title={own.accounts} actions={<Files month={month} />}>
            <Accounts month={found} />
          </Section>
          {found.openLines.some(({ lineCount }) => lineCount > 0) && (
            <Section title={own.openByAge} note={own.openByAgeNote}>
              <Table
                caption={own.openByAge}
                rows={found.openLines}
                keyOf={({ fromDays }) => String(fromDays)}
                columns={[
                  { head: own.age, cell: ({ fromDays, throughDays }) => own.ageOf(fromDays, throughDays ?? null) },
                  { head: own.linesCount, cell: ({ lineCount }) => lineCount, right: true },
                  { head: own.amount, cell: ({ total }) => money(language, total.amountMinor), right: true },
                ]}
              />
            </Section>
          )}
          <Section title={own.whoClosed}>
            <History changes={changes} />
          </Section>
        </>
      )}
      {asking && <Ask month={month} act={asking} close={() => setAsking(null)} done={again} />}
    </Page>
  );
}

function monthsFrom(month: string, by: number): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 10);
}

function Accounts({ month }: { readonly month: Month }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  if (month.totals.length === 0) return <Empty icon="money">{own.noAccounts}</Empty>;
  return (
    <Table
      caption={own.accounts}
      rows={month.totals}
      keyOf={({ account }) => account}
      columns={[
        {
          head: own.accountName,
          cell: ({ account, number }) => (
            <>
              {word("LedgerAccountName", account)} {number !== account && <small>{number}</small>}
            </>
          ),
        },
        { head: own.opening, cell: ({ opening }) => money(language, opening.amountMinor), right: true },
        { head: own.debit, cell: ({ debit }) => money(language, debit.amountMinor), right: true },
        { head: own.credit, cell: ({ credit }) => money(language, credit.amountMinor), right: true },
        { head: own.closing, cell: ({ closing }) => <strong>{money(language, closing.amountMinor)}</strong>, right: true },
      ]}
    />
  );
}

/** The journal and the general ledger of the month, as files for the books. */
function Files({ month }: { readonly month: string }) {
  const own = useOwn(financeWords);
  const { say } = useLanguage();
  const client = useClient();
  const [failed, setFailed] = useState(false);
  const fetchFile = async (kind: "journal" | "generalLedger"): Promise<void> => {
    const variables = { month, part: 1, journal: kind === "journal", ledger: kind === "generalLedger" };
    const { data } = await client.query(AccountingMonthFile, variables, { requestPolicy: "network-only" }).toPromise();
    const file = data?.accountingMonth[kind];
    setFailed(!file?.base64);
    if (file?.base64) handOver(new Blob([Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))]), file.fileName);
  };
  return (
    <>
      <Button className="second" onPress={() => void fetchFile("journal")}>
        <Icon name="file" /> {own.journal}
      </Button>
      <Button className="second" onPress={() => void fetchFile("generalLedger")}>
        <Icon name="file" /> {own.generalLedger}
      </Button>
      {failed && (
        <span className="fault" role="alert">
          {say.failed} {say.tryAgain}.
        </span>
      )}
    </>
  );
}

function Ask({
  month,
  act,
  close,
  done,
}: {
  readonly month: string;
  readonly act: "CLOSE" | "REOPEN";
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(financeWords);
  const { language, say } = useLanguage();
  const { all } = useCodes();
  const task = useTask(AskMonthChange);
  const [reason, setReason] = useState("ENTRY_MISSING");
  const title = act === "CLOSE" ? own.askClose : own.askReopen;
  return (
    <Sheet title={`${title}: ${monthOf(language, month)}`} open close={close}>
      <div className="form">
        <p>{act === "CLOSE" ? own.askCloseNote : own.askReopenNote}</p>
        {act === "REOPEN" && <Choice label={own.reason} value={reason} change={setReason} options={all("AccountingMonthReopening")} />}
        <Outcome of={task} />
        <div className="actions">
          <Button
            isDisabled={task.busy}
            onPress={() =>
              void task.run({ month, act, ...(act === "REOPEN" ? { reason: reason as never } : {}) }).then((payload) => {
                if (!payload) return;
                done();
                close();
              })
            }
          >
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

function Decide({ change, done }: { readonly change: Change; readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const task = useTask(DecideMonthChange);
  const decide = (agree: boolean): void => void task.run({ changeId: change.id, agree }).then((payload) => payload && done());
  return (
    <div className="card accent">
      <p>
        <strong>{own.asksFor(change.askedBy, word("AccountingMonthAct", change.act), monthOf(language, change.month))}</strong>
      </p>
      <p className="note">
        {dayAndTime(language, change.askedAt)}
        {change.reason && ` · ${word("AccountingMonthReopening", change.reason)}`}
      </p>
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy} onPress={() => decide(true)}>
          {own.agree}
        </Button>
        <Button className="second" isDisabled={task.busy} onPress={() => decide(false)}>
          {own.refuse}
        </Button>
      </div>
    </div>
  );
}

function History({ changes }: { readonly changes: readonly Change[] }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  if (changes.length === 0) return <Empty icon="calendar">{own.noChanges}</Empty>;
  return (
    <Table
      caption={own.whoClosed}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        { head: own.month, cell: ({ month }) => monthOf(language, month) },
        {
          head: own.what,
          cell: ({ act, reason }) =>
            [word("AccountingMonthAct", act), reason && word("AccountingMonthReopening", reason)].filter(Boolean).join(", "),
        },
        {
          head: own.state,
          cell: (change) => <Tag tone={TONES[change.state] ?? "quiet"}>{word("AccountingMonthActState", change.state)}</Tag>,
        },
        { head: own.asked, cell: ({ askedBy, askedAt }) => `${askedBy}, ${dayAndTime(language, askedAt)}` },
        {
          head: own.decided,
          cell: ({ decidedBy, decidedAt }) => (decidedBy && decidedAt ? `${decidedBy}, ${dayAndTime(language, decidedAt)}` : "–"),
        },
      ]}
    />
  );
}
