import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState, type KeyboardEvent } from "react";
import { Button } from "react-aria-components";
import { BoardScreen, BookFirstAppointment, BookingChanged, PromiseAtRisk, TakeClaim, type BoardScreenQuery } from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { dayAndTime, shortDay } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLive, type Heard } from "../shared/live";
import { Page, Segments, Tag, type Tone } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { SetAside } from "../shared/set-aside";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { teamWords } from "./words";
import "./team.css";

type Entry = BoardScreenQuery["promiseBoard"]["edges"][number]["node"];
type Counted = "breached" | "atRisk" | "tight" | "safe" | "met";
type State = "BREACHED" | "AT_RISK" | "TIGHT" | "SAFE" | "MET";

const COUNTED: readonly (readonly [State, Counted])[] = [
  ["BREACHED", "breached"],
  ["AT_RISK", "atRisk"],
  ["TIGHT", "tight"],
  ["SAFE", "safe"],
];
export const PROMISE_TONE: Readonly<Record<string, Tone>> = {
  BREACHED: "bad",
  AT_RISK: "bad",
  TIGHT: "warn",
  SAFE: "good",
  MET: "good",
  NONE: "quiet",
};

/** One colour calls for one thing at a time: only what is urgent has it. */
const URGENT = new Set(["BREACHED", "AT_RISK", "TIGHT"]);

const HEARD: readonly Heard[] = [
  { document: PromiseAtRisk as Heard["document"], variables: {} },
  { document: BookingChanged as Heard["document"], variables: {} },
];

