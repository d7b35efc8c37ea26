import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { PaymentScreen } from "../graph/finance";
import { useCodes } from "../shared/codes";
import { Download } from "../shared/download";
import { date, dayAndTime, money } from "../shared/format";
import { Facts, Page, Section, Table, Tag } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { LineSheet, type Line } from "./line-sheet";
import { TONES } from "./tones";
import { financeWords } from "./words";
import "./finance.css";

/** One transfer: what the bank said of it, its documents, and each amount in it. */
export function Payment() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { endToEndId = "" } = useParams({ strict: false });
  const [first, setFirst] = useState(50);
  const [opened, setOpened] = useState<Line | null>(null);
  const { data, state, again } = useScreen(PaymentScreen, { endToEndId, first, language: asAsked(language) });
  const payment = data?.payment;
  if (data && !payment)
    return (
      <Page title={own.payment}>
        <Empty icon="search">{own.noSuchPayment}</Empty>
      </Page>
    );
  return (
    <Page
      title={payment ? (payment.organisation?.legalName ?? own.aMember) : own.payment}
      lead={payment && [payment.endToEndId, payment.organisation && `CVR ${payment.organisation.cvr}`].filter(Boolean).join(" · ")}
    >
      {state}
      {payment && (
        <>
          <div className="card">
            <p className="big">{money(language, payment.amount.amountMinor)}</p>
            <p>
              <Tag tone={TONES[payment.state] ?? "quiet"}>{word("SettlementPaymentState", payment.state)}</Tag> {payment.reasonInWords}
            </p>
            <Facts
              rows={[
                [
                  own.batch,
                  payment.batch && (
                    <Link to="/finance/batch/$id" params={{ id: payment.batch.id }}>
                      {payment.batch.reference}
                    </Link>
                  ),
                ],
                [own.account, payment.byNemKonto ? own.nemKonto : payment.accountEndsWith && `•••• ${payment.accountEndsWith}`],
                [own.expectedOn, date(language, payment.expectedOn)],
                [own.paidOn, payment.paidOn && date(language, payment.paidOn)],
              ]}
            />
          </div>
          {payment.bankAnswers.length > 0 && (
            <Section title={own.bankSaid}>
              <ul className="told">
                {payment.bankAnswers.map((answer) => (
                  <li key={answer.id}>
                    <strong>{word("BankAnswerKind", answer.kind)}</strong> <small>{dayAndTime(language, answer.toldAt)}</small>
                    {answer.reasonInWords && <p className="note">{answer.reasonInWords}</p>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {payment.selfBills.length > 0 && (
            <Section title={own.documents}>
              {payment.selfBills.map(({ id, number, kind, pdf }) => (
                <p key={id} className="card row">
                  <span>
                    <strong>{number}</strong> <small>{word("SelfBillKind", kind)}</small>
                  </span>
                  <Download url={pdf.url} fileName={pdf.fileName} />
                </p>
              ))}
            </Section>
          )}
          <Section title={own.amounts} note={payment.pays === "MEMBERS" ? undefined : own.amountsNote}>
            {payment.pays === "MEMBERS" ? (
              <Empty icon="person">{own.memberAmounts}</Empty>
            ) : (
              <LineTable lines={payment.lines.edges.map(({ node }) => node)} open={setOpened} />
            )}
            {payment.lines.pageInfo.hasNextPage && first < 100 && (
              <Button className="second" onPress={() => setFirst(100)}>
                {own.more}
              </Button>
            )}
          </Section>
          {opened && <LineSheet line={opened} close={() => setOpened(null)} done={again} />}
        </>
      )}
    </Page>
  );
}

export function LineTable<L extends Line>({ lines, open }: { readonly lines: readonly L[]; readonly open: (line: L) => void }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return (
    <Table
      caption={own.amounts}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          head: own.treatment,
          cell: (line) => (
            <>
              <Button className="link" onPress={() => open(line)}>
                {line.booking.reference}
              </Button>
              <small className="under">
                {line.service.name}, {line.clinic.name}
              </small>
            </>
          ),
        },
        { head: own.treatedOn, cell: ({ treatedOn }) => date(language, treatedOn) },
        { head: own.state, cell: (line) => <Tag tone={TONES[line.state] ?? "quiet"}>{word("SettlementLineState", line.state)}</Tag> },
        { head: own.rate, cell: ({ booking }) => money(language, booking.rate.amount.amountMinor), right: true },
        { head: own.amount, cell: ({ amount }) => <strong>{money(language, amount.amountMinor)}</strong>, right: true },
      ]}
    />
  );
}
