import { useState } from "react";
import { Button } from "react-aria-components";
import { DisputesScreen, SettleDispute, type DisputesScreenQuery } from "../graph/finance";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { dayAndTime } from "../shared/format";
import { Page } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { LineSheet } from "./line-sheet";
import { LineTable } from "./payment";
import { financeWords } from "./words";
import "./finance.css";

type Disputed = DisputesScreenQuery["disputedLines"]["edges"][number]["node"];

/** Treatments that a member says did not take place: what the clinic answered, and the decision. */
export function Disputes() {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const [first, setFirst] = useState(20);
  const [opened, setOpened] = useState<string | null>(null);
  const { data, state, again } = useScreen(DisputesScreen, { first, language: asAsked(language) });
  const lines = data?.disputedLines.edges.map(({ node }) => node) ?? [];
  const line = lines.find(({ id }) => id === opened);
  return (
    <Page title={own.disputes} lead={own.disputesLead}>
      {state}
      {data && lines.length === 0 && <Empty icon="check">{own.noDisputes}</Empty>}
      {lines.length > 0 && <LineTable lines={lines} open={({ id }) => setOpened(id)} />}
      {data?.disputedLines.pageInfo.hasNextPage && first < 100 && (
        <Button className="second" onPress={() => setFirst(Math.min(first + 20, 100))}>
          {own.more}
        </Button>
      )}
      {line && (
        <LineSheet line={line} close={() => setOpened(null)} done={again}>
          <Decide
            line={line}
            done={() => {
              setOpened(null);
              again();
            }}
          />
        </LineSheet>
      )}
    </Page>
  );
}

function Decide({ line, done }: { readonly line: Disputed; readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const task = useTask(SettleDispute);
  const settle = (decision: "OWED" | "NOT_OWED"): void => void task.run({ lineId: line.id, decision }).then((payload) => payload && done());
  return (
    <div className="apart">
      <h3>{own.clinicSays}</h3>
      {line.disputeAnswers.length === 0 && <p className="note">{own.noAnswer}</p>}
      <ul className="plain-list">
        {line.disputeAnswers.map((answer, i) => (
          <li key={i}>
            <strong>{word("DisputeFinding", answer.finding)}</strong>
            {answer.words && <p>{answer.words}</p>}
            <small>
              {dayAndTime(language, answer.answeredAt)}
              {answer.inRecord != null && ` · ${answer.inRecord ? own.inRecord : own.notInRecord}`}
            </small>
          </li>
        ))}
      </ul>
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy} onPress={() => settle("OWED")}>
          {own.owed}
        </Button>
        <Button className="danger" isDisabled={task.busy} onPress={() => settle("NOT_OWED")}>
          {own.notOwed}
        </Button>
      </div>
    </div>
  );
}
