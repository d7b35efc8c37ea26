import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { FindScreen, type FindScreenQuery } from "../graph/member-app";
import { distance, money, shortDay, time } from "../shared/format";
import { CountryMap, type Spot } from "../shared/map";
import { Segments } from "../shared/parts";
import { Refusals } from "../shared/refusals";
import { SetAside } from "../shared/set-aside";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { memberWords } from "./words";
import "./member.css";

type Hit = NonNullable<FindScreenQuery["claim"]>["providers"]["edges"][number]["node"];
export type Chosen = { readonly slotId: string; readonly startsAt: string; readonly clinic: string };
type Order = "DISTANCE" | "EARLIEST";
type Way = "ANY" | "IN_PERSON" | "ONLINE";

/** Clinics with a free time that the cover allows: nearest or earliest first, from home or from elsewhere. */
export function Times({ claimId, choose }: { readonly claimId: string; readonly choose: (slot: Chosen) => void }) {
  const { language, say } = useLanguage();
  const own = useOwn(memberWords);
  const [order, setOrder] = useState<Order>("DISTANCE");
  const [way, setWay] = useState<Way>("ANY");
  const [postalCode, setPostalCode] = useState("");
  const near = /^\d{4}$/.test(postalCode) ? { postalCode } : { home: true };
  const { data, state } = useScreen(FindScreen, {
    claimId,
    near,
    first: 10,
    order,
    language: asAsked(language),
    ...(way === "ANY" ? {} : { channel: way }),
  });
  const providers = data?.claim?.providers;
  const [shown, setShown] = useState<string | null>(null);
  const spots = useMemo(
    () =>
      (providers?.edges ?? []).flatMap(({ node }, i): Spot[] =>
        node.clinic.address.location
          ? [{ key: node.id, at: node.clinic.address.location, kind: "place", sign: String(i + 1), label: `${i + 1}. ${node.clinic.name}` }]
          : [],
      ),
    [providers],
  );
  const show = (key: string): void => {
    setShown(key);
    document.getElementById(`hit-${key}`)?.scrollIntoView({ block: "start" });
  };
  return (
    <>
      <div className="filters">
        <Segments
          label={say.findTime}
          value={order}
          options={[
            ["DISTANCE", say.nearest],
            ["EARLIEST", say.earliest],
          ]}
          choose={setOrder}
        />
        <Segments
          label={say.howToMeet}
          value={way}
          options={[
            ["ANY", own.anyWay],
            ["IN_PERSON", say.inPerson],
            ["ONLINE", say.online],
          ]}
          choose={setWay}
        />
        <input
          aria-label={own.from}
          placeholder={own.from}
          inputMode="numeric"
          autoComplete="postal-code"
          value={postalCode}
          onChange={(event) => setPostalCode(event.target.value)}
        />
      </div>
      {state}
      {providers && <Refusals errors={providers.errors} />}
      {providers && providers.edges.length > 0 && <SetAside wishes={providers.setAsideWishes} />}
      {data && providers?.errors.length !== 1 && (providers?.edges.length ?? 0) === 0 && (
        <Empty
          icon="search"
          action={
            order === "DISTANCE" && (
              <Button className="second" onPress={() => setOrder("EARLIEST")}>
                {own.tryEarliest}
              </Button>
            )
          }
        >
          {say.noProviders}
        </Empty>
      )}
      {providers && spots.length > 0 && (
        <div className="hits-map card">
          <CountryMap label={own.onMap} spots={spots} chosen={shown} choose={show} near />
        </div>
      )}
      {providers?.edges.map(({ node }, i) => (
        <ClinicHit key={node.id} hit={node} number={i + 1} on={node.id === shown} choose={choose} />
      ))}
    </>
  );
}

function ClinicHit({
  hit,
  number,
  on,
  choose,
}: {
  readonly hit: Hit;
  /** Its number on the map. */
  readonly number: number;
  readonly on: boolean;
  readonly choose: (slot: Chosen) => void;
}) {
  const { language, say } = useLanguage();
  const { clinic, price, nextSlots, marginWorkingDays } = hit;
  return (
    <article id={`hit-${hit.id}`} className={on ? "card clinic-hit on" : "card clinic-hit"}>
      <header>
        <div>
          <h2 className="plain">
            <span className="hit-number" aria-hidden="true">
              {number}
            </span>
            {clinic.name}
          </h2>
          <address className="note">
            {clinic.address.line}, {clinic.address.postalCode} {clinic.address.town}
            {hit.distanceKm !== null && hit.distanceKm !== undefined && ` · ${distance(language, hit.distanceKm)}`}
          </address>
        </div>
        {price && (
          <strong>
            <span className="hidden">{say.youPay} </span>
            {money(language, price.memberPays.amountMinor)}
          </strong>
        )}
      </header>
      {marginWorkingDays !== null && marginWorkingDays !== undefined && <p className="note">{say.daysToSpare(marginWorkingDays)}</p>}
      <div className="times">
        {nextSlots.map(({ slot, startsAt }) => (
          <Button key={slot.id} onPress={() => choose({ slotId: slot.id, startsAt, clinic: clinic.name })}>
            {shortDay(language, startsAt)}
            <br />
            <strong>{time(language, startsAt)}</strong>
          </Button>
        ))}
      </div>
    </article>
  );
}

/** Other times to press, where the one that was wanted is gone. */
export function Others({ others, choose }: { readonly others: readonly Chosen[]; readonly choose: (slot: Chosen) => void }) {
  const { language } = useLanguage();
  if (others.length === 0) return null;
  return (
    <div className="times">
      {others.map((other) => (
        <Button key={other.slotId} onPress={() => choose(other)}>
          {shortDay(language, other.startsAt)}
          <br />
          <strong>{time(language, other.startsAt)}</strong>
          <br />
          {other.clinic}
        </Button>
      ))}
    </div>
  );
}
