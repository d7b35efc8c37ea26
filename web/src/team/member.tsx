import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { MemberScreen, OpenClaim, type MemberScreenQuery, type OpenClaimMutationVariables } from "../graph/health-team";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field, Tick } from "../shared/fields";
import { date, dayAndTime, dayOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts, Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { PROMISE_TONE } from "./board";
import { CLAIM_TONE } from "./tones";
import { teamWords } from "./words";
import "./team.css";

type Member = NonNullable<MemberScreenQuery["member"]>;

/** Whoever calls, in one page: cover and what is left of it, cases, appointments, and opening a case while talking. */
export function TeamMember() {
  const { id } = useParams({ strict: false }) as { id: string };
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { data, state } = useScreen(MemberScreen, { id, first: 10, language: asAsked(language) });
  const [opening, setOpening] = useState(false);
  const member = data?.member;
  const claims = member?.claims.edges.map(({ node }) => node) ?? [];
  const bookings = member?.bookings.edges.map(({ node }) => node) ?? [];
  return (
    <Page
      title={member?.name ?? own.member}
      lead={member && `${own.born(date(language, member.birthDate))} · ${member.civilNumberMasked}`}
      actions={
        member && (
          <>
            {member.phone && (
              <a className="button second" href={`tel:${member.phone}`}>
                <Icon name="phone" /> {member.phone}
              </a>
            )}
            <Button onPress={() => setOpening(true)}>
              <Icon name="plus" /> {own.openClaim}
            </Button>
          </>
        )
      }
    >
      {state}
      {data && !member && <Empty icon="person">{own.nobody}</Empty>}
      {member && (
        <div className="split">
          <div>
            <Section title={own.claims}>
              {claims.length === 0 ? (
                <Empty>{own.noClaims}</Empty>
              ) : (
                <Table
                  caption={own.claims}
                  rows={claims}
                  keyOf={({ id: key }) => key}
                  columns={[
                    {
                      head: own.case,
                      cell: (claim) => (
                        <Link to="/team/case/$id" params={{ id: claim.id }}>
                          {claim.reference}
                        </Link>
                      ),
                    },
                    { head: own.treatment, cell: ({ service }) => service.name },
                    { head: own.received, cell: ({ receivedAt }) => date(language, receivedAt) },
                    {
                      head: own.promises,
                      cell: ({ guarantee }) =>
                        guarantee.latestOn ? (
                          <Tag tone={PROMISE_TONE[guarantee.promiseState] ?? "quiet"}>{date(language, guarantee.latestOn)}</Tag>
                        ) : (
                          "–"
                        ),
                    },
                    {
                      head: "",
                      cell: (claim) => <Tag tone={CLAIM_TONE[claim.state] ?? "quiet"}>{word("ClaimState", claim.state)}</Tag>,
                      right: true,
                    },
                  ]}
                />
              )}
            </Section>
            <Section title={own.appointments}>
              {bookings.length === 0 ? (
                <Empty>{own.noAppointments}</Empty>
              ) : (
                <Table
                  caption={own.appointments}
                  rows={bookings}
                  keyOf={({ id: key }) => key}
                  columns={[
                    { head: own.appointments, cell: ({ startsAt }) => dayAndTime(language, startsAt) },
                    { head: own.treatment, cell: ({ service }) => service.name },
                    { head: own.to, cell: ({ clinic }) => clinic.name },
                    { head: "", cell: ({ state: stands }) => word("BookingState", stands), right: true },
                  ]}
                />
              )}
            </Section>
          </div>
          <div>
            <Policies member={member} />
            <Section title={own.member}>
              <div className="card">
                <Facts
                  rows={[
                    [own.phone, member.phone],
                    [own.email, member.email],
                    [
                      own.address,
                      member.address &&
                        [member.address.line, `${member.address.postalCode} ${member.address.town}`].filter(Boolean).join(", "),
                    ],
                    [own.civilNumber, member.civilNumberMasked],
                    ["", member.protectedAddress && <Tag tone="warn">{own.protectedAddress}</Tag>],
                  ]}
                />
              </div>
            </Section>
          </div>
          {opening && <OpenSheet member={member} services={data.services} close={() => setOpening(false)} />}
        </div>
      )}
    </Page>
  );
}

function Policies({ member }: { readonly member: Member }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return (
    <Section title={own.policy}>
      {member.policies.map((policy) => (
        <div key={policy.id} className="card">
          <h3>{word("Product", policy.product)}</h3>
          <p className="note">
            {word("PolicyRole", policy.role)},{" "}
            {own.coverFrom(date(language, policy.coverStart), policy.coverEnd ? date(language, policy.coverEnd) : null)}
          </p>
          {(policy.suspended || !policy.confirmed) && (
            <p>
              {policy.suspended && <Tag tone="bad">{own.suspended}</Tag>} {!policy.confirmed && <Tag tone="warn">{own.unconfirmed}</Tag>}
            </p>
          )}
          {policy.options.length > 0 && <p>{policy.options.map((option) => word("PolicyOption", option)).join(", ")}</p>}
          {policy.limits.length > 0 && (
            <ul className="limits">
              {policy.limits.map((limit) => (
                <li key={`${limit.rule} ${limit.under}`}>
                  <span>
                    {limit.services.map(({ name }) => name).join(", ") || word("Cover", limit.under)}
                    <small> {word("LimitPeriod", limit.period)}</small>
                  </span>
                  <strong>{own.leftOf(limit.remaining, limit.allowed)}</strong>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  );
}

type Input = OpenClaimMutationVariables["input"];

function OpenSheet({
  member,
  services,
  close,
}: {
  readonly member: Member;
  readonly services: MemberScreenQuery["services"];
  readonly close: () => void;
}) {
  const own = useOwn(teamWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const navigate = useNavigate();
  const task = useTask(OpenClaim);
  const today = dayOf(now());
  const [service, setService] = useState<string>("PHYSIOTHERAPY");
  const [code, setCode] = useState("BACK_PAIN");
  const [aroseOn, setAroseOn] = useState("");
  const [cause, setCause] = useState("NONE_OF_THESE");
  const [hasReferral, setHasReferral] = useState(false);
  const [type, setType] = useState("GP");
  const [issuedOn, setIssuedOn] = useState(today);
  const create = async (): Promise<void> => {
    const input = {
      memberId: member.id,
      service,
      condition: { code, aroseOn },
      cause,
      ...(hasReferral ? { referral: { type, issuedOn } } : {}),
    };
    const payload = await task.run(input as unknown as Omit<Input, "idempotencyKey">);
    if (payload?.claim) void navigate({ to: "/team/case/$id", params: { id: payload.claim.id } });
  };
  return (
    <Sheet title={own.openClaim} open close={close}>
      <p className="note">{own.openClaimNote}</p>
      <div className="form">
        <Choice
          label={own.treatment}
          value={service}
          change={setService}
          options={services.map(({ code: each, name }) => [each as string, name] as const)}
        />
        <Choice label={own.complaint} value={code} change={setCode} options={all("ConditionCode")} />
        <Field label={own.aroseOn} type="date" max={today} value={aroseOn} change={setAroseOn} fault={faultAt(task.errors, "aroseOn")} />
        <Choice label={own.cause} value={cause} change={setCause} options={all("ComplaintCause")} />
        <Tick label={own.hasReferral} value={hasReferral} change={setHasReferral} />
        {hasReferral && (
          <div className="fields">
            <Choice label={own.referral} value={type} change={setType} options={all("ReferralType")} />
            <Field label={own.issuedOn} type="date" max={today} value={issuedOn} change={setIssuedOn} />
          </div>
        )}
      </div>
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy || aroseOn === ""} onPress={() => void create()}>
          {own.create}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}
