import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import {
  BankScreen,
  ConfirmBankException,
  ImportBankFile,
  ResolveBankException,
  type BankScreenQuery,
  type ImportBankFileMutation,
} from "../graph/finance";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice } from "../shared/fields";
import { date, money } from "../shared/format";
import { Facts, Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { financeWords } from "./words";
import "./finance.css";

type Exception = BankScreenQuery["bankExceptions"]["edges"][number]["node"];
type Statement = BankScreenQuery["bankStatements"]["edges"][number]["node"];
type Imported = ImportBankFileMutation["importBankFile"]["file"];

/** What the bank's statements say beside the books: differences to explain, entries to post, files to read. */
export function Bank() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const [first, setFirst] = useState(20);
  const [opened, setOpened] = useState<Exception | null>(null);
  const { data, state, again } = useScreen(BankScreen, { first, statements: 5 });
  const exceptions = data?.bankExceptions.edges.map(({ node }) => node) ?? [];
  const statements = data?.bankStatements.edges.map(({ node }) => node) ?? [];
  const left = data?.settlementTasks.edges.map(({ node }) => node) ?? [];
  const running = data?.bankImports.filter(({ done, total }) => done < total) ?? [];
  return (
    <Page title={own.bankTitle} lead={own.bankLead} actions={<TakeIn done={again} />}>
      {state}
      {data && (
        <>
          {running.map(({ sha256, done, total }) => (
            <p key={sha256} className="notice" role="status">
              {own.fileRuns(done, total)}
            </p>
          ))}
          <Section title={own.differences} note={own.differencesNote}>
            {statements.length === 0 ? (
              <Empty icon="swap">{own.noStatements}</Empty>
            ) : (
              statements.map((statement) => <Balance key={`${statement.account} ${statement.reference}`} statement={statement} />)
            )}
          </Section>
          <Section title={own.toPost} note={own.toPostNote}>
            {exceptions.length === 0 ? (
              <Empty icon="check">{own.nothingToPost}</Empty>
            ) : (
              <Table
                caption={own.toPost}
                rows={exceptions}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: own.entry,
                    cell: (exception) => (
                      <>
                        <Button className="link" onPress={() => setOpened(exception)}>
                          {exception.payment?.organisation?.legalName ?? exception.reference ?? exception.bankReference ?? own.unknownEntry}
                        </Button>
                        <small className="under">{exception.bookedOn && date(language, exception.bookedOn)}</small>
                      </>
                    ),
                  },
                  { head: own.why, cell: ({ reason }) => <Tag tone="warn">{word("BankExceptionReason", reason)}</Tag> },
                  {
                    head: own.state,
                    cell: ({ resolution, proposedBy }) =>
                      resolution ? <Tag tone="accent">{own.waitsForSecond(proposedBy ?? "")}</Tag> : <Tag tone="quiet">{own.open}</Tag>,
                  },
                  { head: own.amount, cell: ({ amount }) => (amount ? money(language, amount.amountMinor) : "–"), right: true },
                ]}
              />
            )}
            {data.bankExceptions.pageInfo.hasNextPage && first < 100 && (
              <Button className="second" onPress={() => setFirst(Math.min(first + 20, 100))}>
                {own.more}
              </Button>
            )}
          </Section>
          {left.length > 0 && (
            <Section title={own.cannotBePaid} note={own.cannotBePaidNote}>
              <Table
                caption={own.cannotBePaid}
                rows={left}
                keyOf={({ organisation, reason }) => `${organisation.id} ${reason}`}
                columns={[
                  { head: own.company, cell: ({ organisation }) => organisation.legalName },
                  { head: own.why, cell: ({ reason }) => <Tag tone="warn">{word("LeftOutReason", reason)}</Tag> },
                  { head: own.since, cell: ({ raisedAt }) => date(language, raisedAt), right: true },
                  { head: own.amount, cell: ({ total }) => money(language, total.amountMinor), right: true },
                ]}
              />
            </Section>
          )}
        </>
      )}
      {opened && (
        <Post
          exception={exceptions.find(({ id }) => id === opened.id) ?? opened}
          close={() => setOpened(null)}
          done={() => {
            setOpened(null);
            again();
          }}
        />
      )}
    </Page>
  );
}

/** The bank's balance beside the books', and what explains the difference. */
function Balance({ statement }: { readonly statement: Statement }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const unexplained = Number(statement.unexplained.amountMinor);
  return (
    <article className="card">
      <div className="batch-head">
        <h3>
          {own.statementOf(statement.account.slice(-4), date(language, statement.closingOn))}
          <small className="under">
            {statement.reference} · {own.entries(statement.entryCount)}
          </small>
        </h3>
        <Tag tone={unexplained === 0 ? "good" : "bad"}>
          {unexplained === 0 ? own.explainedAll : own.unexplained(money(language, unexplained))}
        </Tag>
      </div>
      <dl className="sum">
        <dt>{own.bankBalance}</dt>
        <dd>{money(language, statement.closing.amountMinor)}</dd>
        <dt>{own.bookBalance}</dt>
        <dd>{money(language, statement.book.amountMinor)}</dd>
        {statement.explained.map(({ reason, amount }) => (
          <Explained key={reason} word={word("BalanceDifferenceReason", reason)} amount={money(language, amount.amountMinor)} />
        ))}
        <dt className="total">{own.difference}</dt>
        <dd className="total">{money(language, statement.difference.amountMinor)}</dd>
      </dl>
      {statement.openExceptions > 0 && <p className="note">{own.openEntries(statement.openExceptions)}</p>}
    </article>
  );
}

