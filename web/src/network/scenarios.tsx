import { useState } from "react";
import { Button } from "react-aria-components";
import { useClient } from "urql";
import { DropScenario, KeepScenario, ScenariosScreen, type ScenariosScreenQuery } from "../graph/network";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Field, Tick } from "../shared/fields";
import { addDays, date, dayOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section, Table, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { networkWords } from "./words";
import "./network.css";

type Outcomes = NonNullable<ScenariosScreenQuery["promiseScenarios"]>;
/** The gateway computes so many at once. */
const MOST = 4;
type Kept = ScenariosScreenQuery["keptScenarios"][number];

/** What would become of the promises if: more is reported, or clinics are closed for a while; kept and compared. */
export function Scenarios() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { now } = useSession();
  const [tried, setTried] = useState<readonly object[]>([]);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const { data, state, again, fetching } = useScreen(ScenariosScreen, {
    scenarios: tried as never,
    kept: [...compared],
    compare: tried.length + compared.length > 0,
    language: asAsked(language),
  });
  const keep = useTask(KeepScenario, "UNKEYED");
  const [name, setName] = useState("");
  const [demand, setDemand] = useState("20");
  const [closes, setCloses] = useState(false);
  const [from, setFrom] = useState(addDays(dayOf(now()), 7));
  const [to, setTo] = useState(addDays(dayOf(now()), 14));
  const [percent, setPercent] = useState("50");
  const [pressed, setPressed] = useState(false);
  const named = name.trim() || own.unnamed(demand, closes ? percent : null);
  const more = Number(demand);
  const wrong = !/^-?\d{1,3}$/.test(demand.trim()) || more < -100 || more > 300;
  const scenario = () => ({
    name: named,
    ...(more !== 0 ? { demandPercent: more } : {}),
    ...(closes ? { closed: { from, through: to, percent: Number(percent) } } : {}),
  });
  const compute = (): void => {
    setPressed(true);
    if (!wrong) {
      setTried([scenario()]);
      setCompared(compared.slice(0, MOST - 1));
    }
  };
  return (
    <Page title={own.scenarios} lead={own.scenariosLead}>
      <div className="two">
        <div className="card form">
          <Field label={own.scenarioName} hint={own.scenarioNameHint} value={name} change={setName} fault={faultAt(keep.errors, "name")} />
          <Field
            label={own.moreReported}
            hint={own.moreReportedHint}
            value={demand}
            change={setDemand}
            inputMode="numeric"
            fault={pressed && wrong ? { message: own.percentWrong } : faultAt(keep.errors, "demandPercent")}
          />
          <Tick label={own.someClosed} value={closes} change={setCloses} />
          {closes && (
            <div className="fields">
              <Field label={own.fromDay} type="date" value={from} change={setFrom} />
              <Field label={own.toDay} type="date" value={to} change={setTo} fault={faultAt(keep.errors, "to")} />
              <Field
                label={own.closedPercent}
                value={percent}
                change={setPercent}
                inputMode="numeric"
                fault={faultAt(keep.errors, "percent")}
              />
            </div>
          )}
          <Outcome of={keep} />
          <div className="actions">
            <Button isDisabled={fetching} onPress={compute}>
              {own.compute}
            </Button>
            <Button
              className="second"
              isDisabled={keep.busy || wrong}
              onPress={() =>
                void keep.run(scenario() as never).then((payload) => {
                  if (!payload) return;
                  setCompared([...new Set([named, ...compared])].slice(0, MOST));
                  setTried([]);
                  again();
                })
              }
            >
              {own.keepIt}
            </Button>
          </div>
        </div>
        {data && (
          <Section title={own.kept}>
            {data.keptScenarios.length === 0 ? (
              <Empty icon="chart">{own.noneKept}</Empty>
            ) : (
              data.keptScenarios.map((kept) => (
                <KeptOne
                  key={kept.name}
                  kept={kept}
                  on={compared.includes(kept.name)}
                  choose={(on) =>
                    setCompared(on ? [kept.name, ...compared].slice(0, MOST - tried.length) : compared.filter((each) => each !== kept.name))
                  }
                  dropped={() => {
                    setCompared(compared.filter((each) => each !== kept.name));
                    again();
                  }}
                />
              ))
            )}
          </Section>
        )}
      </div>
      {state}
      {data && (data.promiseScenarios ? <Compared outcomes={data.promiseScenarios} /> : <Empty icon="chart">{own.chooseToCompare}</Empty>)}
    </Page>
  );
}

