import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import { ChangeGuardianAccess, MyDataScreen, WithdrawAuthority, WithdrawConsent, type MyDataScreenQuery } from "../graph/member-app";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { date, dayAndTime } from "../shared/format";
import { Facts, Page, Section, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { memberWords } from "./words";
import "./member.css";

type Data = MyDataScreenQuery;
type Member = Data["viewer"]["members"][number];
type Consent = Member["consents"]["edges"][number]["node"];

/** Who may see what and who has seen it; and the family. */
export function Mine() {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const [first, setFirst] = useState(20);
  // whoever states a purpose may state one that no page has words for
  const purposes: Readonly<Record<string, string>> = own.purposes;
  const { data, state, again } = useScreen(MyDataScreen, { first });
  return (
    <Page narrow title={own.mine} lead={own.mineLead}>
      {state}
      {data?.viewer.members.map((member) => {
        const consents = member.consents.edges.map(({ node }) => node);
        const log = member.accessLog.edges.map(({ node }) => node);
        return (
          <div key={member.id}>
            {data.viewer.members.length > 1 && <h2 className="whose">{member.name}</h2>}
            <Section title={own.consents}>
              {consents.length === 0 ? (
                <Empty icon="shield">{own.noConsents}</Empty>
              ) : (
                <ul className="rows card">
                  {consents.map((consent) => (
                    <Given key={consent.id} consent={consent} done={again} />
                  ))}
                </ul>
              )}
            </Section>
            <Section title={own.log}>
              {log.length === 0 ? (
                <Empty icon="search">{own.emptyLog}</Empty>
              ) : (
                <>
                  <ul className="rows card">
                    {log.map((entry, i) => (
                      <li key={i} className="row">
                        <span>
                          <strong>
                            {entry.role === "MEMBER" ? own.yourself : (entry.organisation?.legalName ?? word("ViewerRole", entry.role))}
                          </strong>
                          <small className="block">
                            {[purposes[entry.purpose] ?? entry.purpose, entry.caseReference].filter(Boolean).join(", ")}
                          </small>
                        </span>
                        <span className="end">
                          <small>{dayAndTime(language, entry.at)}</small>
                          {!entry.allowed && <Tag tone="bad">{own.refusedAccess}</Tag>}
                        </span>
                      </li>
                    ))}
                  </ul>
                  {member.accessLog.pageInfo.hasNextPage && first < 100 && (
                    <Button className="second" onPress={() => setFirst(Math.min(first + 40, 100))}>
                      {own.more}
                    </Button>
                  )}
                </>
              )}
            </Section>
            <Section title={own.contact}>
              <div className="card">
                <Facts
                  rows={[
                    [own.born, date(language, member.birthDate)],
                    [own.civilNumber, member.civilNumberMasked],
                    [own.phone, member.phone],
                    [own.email, member.email],
                    [own.address, member.address && `${member.address.line}, ${member.address.postalCode} ${member.address.town}`],
                  ]}
                />
              </div>
            </Section>
          </div>
        );
      })}
      {data && (
        <>
          <Family data={data} done={again} />
          <Authorities data={data} done={again} />
          <Section title={own.settings}>
            <Link className="button second" to="/member/settings">
              {own.toSettings}
            </Link>
          </Section>
        </>
      )}
    </Page>
  );
}

const CONSENT_TONE = { LIVE: "good", AHEAD: "accent" } as Readonly<Record<string, "good" | "accent">>;

function Given({ consent, done }: { readonly consent: Consent; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(WithdrawConsent, "UNKEYED");
  const [asked, setAsked] = useState(false);
  const { claim } = consent;
  return (
    <li>
      <div className="row">
        <span>
          <strong>{word("ConsentPurpose", consent.purpose)}</strong>
          <small className="block">
            {claim?.reference} {date(language, consent.givenOn)} {own.until(date(language, consent.withdrawnOn ?? consent.expiresOn))}
          </small>
        </span>
        {consent.state === "LIVE" && claim && !asked ? (
          <Button className="second" onPress={() => setAsked(true)}>
            {own.withdraw}
          </Button>
        ) : (
          <Tag tone={CONSENT_TONE[consent.state] ?? "quiet"}>{word("ConsentState", consent.state)}</Tag>
        )}
      </div>
      {asked && claim && consent.state === "LIVE" && (
        <>
          <p>{own.withdrawSure}</p>
          <Outcome of={task} />
          <div className="actions">
            <Button
              className="danger"
              isDisabled={task.busy}
              onPress={() => void task.run({ claimId: claim.id, purpose: consent.purpose } as never).then((payload) => payload && done())}
            >
              {own.reallyWithdraw}
            </Button>
            <Button className="second" onPress={() => setAsked(false)}>
              {say.undo}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function Family({ data, done }: { readonly data: Data; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { word } = useCodes();
  const task = useTask(ChangeGuardianAccess, "UNKEYED");
  const { guardians, dependants } = data.viewer;
  if (guardians.length + dependants.length === 0) return null;
  return (
    <Section title={own.family}>
      <ul className="rows card">
        {dependants.map(({ id, name, covers }) => (
          <li key={id} className="row">
            <strong>{name}</strong>
            <small>{covers.length > 0 && own.childCovered}</small>
          </li>
        ))}
        {guardians.map(({ id, name, access }) => (
          <li key={id} className="row">
            <span>
              <strong>{name}</strong>
              <small className="block">
                {own.guardianSees}: {word("GuardianAccess", access)}
              </small>
            </span>
            {access !== "CONTENT" && (
              <Button
                className="second"
                isDisabled={task.busy}
                onPress={() =>
                  void task.run({ guardianId: id, access: access === "NONE" ? "COVER" : "NONE" }).then((payload) => payload && done())
                }
              >
                {access === "NONE" ? own.giveAccess : own.takeAccess}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Outcome of={task} />
    </Section>
  );
}

function Authorities({ data, done }: { readonly data: MyDataScreenQuery; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const task = useTask(WithdrawAuthority, "UNKEYED");
  const live = data.authorities.filter(({ state }) => state === "LIVE" || state === "AHEAD");
  if (live.length === 0) return null;
  return (
    <Section title={own.authorities}>
      <ul className="rows card">
        {live.map(({ id, thirdParty, validThrough }) => (
          <li key={id} className="row">
            <span>
              <strong>{thirdParty ?? "–"}</strong>
              <small className="block">{own.until(date(language, validThrough))}</small>
            </span>
            <Button
              className="second"
              isDisabled={task.busy}
              onPress={() => void task.run({ authorityId: id }).then((payload) => payload && done())}
            >
              {own.withdrawAuthority}
            </Button>
          </li>
        ))}
      </ul>
      <Outcome of={task} />
    </Section>
  );
}
