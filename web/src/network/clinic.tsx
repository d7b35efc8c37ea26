import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { ClinicHistory, ClinicScreen, type ClinicScreenQuery } from "../graph/network";
import { useSession } from "../session";
import { useCodes } from "../shared/codes";
import { date, dayAndTime, dayOf, money } from "../shared/format";
import { Facts, Page, Section, Table, Tag } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { ClinicSheet } from "./clinic-sheet";
import { CredentialSheet, EndCredentialSheet, type Subject } from "./credential-sheet";
import { EndSheet } from "./end-sheet";
import { RateSheet } from "./rate-sheet";
import { networkWords } from "./words";
import "./network.css";

type Found = NonNullable<ClinicScreenQuery["clinic"]>;
type Held = Found["credentials"][number];
type Opened =
  | { readonly act: "END"; readonly subject: Subject }
  | { readonly act: "ADD"; readonly subject: Subject }
  | { readonly act: "STOP"; readonly credential: Held }
  | { readonly act: "CHANGE" }
  | { readonly act: "RATE" };

/** One clinic: what it and its company and people are entitled to, what is agreed, what changed, and how it is ended. */
export function Clinic() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const { id = "" } = useParams({ strict: false });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [past, setPast] = useState(false);
  const { data, state, again } = useScreen(ClinicScreen, { clinicId: id, language: asAsked(language) });
  const clinic = data?.clinic;
  if (data && !clinic)
    return (
      <Page title={own.clinic}>
        <Empty icon="house">{own.noSuchClinic}</Empty>
      </Page>
    );
  const today = dayOf(now());
  const close = (): void => setOpened(null);
  const company = clinic?.organisation;
  return (
    <Page
      title={clinic?.name ?? own.clinic}
      lead={clinic && `${clinic.address.line ?? ""}, ${clinic.address.postalCode} ${clinic.address.town}`}
      actions={
        clinic && (
          <>
            <Button className="second" onPress={() => setOpened({ act: "CHANGE" })}>
              {own.change}
            </Button>
            <Button
              className="danger"
              onPress={() => setOpened({ act: "END", subject: { id: clinic.id, name: clinic.name, part: "CLINIC" } })}
            >
              {own.endOrSuspend}
            </Button>
          </>
        )
      }
    >
      {state}
      {clinic && company && (
        <>
          <div className="card">
            <Facts
              rows={[
                [own.company, `${company.legalName}, CVR ${company.cvr}`],
                [own.kind, word("ProviderKind", clinic.kind)],
                [own.treatments, clinic.services.map(({ name }) => name).join(", ")],
                [own.phone, clinic.phone],
                [own.wayIn, clinic.wayIn],
                [own.calendarHeard, clinic.lastSyncedAt ? dayAndTime(language, clinic.lastSyncedAt) : own.never],
              ]}
            />
          </div>
          <Papers
            subject={{ id: company.id, name: company.legalName, part: "ORGANISATION" }}
            held={company.credentials}
            today={today}
            open={setOpened}
            title={own.agreement}
          />
          <Section title={own.people}>
            {clinic.practitioners.length === 0 && <Empty icon="person">{own.nobodyWorks}</Empty>}
            {clinic.practitioners.map((person) => (
              <Papers
                key={person.id}
                subject={{ id: person.id, name: person.name, part: "PRACTITIONER" }}
                held={person.credentials}
                today={today}
                open={setOpened}
                title={`${person.name}, ${word("Profession", person.profession).toLowerCase()}`}
                small
              />
            ))}
          </Section>
          {clinic.credentials.length > 0 && (
            <Papers
              subject={{ id: clinic.id, name: clinic.name, part: "CLINIC" }}
              held={clinic.credentials}
              today={today}
              open={setOpened}
              title={own.ofTheClinic}
            />
          )}
          <Section
            title={own.rates}
            actions={
              <>
                <Button className="quiet" aria-pressed={past} onPress={() => setPast(!past)}>
                  {past ? own.withoutPast : own.withPast}
                </Button>
                <Button className="second" onPress={() => setOpened({ act: "RATE" })}>
                  {own.proposeRate}
                </Button>
              </>
            }
          >
            {clinic.rates.edges.length === 0 ? (
              <Empty icon="money">{own.noRates}</Empty>
            ) : (
              <Table
                caption={own.rates}
                rows={clinic.rates.edges.map(({ node }) => node).filter(({ validUntil }) => past || !validUntil || validUntil > today)}
                keyOf={(rate) => rate.id}
                columns={[
                  {
                    head: own.treatment,
                    cell: (rate) => (
                      <>
                        {rate.service.name}
                        <small className="under">
                          {word("SessionKind", rate.session)}, {word("RateChannel", rate.channel).toLowerCase()}
                        </small>
                      </>
                    ),
                  },
                  {
                    head: own.state,
                    cell: (rate) => (
                      <Tag tone={rate.state === "APPROVED" ? "good" : rate.state === "PROPOSED" ? "warn" : "quiet"}>
                        {word("RateState", rate.state)}
                      </Tag>
                    ),
                  },
                  {
                    head: own.period,
                    cell: (rate) => own.fromTo(date(language, rate.validFrom), rate.validUntil && date(language, rate.validUntil)),
                  },
                  { head: own.amount, cell: (rate) => money(language, rate.amount.amountMinor), right: true },
                ]}
              />
            )}
          </Section>
          <History clinicId={clinic.id} />
          {opened?.act === "END" && (
            <EndSheet
              subject={opened.subject}
              others={[{ id: company.id, name: company.legalName, part: "ORGANISATION" }]}
              close={close}
              done={again}
            />
          )}
          {opened?.act === "ADD" && <CredentialSheet subject={opened.subject} close={close} done={again} />}
          {opened?.act === "STOP" && <EndCredentialSheet credential={opened.credential} close={close} done={again} />}
          {opened?.act === "CHANGE" && <ClinicSheet clinic={clinic} close={close} done={again} />}
          {opened?.act === "RATE" && <RateSheet clinicId={clinic.id} services={clinic.services} close={close} done={again} />}
        </>
      )}
    </Page>
  );
}

