import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useQuery } from "urql";
import { BookSlot, FindScreen, Quote, type FindScreenQuery } from "../graph/member-app";
import { useTask } from "../shared/act";
import { day, dayAndTime, distance, money, time } from "../shared/format";
import { Price } from "../shared/price";
import { Outcome, Refusals } from "../shared/refusals";
import { Empty, Failed, Loading } from "../shared/states";
import { asAsked, useLanguage } from "../words";

type Hit = NonNullable<FindScreenQuery["claim"]>["providers"]["edges"][number]["node"];
type Chosen = { readonly slotId: string; readonly startsAt: string; readonly clinic: string };
type Order = "DISTANCE" | "EARLIEST";

/** Clinics with a free time that the cover allows, nearest or earliest first; one press on a time shows its price, one more books it. */
export function FindTime() {
  const { claimId } = useParams({ strict: false }) as { claimId: string };
  const { say } = useLanguage();
  const [order, setOrder] = useState<Order>("DISTANCE");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const variables = useMemo(() => ({ claimId, near: { home: true }, first: 10, order }), [claimId, order]);
  const [{ data, error }, again] = useQuery({ query: FindScreen, variables });
  if (chosen) return <Confirm key={chosen.slotId} claimId={claimId} chosen={chosen} choose={setChosen} />;
  return (
    <div className="phone">
      <h1>{say.findTime}</h1>
      <div className="segments">
        {(["DISTANCE", "EARLIEST"] as const).map((each) => (
          <Button key={each} aria-pressed={order === each} onPress={() => setOrder(each)}>
            {each === "DISTANCE" ? say.nearest : say.earliest}
          </Button>
        ))}
      </div>
      {error && !data ? (
        <Failed error={error} again={() => again({ requestPolicy: "network-only" })} />
      ) : !data ? (
        <Loading />
      ) : (
        <Hits providers={data.claim?.providers} choose={setChosen} />
      )}
    </div>
  );
}

function Hits({
  providers,
  choose,
}: {
  readonly providers: NonNullable<FindScreenQuery["claim"]>["providers"] | undefined;
  readonly choose: (slot: Chosen) => void;
}) {
  const { say } = useLanguage();
  if (providers && providers.errors.length > 0) return <Refusals errors={providers.errors} />;
  if (!providers || providers.edges.length === 0) return <Empty>{say.noProviders}</Empty>;
  return providers.edges.map(({ node }) => <ClinicHit key={node.id} hit={node} choose={choose} />);
}

function ClinicHit({ hit, choose }: { readonly hit: Hit; readonly choose: (slot: Chosen) => void }) {
  const { language, say } = useLanguage();
  const { clinic, price, nextSlots, marginWorkingDays } = hit;
  return (
    <article className="card clinic-hit">
      <header>
        <div>
          <h2 className="plain">{clinic.name}</h2>
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
            {day(language, startsAt)}
            <br />
            <strong>{time(language, startsAt)}</strong>
          </Button>
        ))}
      </div>
    </article>
  );
}

function Confirm({
  claimId,
  chosen,
  choose,
}: {
  readonly claimId: string;
  readonly chosen: Chosen;
  readonly choose: (slot: Chosen | null) => void;
}) {
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const [{ data, error }, again] = useQuery({
    query: Quote,
    variables: { claimId, slotId: chosen.slotId },
    requestPolicy: "cache-and-network",
  });
  const task = useTask(BookSlot);
  const others = (task.refused?.alternatives ?? []).map(({ id, startsAt, clinic }) => ({ slotId: id, startsAt, clinic: clinic.name }));
  const quote = data?.claim?.quote;
  const book = async (): Promise<void> => {
    const done = await task.run({ claimId, slotId: chosen.slotId }, { language: asAsked(language) });
    if (done?.booking) void navigate({ to: "/member/appointment/$id", params: { id: done.booking.id } });
  };
  return (
    <div className="phone">
      <h1>{dayAndTime(language, chosen.startsAt)}</h1>
      <p>{chosen.clinic}</p>
      {error && !data ? <Failed error={error} again={() => again({ requestPolicy: "network-only" })} /> : !quote ? <Loading /> : null}
      {quote?.price && <Price price={quote.price} />}
      {quote?.freeCancellationUntil && <p className="note">{say.cancelUntil(dayAndTime(language, quote.freeCancellationUntil))}</p>}
      {quote && <Refusals errors={quote.refusals} />}
      {others.length > 0 ? <p role="alert">{say.lostRace}</p> : <Outcome of={task} />}
      {others.length > 0 && (
        <div className="times">
          {others.map((other) => (
            <Button key={other.slotId} onPress={() => choose(other)}>
              {dayAndTime(language, other.startsAt)}
              <br />
              {other.clinic}
            </Button>
          ))}
        </div>
      )}
      <div className="actions">
        {quote?.bookable && others.length === 0 && (
          <Button isDisabled={task.busy} onPress={() => void book()}>
            {say.confirmTime}
          </Button>
        )}
        <Button className="second" onPress={() => choose(null)}>
          {say.otherTime}
        </Button>
      </div>
    </div>
  );
}
