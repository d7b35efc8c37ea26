import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { MapScreen, type MapScreenQuery } from "../graph/network";
import { useSession } from "../session";
import { useCodes } from "../shared/codes";
import { addDays, count, dayOf, money, shortDay } from "../shared/format";
import { CountryMap, type Spot } from "../shared/map";
import { Page, Section, Segments, Tag } from "../shared/parts";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { networkWords } from "./words";
import "./network.css";

type Feasibility = MapScreenQuery["networkFeasibility"];
type Certificate = Feasibility["certificates"][number];
type Addition = Feasibility["additions"][number];
type Ahead = "7" | "14" | "31";

const MOST_DOTS = 100;

/** Where promises cannot be kept, by treatment and day, with the proof of each and what would remove it. */
export function ShortageMap() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const today = useMemo(() => dayOf(now()), []);
  const [region, setRegion] = useState("");
  const [service, setService] = useState("");
  const [ahead, setAhead] = useState<Ahead>("14");
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, state, again, fetching } = useScreen(MapScreen, {
    from: today,
    through: addDays(today, Number(ahead)),
    ...(region ? { region: region as never } : {}),
    ...(service ? { service: service as never } : {}),
    clinics: MOST_DOTS,
    language: asAsked(language),
  });
  const found = data?.networkFeasibility;
  const spots = useMemo(() => (data ? spotsOf(data) : []), [data]);
  const choose = (key: string): void => {
    setChosen(key);
    document.getElementById(`about-${key}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <Page
      title={own.shortage}
      lead={own.shortageLead}
      actions={
        <Button className="second" isDisabled={fetching} onPress={again}>
          {own.countAgain}
        </Button>
      }
    >
      <div className="board-bar">
        <select className="only" aria-label={own.region} value={region} onChange={(event) => setRegion(event.target.value)}>
          <option value="">{own.wholeCountry}</option>
          {all("Region").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <select className="only" aria-label={own.treatment} value={service} onChange={(event) => setService(event.target.value)}>
          <option value="">{own.allTreatments}</option>
          {all("ServiceCode").map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <Segments
          label={own.ahead}
          value={ahead}
          options={(["7", "14", "31"] as const).map((days) => [days, own.days(Number(days))] as const)}
          choose={setAhead}
        />
      </div>
      {state}
      {found && data && (
        <>
          <Standing found={found} />
          <div className="map-page">
            <figure className="card map-card">
              <CountryMap label={own.mapLabel} spots={spots} chosen={chosen} choose={choose} />
              <figcaption className="note">
                <span className="key shortage">{own.keyShortage}</span> <span className="key remedy">{own.keyRemedy}</span>{" "}
                <span className="key dot">{data.clinics.pageInfo.hasNextPage ? own.keySomeClinics(MOST_DOTS) : own.keyClinics}</span>
              </figcaption>
            </figure>
            <div>
              <Section title={own.missing}>
                {found.certificates.length === 0 ? (
                  <Empty icon="check">{found.openClaims === 0 ? own.nobodyWaits : own.allFit}</Empty>
                ) : (
                  <ul className="told">
                    {found.certificates.map((certificate, i) => (
                      <Shortage key={i} certificate={certificate} id={`short-${i}`} on={chosen === `short-${i}`} choose={setChosen} />
                    ))}
                  </ul>
                )}
              </Section>
              {found.additions.length > 0 && (
                <Section title={own.removes} note={own.removesNote}>
                  <ul className="told">
                    {found.additions.map((addition, i) => (
                      <Remedy key={i} addition={addition} id={`add-${i}`} on={chosen === `add-${i}`} choose={setChosen} />
                    ))}
                  </ul>
                </Section>
              )}
            </div>
          </div>
          {found.certificates.length > 0 && <ByDay certificates={found.certificates} />}
        </>
      )}
    </Page>
  );

  function spotsOf({ clinics, networkFeasibility }: MapScreenQuery): Spot[] {
    const dots = clinics.edges.flatMap(({ node }): Spot[] =>
      node.address.location ? [{ key: node.id, at: node.address.location, kind: "dot", label: "" }] : [],
    );
    const short = networkFeasibility.certificates.flatMap((each, i): Spot[] =>
      each.location
        ? [
            {
              ...{ key: `short-${i}`, at: each.location, kind: "shortage", size: each.short, sign: String(each.short) },
              label: `${each.service.name}, ${each.place}: ${own.shortOf(each.short)}`,
            },
          ]
        : [],
    );
    const remedies = networkFeasibility.additions.flatMap((each, i): Spot[] =>
      each.clinic?.address.location
        ? [{ key: `add-${i}`, at: each.clinic.address.location, kind: "remedy", label: own.addAt(each.units, each.clinicName) }]
        : [],
    );
    return [...dots, ...remedies, ...short];
  }
}

function Standing({ found }: { readonly found: Feasibility }) {
  const own = useOwn(networkWords);
  const told = (figure: number | null | undefined): string => (figure == null ? own.tooFew : String(figure));
  const { language } = useLanguage();
  return (
    <ul className="stats">
      <li>
        {own.cannotBePlaced}
        <strong>{told(found.unplaced)}</strong>
        {own.ofOpen(told(found.openClaims))}
      </li>
      <li>
        {own.freeTimes}
        <strong>{count(language, found.units)}</strong>
        {own.inThePeriod}
      </li>
      <li>
        {own.wouldHelp}
        <strong>
          {count(
            language,
            found.additions.reduce((sum, { units }) => sum + units, 0),
          )}
        </strong>
        {own.moreTimes}
      </li>
    </ul>
  );
}

function Shortage({
  certificate,
  id,
  on,
  choose,
}: {
  readonly certificate: Certificate;
  readonly id: string;
  readonly on: boolean;
  readonly choose: (id: string) => void;
}) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  return (
    <li id={`about-${id}`} className={on ? "on" : undefined}>
      <Button className="told-head" aria-pressed={on} onPress={() => choose(id)}>
        <Tag tone="bad">{own.shortOf(certificate.short)}</Tag>
        <strong>
          {certificate.service.name}, {certificate.place}
        </strong>
        <small>{own.before(shortDay(language, certificate.latestOn))}</small>
      </Button>
      <p className="note">{certificate.text}</p>
    </li>
  );
}

function Remedy({
  addition,
  id,
  on,
  choose,
}: {
  readonly addition: Addition;
  readonly id: string;
  readonly on: boolean;
  readonly choose: (id: string) => void;
}) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const cost = addition.costPerPromiseKept;
  return (
    <li id={`about-${id}`} className={on ? "on" : undefined}>
      <Button className="told-head" aria-pressed={on} onPress={() => choose(id)}>
        <Tag tone="accent">{own.units(addition.units)}</Tag>
        <strong>{addition.clinic ? addition.clinicName : own.newClinic(addition.clinicName)}</strong>
        <small>
          {[addition.town, addition.services.map(({ name }) => name).join(", "), word("Channel", addition.channel)]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </Button>
      <p className="note">
        {addition.removes != null && own.keeps(addition.removes)} {cost && own.costs(money(language, cost.amountMinor))}{" "}
        {addition.days.map(({ on: day, units }) => `${shortDay(language, day)}: ${units}`).join(", ")}
        {addition.clinic && (
          <>
            {" "}
            <Link to="/network/clinic/$id" params={{ id: addition.clinic.id }}>
              {own.openClinic}
            </Link>
          </>
        )}
      </p>
      {addition.alternatives.length > 0 && (
        <details>
          <summary>{own.alternatives(addition.alternatives.length)}</summary>
          <ul className="plain-list">
            {addition.alternatives.map((other, i) => (
              <li key={i} className="note">
                {other.clinicName}
                {other.town && `, ${other.town}`}: {own.units(other.units)}
                {other.costPerPromiseKept && `, ${own.costs(money(language, other.costPerPromiseKept.amountMinor))}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** How many are missing by treatment and by the last day they can be seen. */
function ByDay({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const days = [...new Set(certificates.map(({ latestOn }) => latestOn))].sort();
  const services = [...new Map(certificates.map(({ service }) => [service.code, service.name])).entries()];
  const most = Math.max(...certificates.map(({ short }) => short));
  const sum = (code: string, day?: string): number =>
    certificates.filter((each) => each.service.code === code && (!day || each.latestOn === day)).reduce((all, { short }) => all + short, 0);
  return (
    <Section title={own.byDay} note={own.byDayNote}>
      <div className="card grid-card" role="group" tabIndex={0} aria-label={own.byDay}>
        <table className="by-day">
          <thead>
            <tr>
              <th scope="col">{own.treatment}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {shortDay(language, day)}
                </th>
              ))}
              <th scope="col">{own.total}</th>
            </tr>
          </thead>
          <tbody>
            {services.map(([code, name]) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {days.map((day) => {
                  const short = sum(code, day);
                  return (
                    <td key={day} className={short === 0 ? "none" : `heat-${Math.ceil((short / most) * 4)}`}>
                      {short === 0 ? "·" : short}
                    </td>
                  );
                })}
                <td>
                  <strong>{sum(code)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
