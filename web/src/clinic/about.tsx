import { useState } from "react";
import { Button } from "react-aria-components";
import { AboutScreen, ChangeProviderAccount, ProposeRate, UpdateClinic, type AboutScreenQuery } from "../graph/clinic";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field, Tick } from "../shared/fields";
import { addDays, date, dayOf, money } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { ClinicChoice, useChosenClinic } from "./clinics";
import { clinicWords } from "./words";
import "./clinic.css";

type Organisation = NonNullable<AboutScreenQuery["viewer"]["organisation"]>;
type Clinic = NonNullable<Organisation["clinic"]>;

/** What patients see of the clinic, where its money goes, and what is agreed for its treatments. */
export function About() {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { data, state, again } = useScreen(AboutScreen, { ...useChosenClinic(), language: asAsked(language) });
  const organisation = data?.viewer.organisation;
  const clinic = organisation?.clinic;
  return (
    <Page
      title={clinic?.name ?? own.about}
      lead={clinic ? `${clinic.address.line}, ${clinic.address.postalCode} ${clinic.address.town}` : own.aboutLead}
      actions={<ClinicChoice clinics={organisation?.clinics.edges.map(({ node }) => node) ?? []} chosen={clinic?.id} />}
    >
      {state}
      {organisation && clinic && (
        <div className="split">
          <div>
            <Rates key={clinic.id} clinic={clinic} done={again} />
          </div>
          <div>
            <Seen key={`${clinic.id} ${clinic.version}`} clinic={clinic} done={again} />
            <Receivables organisation={organisation} />
            <Account organisation={organisation} changes={data.accountChanges.edges.map(({ node }) => node)} done={again} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Seen({ clinic, done }: { readonly clinic: Clinic; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const task = useTask(UpdateClinic);
  const [phone, setPhone] = useState(clinic.phone ?? "");
  const [wayIn, setWayIn] = useState(clinic.wayIn ?? "");
  const [treatsChildren, setChildren] = useState(clinic.treatsChildren);
  const [accessibility, setAccessibility] = useState<readonly string[]>(clinic.accessibility);
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const payload = await task.run({
      clinicId: clinic.id,
      expectedVersion: clinic.version,
      wayIn,
      treatsChildren,
      accessibility: accessibility as (typeof clinic.accessibility)[number][],
      ...(phone ? { phone } : {}),
    });
    setSaved(payload !== null);
    if (payload) done();
  };
  return (
    <Section title={own.seenByPatients}>
      <div className="card form">
        <Field label={own.telephone} type="tel" value={phone} change={setPhone} fault={faultAt(task.errors, "phone")} />
        <Field label={own.wayIn} hint={own.wayInHint} lines={2} value={wayIn} change={setWayIn} fault={faultAt(task.errors, "wayIn")} />
        <fieldset className="picks">
          <legend>{own.accessibility}</legend>
          {all("Accessibility").map(([code, words]) => (
            <Tick
              key={code}
              label={words}
              value={accessibility.includes(code)}
              change={(on) => setAccessibility(on ? [...accessibility, code] : accessibility.filter((each) => each !== code))}
            />
          ))}
        </fieldset>
        <Tick label={own.children} value={treatsChildren} change={setChildren} />
        <Outcome of={task} />
        {saved && (
          <p className="done" role="status">
            <Icon name="check" />
            {own.saved}
          </p>
        )}
        <div className="actions">
          <Button isDisabled={task.busy} onPress={() => void save()}>
            {say.save}
          </Button>
        </div>
      </div>
    </Section>
  );
}

type Change = AboutScreenQuery["accountChanges"]["edges"][number]["node"];

function Account({
  organisation,
  changes,
  done,
}: {
  readonly organisation: Organisation;
  readonly changes: readonly Change[];
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(ChangeProviderAccount);
  const [open, setOpen] = useState(false);
  const [registrationNumber, setRegistration] = useState("");
  const [accountNumber, setAccount] = useState("");
  const [sent, setSent] = useState(false);
  const { account } = organisation;
  const send = async (): Promise<void> => {
    if (!(await task.run({ registrationNumber, accountNumber }))) return;
    setSent(true);
    setOpen(false);
    setAccount("");
    done();
  };
  return (
    <Section title={own.account} note={own.accountNote}>
      <div className="card">
        <p>
          <strong>{account ? own.accountNow(account.registrationNumber, account.maskedAccountNumber) : own.noAccount}</strong>
        </p>
        {changes
          .filter(({ state }) => state !== "CONFIRMED")
          .map((change) => (
            <p key={change.id}>
              <Tag tone="warn">{word("AccountChangeState", change.state)}</Tag>{" "}
              {own.accountNow(change.registrationNumber, change.maskedAccountNumber)} <small>{date(language, change.statedAt)}</small>
            </p>
          ))}
        {sent && (
          <p className="done" role="status">
            <Icon name="check" />
            {own.accountSent}
          </p>
        )}
        {open ? (
          <div className="form">
            <div className="fields">
              <Field
                label={own.registrationNumber}
                inputMode="numeric"
                value={registrationNumber}
                change={setRegistration}
                fault={faultAt(task.errors, "registrationNumber")}
              />
              <Field
                label={own.accountNumber}
                inputMode="numeric"
                value={accountNumber}
                change={setAccount}
                fault={faultAt(task.errors, "accountNumber")}
              />
            </div>
            <Outcome of={task} />
            <div className="actions">
              <Button isDisabled={task.busy} onPress={() => void send()}>
                {own.sendAccount}
              </Button>
              <Button className="second" onPress={() => setOpen(false)}>
                {say.undo}
              </Button>
            </div>
          </div>
        ) : (
          <div className="actions">
            <Button className="second" onPress={() => setOpen(true)}>
              {own.newAccount}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

/** What the company has to pay back; nothing where there is nothing. */
function Receivables({ organisation }: { readonly organisation: Organisation }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const open = organisation.receivables.edges.map(({ node }) => node).filter(({ left }) => Number(left.amountMinor) > 0);
  if (open.length === 0) return null;
  return (
    <Section title={own.receivables}>
      <div className="card">
        {open.map(({ id, reference, demandedOn, left }) => (
          <p key={id} className="row">
            <span>
              {reference} <small>{date(language, demandedOn)}</small>
            </span>
            <strong>{money(language, left.amountMinor)}</strong>
          </p>
        ))}
      </div>
    </Section>
  );
}

const RATE_TONE = { APPROVED: "good", PROPOSED: "warn", REJECTED: "bad" } as const;

function Rates({ clinic, done }: { readonly clinic: Clinic; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { word, all } = useCodes();
  const { now } = useSession();
  const task = useTask(ProposeRate);
  const [open, setOpen] = useState(false);
  const [service, setService] = useState<string>(clinic.services[0]?.code ?? "");
  const [session, setSession] = useState<string>("FIRST");
  const [kroner, setKroner] = useState("");
  const [validFrom, setValidFrom] = useState(addDays(dayOf(now()), 30));
  const [wrong, setWrong] = useState(false);
  const [sent, setSent] = useState(false);
  const today = dayOf(now());
  // what has ended is history, and stands in the statement
  const rates = clinic.rates.edges
    .map(({ node }) => node)
    .filter(({ validUntil }) => validUntil === null || validUntil > today)
    .sort(
      (a, b) => a.service.name.localeCompare(b.service.name) || a.session.localeCompare(b.session) || (a.validFrom < b.validFrom ? -1 : 1),
    );
  const send = async (): Promise<void> => {
    const amount = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(kroner.trim());
    setWrong(!amount);
    if (!amount) return;
    const amountMinor = String(Number(amount[1]) * 100 + Number((amount[2] ?? "").padEnd(2, "0")));
    const input = { clinicId: clinic.id, service, session, amountMinor, validFrom };
    if (!(await task.run(input as Parameters<typeof task.run>[0]))) return;
    setSent(true);
    setOpen(false);
    done();
  };
  return (
    <Section
      title={own.rates}
      actions={
        <Button className="second" onPress={() => setOpen(true)}>
          {own.propose}
        </Button>
      }
    >
      {sent && (
        <p className="done" role="status">
          <Icon name="check" />
          {own.proposed}
        </p>
      )}
      {rates.length === 0 ? (
        <Empty icon="money">{own.noRates}</Empty>
      ) : (
        <Table
          caption={own.rates}
          rows={rates}
          keyOf={({ id }) => id}
          columns={[
            { head: own.treatment, cell: ({ service: of }) => of.name },
            { head: own.session, cell: ({ session: of }) => word("SessionKind", of) },
            { head: own.validFrom, cell: ({ validFrom: from }) => date(language, from) },
            { head: own.state, cell: ({ state }) => <Tag tone={RATE_TONE[state]}>{word("RateState", state)}</Tag> },
            { head: own.price, cell: ({ amount }) => money(language, amount.amountMinor), right: true },
          ]}
        />
      )}
      <Sheet title={own.propose} open={open} close={() => setOpen(false)}>
        <p className="note">{own.proposeNote}</p>
        <div className="form">
          <Choice
            label={own.treatment}
            value={service}
            change={setService}
            options={clinic.services.map(({ code, name }) => [code, name] as const)}
          />
          <Choice label={own.session} value={session} change={setSession} options={all("SessionKind")} />
          <Field
            label={own.kroner}
            inputMode="numeric"
            value={kroner}
            change={setKroner}
            fault={wrong ? { message: own.wrongKroner } : faultAt(task.errors, "amountMinor")}
          />
          <Field label={own.validFrom} type="date" value={validFrom} change={setValidFrom} fault={faultAt(task.errors, "validFrom")} />
        </div>
        <Outcome of={task} />
        <div className="actions">
          <Button isDisabled={task.busy} onPress={() => void send()}>
            {own.sendProposal}
          </Button>
          <Button className="second" onPress={() => setOpen(false)}>
            {say.undo}
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}