function KeptOne({
  kept,
  on,
  choose,
  dropped,
}: {
  readonly kept: Kept;
  readonly on: boolean;
  readonly choose: (on: boolean) => void;
  readonly dropped: () => void;
}) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const client = useClient();
  const [failed, setFailed] = useState(false);
  const drop = async (): Promise<void> => {
    const { data } = await client.mutation(DropScenario, { input: { name: kept.name } }).toPromise();
    setFailed(!data || data.dropScenario.errors.length > 0);
    if (data && data.dropScenario.errors.length === 0) dropped();
  };
  return (
    <div className="row">
      <Tick
        label={
          <>
            {kept.name}
            <small className="under">
              {[
                kept.demandPercent != null && own.demandIs(kept.demandPercent),
                kept.closed && own.closedIs(kept.closed.percent, date(language, kept.closed.from), date(language, kept.closed.through)),
                kept.withoutClinics.length > 0 && own.withoutIs(kept.withoutClinics.map(({ name }) => name).join(", ")),
                ...kept.added.map(({ clinic, service, unitsPerWeek }) => own.addedIs(unitsPerWeek, service.name, clinic.name)),
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </>
        }
        value={on}
        change={choose}
      />
      <span>
        {failed && <span className="fault">{own.notDropped}</span>}
        <Button className="quiet round" aria-label={own.dropNamed(kept.name)} onPress={() => void drop()}>
          <Icon name="cross" />
        </Button>
      </span>
    </div>
  );
}

function Compared({ outcomes }: { readonly outcomes: Outcomes }) {
  const own = useOwn(networkWords);
  const { word } = useCodes();
  const told = (figure: number | null | undefined): string => (figure == null ? own.tooFew : String(figure));
  const columns = [{ ...outcomes.today, name: own.asToday, affected: [] as never }, ...outcomes.scenarios];
  const affected = outcomes.scenarios.flatMap((scenario) => scenario.affected.map((each) => ({ scenario: scenario.name, ...each })));
  return (
    <Section title={own.comparison}>
      <div className="compare">
        {columns.map((each) => {
          const difference = each.waiting == null || outcomes.today.waiting == null ? null : each.waiting - outcomes.today.waiting;
          return (
            <div key={each.name} className="card">
              <h3>{each.name}</h3>
              <p className="big">{told(each.waiting)}</p>
              <p className="note">{own.withoutPlace}</p>
              {difference !== null && difference !== 0 && (
                <Tag tone={difference > 0 ? "bad" : "good"}>{difference > 0 ? own.moreWait(difference) : own.fewerWait(-difference)}</Tag>
              )}
              <p className="note">
                {own.openClaims}: {told(each.claims)} · {own.freeTimes}: {told(each.units)}
              </p>
            </div>
          );
        })}
      </div>
      {affected.length > 0 && (
        <Table
          caption={own.affectedWhere}
          rows={affected}
          keyOf={({ scenario, region, service }) => `${scenario} ${region} ${service.code}`}
          columns={[
            { head: own.scenario, cell: ({ scenario }) => scenario },
            { head: own.region, cell: ({ region }) => (region ? word("Region", region) : "–") },
            { head: own.treatment, cell: ({ service }) => service.name },
            { head: own.lose, cell: ({ lose }) => told(lose), right: true },
            { head: own.gain, cell: ({ gain }) => told(gain), right: true },
          ]}
        />
      )}
    </Section>
  );
}
