import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { BatchesScreen, type BatchesScreenQuery } from "../graph/finance";
import { useCodes } from "../shared/codes";
import { Field } from "../shared/fields";
import { date, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section, Table, Tag } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { CloseMembersSheet } from "./close-members-sheet";
import { CloseSheet } from "./close-sheet";
import { Path } from "./path";
import { TONES } from "./tones";
import { financeWords } from "./words";
import "./finance.css";

type Batch = BatchesScreenQuery["settlementBatches"]["edges"][number]["node"];
const UNDER_WAY = new Set(["GATHERING", "CLOSED", "APPROVED"]);

/** Payments to clinics: what is on its way, what waits for a decision, and every batch before. */
export function Batches() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const navigate = useNavigate();
  const [first, setFirst] = useState(20);
  const [closing, setClosing] = useState<"CLINICS" | "MEMBERS" | null>(null);
  const [typed, setTyped] = useState("");
  const { data, state, again } = useScreen(BatchesScreen, { first });
  const batches = data?.settlementBatches.edges.map(({ node }) => node) ?? [];
  const onTheWay = batches.filter((batch) => UNDER_WAY.has(batch.state));
  const before = batches.filter((batch) => !UNDER_WAY.has(batch.state));
  const balance = (account: string): string => data?.trialBalance.find((each) => each.account === account)?.balance.amountMinor ?? "0";
  // without the switch that pays members from here nothing is ever owed to them
  const owedToMembers = Math.abs(Number(balance("MEMBER_PAYABLE")));
  return (
    <Page
      title={own.payments}
      lead={own.paymentsLead}
      actions={
        <>
          {owedToMembers > 0 && (
            <Button className="second" onPress={() => setClosing("MEMBERS")}>
              {own.closeForMembers}
            </Button>
          )}
          <Button onPress={() => setClosing("CLINICS")}>{own.closeBatch}</Button>
        </>
      }
    >
      {state}
      {data && (
        <>
          <ul className="stats">
            <li>
              {own.owedToClinics}
              <strong>{money(language, Math.abs(Number(balance("CLINIC_PAYABLE"))))}</strong>
              {own.inTheLedger}
            </li>
            {owedToMembers > 0 && (
              <li>
                {own.owedToMembers}
                <strong>{money(language, owedToMembers)}</strong>
                {own.inTheLedger}
              </li>
            )}
            <li>
              {own.disputed}
              <strong>{data.disputedLines.edges.length}</strong>
              <Link to="/finance/disputes">{own.seeDisputes}</Link>
            </li>
            <li>
              {own.exceptions}
              <strong>{data.bankExceptions.edges.length}</strong>
              <Link to="/finance/bank">{own.seeExceptions}</Link>
            </li>
          </ul>
          <form
            className="find-line"
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim()) void navigate({ to: "/finance/payment/$endToEndId", params: { endToEndId: typed.trim() } });
            }}
          >
            <Field label={own.findPayment} hint={own.findPaymentHint} value={typed} change={setTyped} />
            <Button type="submit" className="second">
              <Icon name="search" /> {own.find}
            </Button>
          </form>
          <Section title={own.onTheWay}>
            {onTheWay.length === 0 ? (
              <Empty
                icon="money"
                action={
                  <Button className="second" onPress={() => setClosing("CLINICS")}>
                    {own.closeBatch}
                  </Button>
                }
              >
                {batches.length === 0 ? own.noBatches : own.noneOnTheWay}
              </Empty>
            ) : (
              onTheWay.map((batch) => (
                <article key={batch.id} className="card batch">
                  <header>
                    <h3>
                      <Link to="/finance/batch/$id" params={{ id: batch.id }}>
                        {batch.reference}
                      </Link>
                    </h3>
                    <Tag tone={TONES[batch.state] ?? "quiet"}>{word("SettlementBatchState", batch.state)}</Tag>
                    {batch.pays === "MEMBERS" && <span className="note">{own.toMembers}</span>}
                    <strong className="push">{money(language, batch.total.amountMinor)}</strong>
                  </header>
                  <p className="note">
                    {(batch.pays === "MEMBERS" ? own.membersBatchSays : own.batchSays)(
                      batch.paymentCount,
                      batch.lineCount,
                      date(language, batch.through),
                    )}
                  </p>
                  <Path batch={batch} />
                </article>
              ))
            )}
          </Section>
          {before.length > 0 && (
            <Section title={own.before}>
              <Table
                caption={own.before}
                rows={before}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: own.batch,
                    cell: (batch: Batch) => (
                      <>
                        <Link to="/finance/batch/$id" params={{ id: batch.id }}>
                          {batch.reference}
                        </Link>
                        {batch.pays === "MEMBERS" && <small className="under">{own.toMembers}</small>}
                      </>
                    ),
                  },
                  {
                    head: own.state,
                    cell: (batch) => <Tag tone={TONES[batch.state] ?? "quiet"}>{word("SettlementBatchState", batch.state)}</Tag>,
                  },
                  { head: own.until, cell: (batch) => date(language, batch.through) },
                  { head: own.paymentsCount, cell: (batch) => batch.paymentCount, right: true },
                  { head: own.linesCount, cell: (batch) => batch.lineCount, right: true },
                  { head: own.amount, cell: (batch) => <strong>{money(language, batch.total.amountMinor)}</strong>, right: true },
                ]}
              />
            </Section>
          )}
          {batches.length >= first && first < 100 && (
            <Button className="second" onPress={() => setFirst(Math.min(first + 40, 100))}>
              {own.more}
            </Button>
          )}
        </>
      )}
      {closing === "CLINICS" && <CloseSheet close={() => setClosing(null)} done={again} />}
      {closing === "MEMBERS" && <CloseMembersSheet close={() => setClosing(null)} done={again} />}
    </Page>
  );
}