const Explained = ({ word, amount }: { readonly word: string; readonly amount: string }) => (
  <>
    <dt>· {word}</dt>
    <dd>{amount}</dd>
  </>
);

const RESOLUTIONS = [
  "HANDLED_WITH_BANK",
  "NOT_OURS",
  "DUPLICATE_OF_BANK",
  "BANK_CHARGE",
  "BANK_INTEREST",
  "PAID_BY_OTHER_MEANS",
  "AS_THE_BANK_SAYS",
] as const;

/** One entry that fits nothing: what it is, proposed by one person and confirmed by another. */
function Post({ exception, close, done }: { readonly exception: Exception; readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const resolve = useTask(ResolveBankException);
  const confirm = useTask(ConfirmBankException);
  const [resolution, setResolution] = useState<string>(RESOLUTIONS[0]);
  return (
    <Sheet title={word("BankExceptionReason", exception.reason)} open close={close}>
      {exception.amount && <p className="big">{money(language, exception.amount.amountMinor)}</p>}
      <Facts
        rows={[
          [own.when, exception.bookedOn && date(language, exception.bookedOn)],
          [own.reference, exception.reference],
          [own.bankReference, exception.bankReference],
          [own.place, exception.place],
          [
            own.payment,
            exception.payment && (
              <Link to="/finance/payment/$endToEndId" params={{ endToEndId: exception.payment.endToEndId }}>
                {exception.payment.organisation?.legalName ?? own.aMember}, {money(language, exception.payment.amount.amountMinor)}
              </Link>
            ),
          ],
          [own.unexplainedLeft, Number(exception.unexplained.amountMinor) !== 0 && money(language, exception.unexplained.amountMinor)],
        ]}
      />
      {exception.resolution ? (
        <div className="apart">
          <p>
            <Tag tone="accent">{word("BankExceptionResolution", exception.resolution)}</Tag> {own.proposedBy(exception.proposedBy ?? "")}
          </p>
          <Outcome of={confirm} />
          <div className="actions">
            <Button isDisabled={confirm.busy} onPress={() => void confirm.run({ id: exception.id }).then((payload) => payload && done())}>
              {own.confirm}
            </Button>
            <Button className="second" onPress={close}>
              {say.close}
            </Button>
          </div>
        </div>
      ) : (
        <div className="apart form">
          <Choice
            label={own.whatIsIt}
            hint={own.whatIsItHint}
            value={resolution}
            change={setResolution}
            options={RESOLUTIONS.map((each) => [each, word("BankExceptionResolution", each)] as const)}
          />
          <Outcome of={resolve} />
          <div className="actions">
            <Button
              isDisabled={resolve.busy}
              onPress={() => void resolve.run({ id: exception.id, resolution: resolution as never }).then((payload) => payload && done())}
            >
              {own.propose}
            </Button>
            <Button className="second" onPress={close}>
              {say.undo}
            </Button>
          </div>
        </div>
      )}
    </Sheet>
  );
}

/** A file of the bank's, read from this computer; the same file twice changes nothing. */
function TakeIn({ done }: { readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(ImportBankFile);
  const [open, setOpen] = useState(false);
  const [imported, setImported] = useState<Imported | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setImported(null);
    const payload = await task.run({ content: await file.text() });
    if (!payload) return;
    setImported(payload.file as Imported);
    done();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{own.takeIn}</Button>
      {open && (
        <Sheet title={own.takeIn} open close={() => setOpen(false)}>
          <label className="drop">
            <strong>{own.bankFile}</strong>
            <span className="button second">{own.chooseFile}</span>
            <input
              className="hidden"
              type="file"
              accept=".xml"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
          <p className="note">{own.bankFileNote}</p>
          {task.busy && (
            <p className="note" role="status">
              {say.loading}
            </p>
          )}
          <Outcome of={task} />
          {imported && (
            <div className="apart">
              <p className="done" role="status">
                {imported.known ? own.fileKnown : own.fileTaken(imported.lineCount)}
              </p>
              <Facts
                rows={[
                  [own.booked, imported.booked || null],
                  [own.accepted, imported.accepted || null],
                  [own.rejected, imported.rejected || null],
                  [own.returned, imported.returned || null],
                  [own.unchanged, imported.unchanged || null],
                  [own.toPost, imported.exceptions.map(({ reason }) => word("BankExceptionReason", reason)).join(", ")],
                ]}
              />
            </div>
          )}
          <div className="actions">
            <Button className="second" onPress={() => setOpen(false)}>
              {say.close}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