/** What was changed, by whom; asked for when somebody wants to know. */
function History({ clinicId }: { readonly clinicId: string }) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { data, state } = useScreen(ClinicHistory, { clinicId, first: 20 }, !open);
  const changes = data?.clinic?.changes.edges ?? [];
  return (
    <Section
      title={own.history}
      actions={
        !open && (
          <Button className="second" onPress={() => setOpen(true)}>
            {own.showHistory}
          </Button>
        )
      }
    >
      {state}
      {data && changes.length === 0 && <Empty>{own.noHistory}</Empty>}
      {changes.length > 0 && (
        <ul className="told">
          {changes.map(({ node }, i) => (
            <li key={i}>
              <strong>{dayAndTime(language, node.act.at)}</strong> <small>{node.act.by}</small>
              <Changed changes={node.changes} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Changed({
  changes,
}: {
  readonly changes: readonly { readonly field: string; readonly before?: string | null; readonly after?: string | null }[];
}) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map(({ field, before, after }, i) => (
        <li key={i}>
          {field}: {before && <del>{before}</del>} {before && "→"} <ins>{after ?? "–"}</ins>
        </li>
      ))}
    </ul>
  );
}

function Papers({
  subject,
  held,
  today,
  open,
  title,
  small = false,
}: {
  readonly subject: Subject;
  readonly held: readonly Held[];
  readonly today: string;
  readonly open: (opened: Opened) => void;
  readonly title: string;
  readonly small?: boolean;
}) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const body = (
    <div className="card">
      {small && <h3>{title}</h3>}
      {held.length === 0 && <p className="note">{own.noPapers}</p>}
      <ul className="plain-list">
        {held.map((paper) => (
          <li key={paper.id} className="row">
            <span>
              <Standing paper={paper} today={today} /> {word("CredentialKind", paper.kind)}
              {paper.number && ` ${paper.number}`}
              <small className="under">
                {own.fromTo(date(language, paper.validFrom), paper.validUntil && date(language, paper.validUntil))} · {paper.source} ·{" "}
                {own.recordedBy(paper.recorded.by, paper.approvedBy ?? null)}
              </small>
            </span>
            {(!paper.validUntil || paper.validUntil > today) && (
              <Button className="second" onPress={() => open({ act: "STOP", credential: paper })}>
                {paper.kind === "SUSPENSION" || paper.kind === "END" ? own.lift : own.endPaper}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="actions">
        {subject.part !== "CLINIC" && (
          <Button className="second" onPress={() => open({ act: "ADD", subject })}>
            {own.addPaper}
          </Button>
        )}
        {subject.part !== "CLINIC" && (
          <Button className="quiet" onPress={() => open({ act: "END", subject })}>
            {own.endOrSuspend}
          </Button>
        )}
      </div>
    </div>
  );
  return small ? body : <Section title={title}>{body}</Section>;
}

/** How a paper stands today: it holds, ends within a quarter, begins later, or is over. */
function Standing({ paper, today }: { readonly paper: Held; readonly today: string }) {
  const own = useOwn(networkWords);
  const takesAway = paper.kind === "SUSPENSION" || paper.kind === "END";
  if (paper.validUntil && paper.validUntil <= today) return <Tag tone="quiet">{own.over}</Tag>;
  if (paper.validFrom > today) return <Tag tone="accent">{own.comes}</Tag>;
  if (takesAway) return <Tag tone="bad">{own.stopsBookings}</Tag>;
  const soon = paper.validUntil && Date.parse(paper.validUntil) - Date.parse(today) < 90 * 86_400_000;
  return <Tag tone={soon ? "warn" : "good"}>{soon ? own.endsSoon : own.holds}</Tag>;
}
