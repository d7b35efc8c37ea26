import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { BookingChanged, PromiseAtRisk, WorkScreen, type WorkScreenQuery } from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useCodes } from "../shared/codes";
import { date, money } from "../shared/format";
import { useLive, type Heard } from "../shared/live";
import { Page, Table, Tag } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { DecideIt } from "./case";
import { teamWords } from "./words";
import "./team.css";

type Item = WorkScreenQuery["worklist"][number];
const HEARD: readonly Heard[] = [
  { document: PromiseAtRisk as Heard["document"], variables: {} },
  { document: BookingChanged as Heard["document"], variables: {} },
];

/** What waits for somebody, the oldest first, and what can be done from here. */
export function Work() {
  statePurpose("CASE_HANDLING", null);
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word, all } = useCodes();
  const [team, setTeam] = useState("");
  const [kind, setKind] = useState("");
  const { data, state, again } = useScreen(WorkScreen, {
    ...(team ? { team: team as never } : {}),
    ...(kind ? { kind: kind as never } : {}),
    language: asAsked(language),
  });
  const live = useLive(HEARD, again);
  const items = data?.worklist ?? [];
  return (
    <Page title={own.work} lead={own.workLead} live={live}>
      <div className="board-bar">
        <select className="only" aria-label={own.team} value={team} onChange={(event) => setTeam(event.target.value)}>
          <option value="">{own.anyTeam}</option>
          {all("Team").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <select className="only" aria-label={own.kind} value={kind} onChange={(event) => setKind(event.target.value)}>
          <option value="">{own.all}</option>
          {all("WorkKind").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {state}
      {data && items.length === 0 && <Empty icon="check">{own.nothingToDo}</Empty>}
      {items.length > 0 && (
        <Table
          caption={own.work}
          rows={items}
          keyOf={keyOf}
          columns={[
            {
              head: own.who,
              cell: ({ claim, member }) => (
                <>
                  <Link to="/team/case/$id" params={{ id: claim.id }}>
                    {member.name}
                  </Link>
                  <small className="under">
                    {claim.reference} · {claim.service.name}
                  </small>
                </>
              ),
            },
            {
              head: own.what,
              cell: (item) => (
                <>
                  {word("WorkKind", item.kind)}
                  <small className="under">{detail(item)}</small>
                </>
              ),
            },
            { head: own.team, cell: (item) => word("Team", item.team) },
            {
              head: own.due,
              cell: ({ dueOn, overdue }) => (
                <Tag tone={overdue ? "bad" : "quiet"}>{overdue ? `${own.overdue}, ${date(language, dueOn)}` : date(language, dueOn)}</Tag>
              ),
            },
            {
              head: own.todo,
              cell: ({ submission, claim }) =>
                submission ? (
                  <DecideIt submissionId={submission.id} done={again} />
                ) : (
                  <Link className="button second" to="/team/case/$id" params={{ id: claim.id }}>
                    {own.openCase}
                  </Link>
                ),
              right: true,
            },
          ]}
        />
      )}
    </Page>
  );

  function detail({ submission, coverLoss, claim }: Item): string {
    if (submission)
      return [
        word("SubmissionKind", submission.kind),
        submission.fee && money(language, submission.fee.amountMinor),
        submission.documentReference,
      ]
        .filter(Boolean)
        .join(", ");
    if (coverLoss) return word("CoverLossTodo", coverLoss.todo);
    return claim.manualCheck.map(({ message }) => message).join(" ");
  }
}

const keyOf = ({ kind, claim, submission, complaint, coverLoss }: Item): string =>
  [kind, claim.id, submission?.id, complaint?.id, coverLoss?.id].join(" ");