/** The promises that wait, the most urgent first, each with the next steps ready to press. */
export function Board() {
  statePurpose("CASE_HANDLING", null);
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word, all } = useCodes();
  const [state, setState] = useState<State | null>(null);
  const [region, setRegion] = useState("");
  const [service, setService] = useState("");
  const [first, setFirst] = useState(40);
  const [mine, setMine] = useState(false);
  const filter = { ...(region ? { region } : {}), ...(service ? { service } : {}), ...(mine ? { mine } : {}) };
  const {
    data,
    state: shown,
    again,
  } = useScreen(BoardScreen, {
    first,
    language: asAsked(language),
    filter: { ...filter, ...(state ? { states: [state] } : {}) } as never,
  });
  const live = useLive(HEARD, again);
  const entries = data?.promiseBoard.edges.map(({ node }) => node) ?? [];
  const rows = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    const act = { b: ".act-book", f: ".act-find", m: ".act-mine" }[event.key];
    const items = [...(rows.current?.querySelectorAll<HTMLElement>("li.promise") ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    if (step !== 0) (items[Math.min(Math.max(at + step, 0), items.length - 1)]?.querySelector("a") as HTMLElement | null)?.focus();
    else if (act) (items[at]?.querySelector(act) as HTMLElement | null)?.click();
  };
  return (
    <Page title={own.promises} lead={own.promisesLead} live={live}>
      <div className="board-bar">
        <div className="counts" role="group" aria-label={own.promises}>
          <Button aria-pressed={state === null} onPress={() => setState(null)}>
            {own.all}
          </Button>
          {COUNTED.map(([each, counted]) => (
            <Button key={each} aria-pressed={state === each} onPress={() => setState(each)}>
              <Tag tone={PROMISE_TONE[each] ?? "quiet"}>{word("PromiseState", each)}</Tag>
              <strong>{data?.promiseCounts[counted] ?? "–"}</strong>
            </Button>
          ))}
        </div>
        <Segments
          label={own.whoseCases}
          value={mine ? "MINE" : "ALL"}
          options={[
            ["ALL", own.everyones],
            ["MINE", own.mine],
          ]}
          choose={(chosen) => setMine(chosen === "MINE")}
        />
        <select className="only" aria-label={own.region} value={region} onChange={(event) => setRegion(event.target.value)}>
          <option value="">{own.anyRegion}</option>
          {all("Region").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <select className="only" aria-label={own.treatment} value={service} onChange={(event) => setService(event.target.value)}>
          <option value="">{own.anyTreatment}</option>
          {all("ServiceCode").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {shown}
      {data && entries.length === 0 && <Empty icon="shield">{mine ? own.nothingMine : own.nothingWaits}</Empty>}
      {entries.length > 0 && (
        <>
          <ul ref={rows} className="board" onKeyDown={move}>
            {entries.map((entry) => (
              <Promised key={entry.claim.id} entry={entry} done={again} />
            ))}
          </ul>
          <p className="note keys">{own.keys}</p>
          {data?.promiseBoard.pageInfo.hasNextPage && (
            <Button className="second" onPress={() => setFirst(Math.min(first + 40, 100))}>
              {own.more}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function Promised({ entry, done }: { readonly entry: Entry; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const navigate = useNavigate();
  const task = useTask(BookFirstAppointment);
  const take = useTask(TakeClaim, "UNKEYED");
  const { claim, member, certificate } = entry;
  const name = member?.name ?? own.erased;
  const last = entry.latestOn ?? entry.deadlineAt;
  const book = async (): Promise<void> => {
    statePurpose("CASE_HANDLING", claim.reference);
    const payload = await task.run({ claimId: claim.id }, { language: asAsked(language) });
    statePurpose("CASE_HANDLING", null);
    if (payload) done();
  };
  const params = { id: claim.id };
  return (
    <li className="promise">
      <span className="promise-state">
        <Tag tone={PROMISE_TONE[entry.state] ?? "quiet"}>{word("PromiseState", entry.state)}</Tag>
      </span>
      <span className="promise-who">
        <Link to="/team/case/$id" params={params}>
          {name}
        </Link>
        <small>
          {claim.reference} · {entry.service.name}
          {member?.address && ` · ${member.address.town}`}
          {claim.handledBy && ` · ${claim.isMine ? own.onMyList : own.onListOf(claim.handledBy)}`}
        </small>
      </span>
      <span className="promise-why">
        {claim.firstBooking
          ? own.bookedAt(dayAndTime(language, claim.firstBooking.startsAt), claim.firstBooking.clinic.name)
          : entry.nextStep}
        <small>{certificate ? certificate.text : own.deadline(shortDay(language, last), entry.marginWorkingDays)}</small>
        {claim.firstBooking && <SetAside wishes={entry.setAsideWishes} />}
      </span>
      <span className="promise-acts">
        <Button
          className="quiet act-mine"
          isDisabled={take.busy}
          aria-label={claim.isMine ? own.giveBackFor(name) : own.takeFor(name)}
          onPress={() => void take.run({ claimId: claim.id, mine: !claim.isMine }).then((payload) => payload && done())}
        >
          {claim.isMine ? own.giveBack : own.take}
        </Button>
        {entry.nextAction !== "NONE" && member?.phone && (entry.nextAction === "CALL_MEMBER" || entry.nextAction === "ASK_FOR_CONTACT") && (
          <a className="button second" href={`tel:${member.phone}`} aria-label={own.callNamed(name)}>
            <Icon name="phone" />
          </a>
        )}
        {!claim.firstBooking && (
          <>
            <Button
              className={URGENT.has(entry.state) ? "act-book" : "second act-book"}
              isDisabled={task.busy}
              aria-label={own.bookBestFor(name)}
              onPress={() => void book()}
            >
              {own.bookBest}
            </Button>
            <Button
              className="second act-find"
              aria-label={own.findTimeFor(name)}
              onPress={() => void navigate({ to: "/team/case/$id/book", params })}
            >
              {own.findTime}
            </Button>
          </>
        )}
      </span>
      {(take.errors.length > 0 || take.trouble) && (
        <div className="promise-outcome">
          <Outcome of={take} />
        </div>
      )}
      {(task.errors.length > 0 || task.trouble) && (
        <div className="promise-outcome">
          <Outcome of={task} />
          {task.errors.length > 0 && <p className="note">{own.noBest}</p>}
        </div>
      )}
    </li>
  );
}
