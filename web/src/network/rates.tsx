import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { ApproveProposal, ApproveRate, RatesScreen, RejectProposal, RejectRate, type RatesScreenQuery } from "../graph/network";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { date, money, shortDay } from "../shared/format";
import { Page, Section, Table, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { Changed } from "./clinic";
import { networkWords } from "./words";
import "./network.css";

type Proposed = RatesScreenQuery["proposedRates"]["edges"][number]["node"];
type Proposal = RatesScreenQuery["proposals"]["edges"][number]["node"];

/** What waits for a second person: rates beside what applies today, and the dated facts, moves and tariffs of the network. */
export function Rates() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const [first, setFirst] = useState(20);
  const { data, state, again } = useScreen(RatesScreen, { first, days: 180, language: asAsked(language) });
  const rates = data?.proposedRates.edges.map(({ node }) => node) ?? [];
  const proposals = data?.proposals.edges.map(({ node }) => node) ?? [];
  return (
    <Page title={own.toApprove} lead={own.toApproveLead}>
      {state}
      {data && (
        <>
          <Section title={own.proposedRates}>
            {rates.length === 0 ? (
              <Empty icon="check">{own.noProposedRates}</Empty>
            ) : (
              <ul className="told">
                {rates.map((rate) => (
                  <RateToDecide key={rate.id} rate={rate} done={again} />
                ))}
              </ul>
            )}
            {data.proposedRates.pageInfo.hasNextPage && first < 100 && (
              <Button className="second" onPress={() => setFirst(Math.min(first + 20, 100))}>
                {own.more}
              </Button>
            )}
          </Section>
          <Section title={own.proposals}>
            {proposals.length === 0 ? (
              <Empty icon="check">{own.noProposals}</Empty>
            ) : (
              <ul className="told">
                {proposals.map((proposal) => (
                  <ProposalToDecide key={proposal.id} proposal={proposal} done={again} />
                ))}
              </ul>
            )}
          </Section>
          {data.missingTariffs.length > 0 && (
            <Section title={own.missingTariffs} note={own.missingTariffsNote}>
              <Table
                caption={own.missingTariffs}
                rows={data.missingTariffs}
                keyOf={({ service, session, from }) => `${service.code} ${session} ${from}`}
                columns={[
                  { head: own.treatment, cell: ({ service }) => service.name },
                  { head: own.session, cell: ({ session }) => word("SessionKind", session) },
                  { head: own.period, cell: ({ from, until }) => own.fromTo(date(language, from), until && date(language, until)) },
                  { head: own.clinics, cell: ({ clinics }) => clinics, right: true },
                ]}
              />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function RateToDecide({ rate, done }: { readonly rate: Proposed; readonly done: () => void }) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const approve = useTask(ApproveRate);
  const reject = useTask(RejectRate);
  const today = rate.inForce ? Number(rate.inForce.amount.amountMinor) : null;
  const change = today === null ? null : (Number(rate.amount.amountMinor) - today) / today;
  return (
    <li className="decide">
      <div>
        <strong>
          <Link to="/network/clinic/$id" params={{ id: rate.clinic.id }}>
            {rate.clinic.name}
          </Link>
        </strong>{" "}
        <small>{rate.clinic.address.town}</small>
        <p>
          {rate.service.name}, {word("SessionKind", rate.session).toLowerCase()}
          {rate.channel !== "ANY" && `, ${word("RateChannel", rate.channel).toLowerCase()}`}
        </p>
        <small>
          {own.fromTo(date(language, rate.validFrom), rate.validUntil && date(language, rate.validUntil))} ·{" "}
          {own.proposedBy(rate.proposed.by, shortDay(language, rate.proposed.at))}
        </small>
        {rate.retroactive && (
          <p>
            <Tag tone="warn">{own.retroactive}</Tag>
          </p>
        )}
      </div>
      <dl className="sides">
        <div>
          <dt>{own.todayRate}</dt>
          <dd>{rate.inForce ? money(language, rate.inForce.amount.amountMinor) : "–"}</dd>
        </div>
        <div>
          <dt>{own.newRate}</dt>
          <dd className="new">{money(language, rate.amount.amountMinor)}</dd>
        </div>
        <div>
          <dt>{own.difference}</dt>
          <dd>{change === null ? own.firstRate : percent(language, change)}</dd>
        </div>
      </dl>
      <div className="actions">
        <Button
          isDisabled={approve.busy || reject.busy}
          aria-label={own.approveNamed(rate.clinic.name, rate.service.name)}
          onPress={() => void approve.run({ id: rate.id, expectedVersion: rate.version }).then((payload) => payload && done())}
        >
          {own.approve}
        </Button>
        <Button
          className="second"
          isDisabled={approve.busy || reject.busy}
          aria-label={own.rejectNamed(rate.clinic.name, rate.service.name)}
          onPress={() => void reject.run({ id: rate.id }).then((payload) => payload && done())}
        >
          {own.reject}
        </Button>
      </div>
      <div className="wide">
        <Outcome of={approve} />
        <Outcome of={reject} />
      </div>
    </li>
  );
}

function percent(language: "da" | "en", change: number): string {
  return new Intl.NumberFormat(language === "da" ? "da-DK" : "en-GB", {
    style: "percent",
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  }).format(change);
}

function ProposalToDecide({ proposal, done }: { readonly proposal: Proposal; readonly done: () => void }) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const approve = useTask(ApproveProposal);
  const reject = useTask(RejectProposal);
  const input = { id: proposal.id, expectedVersion: proposal.version };
  return (
    <li className="decide">
      <div className="wide">
        <Tag tone="accent">{word("ProposalKind", proposal.kind)}</Tag> <strong>{proposal.says}</strong>
        <Changed changes={proposal.changes} />
        <small>
          {own.source}: {proposal.source} · {own.proposedBy(proposal.proposed.by, shortDay(language, proposal.proposed.at))}
        </small>
      </div>
      <div className="actions">
        <Button isDisabled={approve.busy || reject.busy} onPress={() => void approve.run(input).then((payload) => payload && done())}>
          {own.approve}
        </Button>
        <Button
          className="second"
          isDisabled={approve.busy || reject.busy}
          onPress={() => void reject.run(input).then((payload) => payload && done())}
        >
          {own.reject}
        </Button>
      </div>
      <div className="wide">
        <Outcome of={approve} />
        <Outcome of={reject} />
      </div>
    </li>
  );
}
