import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useClient } from "urql";
import { BookSlot, FindScreen, Quote } from "../graph/member-app";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { dayAndTime } from "../shared/format";
import { Icon } from "../shared/icons";
import { Price } from "../shared/price";
import { Outcome, Refusals } from "../shared/refusals";
import { useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { Others, Times, type Chosen } from "./hits";
import { useHold, type Held } from "./hold";
import { memberWords } from "./words";

/** One press on a time holds it and shows its price, one more books it. */
export function FindTime() {
  const { claimId } = useParams({ strict: false }) as { claimId: string };
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // the list gives way to one time, and back: what had the focus is gone
  useEffect(() => document.getElementById("content")?.focus({ preventScroll: true }), [chosen]);
  if (chosen) return <Confirm key={chosen.slotId} claimId={claimId} chosen={chosen} choose={setChosen} />;
  return (
    <div className="phone">
      <h1>{say.findTime}</h1>
      <Times claimId={claimId} choose={setChosen} />
    </div>
  );
}

/** How long the time is still held; said once a minute to those who listen. */
export function Countdown({ held }: { readonly held: Held }) {
  const own = useOwn(memberWords);
  if (held.ranOut)
    return (
      <p className="held over" role="alert">
        {own.holdRanOut}{" "}
        <Button className="second" onPress={held.hold}>
          {own.holdAgain}
        </Button>
      </p>
    );
  if (held.left === null) return null;
  const shown = `${Math.floor(held.left / 60)}:${String(held.left % 60).padStart(2, "0")}`;
  return (
    <p className="held" role="timer" aria-live={held.left % 60 === 0 ? "polite" : "off"}>
      <Icon name="clock" /> {own.heldUntil(shown)}
      {held.mayRenew && (
        <Button className="second" onPress={held.renew}>
          {own.holdLonger}
        </Button>
      )}
    </p>
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
  const client = useClient();
  const { now } = useSession();
  const held = useHold(claimId, chosen.slotId);
  const { data, state } = useScreen(Quote, { claimId, slotId: chosen.slotId });
  const task = useTask(BookSlot);
  const [nearby, setNearby] = useState<readonly Chosen[] | null>(null);
  const quote = data?.claim?.quote;
  const offered = (task.refused?.alternatives ?? []).map(({ id, startsAt, clinic }) => ({ slotId: id, startsAt, clinic: clinic.name }));
  const gone = held.taken || offered.length > 0;
  const others = offered.length > 0 ? offered : (nearby ?? []);
  if (held.taken && nearby === null) {
    // what is free at this moment, not what was free when the list was made
    setNearby([]);
    void client
      .query(FindScreen, { claimId, near: { home: true }, first: 3, order: "EARLIEST" }, { requestPolicy: "network-only" })
      .toPromise()
      .then(({ data: found }) =>
        setNearby(
          (found?.claim?.providers.edges ?? []).flatMap(({ node }) =>
            node.nextSlots.map(({ slot, startsAt }) => ({ slotId: slot.id, startsAt, clinic: node.clinic.name })),
          ),
        ),
      );
  }
  const book = async (): Promise<void> => {
    const done = await task.run({ claimId, slotId: chosen.slotId }, { language: asAsked(language) });
    if (!done?.booking) return;
    held.keep();
    void navigate({ to: "/member/appointment/$id", params: { id: done.booking.id } });
  };
  return (
    <div className="phone">
      <h1>{dayAndTime(language, chosen.startsAt)}</h1>
      <p>{chosen.clinic}</p>
      {!gone && <Countdown held={held} />}
      {state}
      {quote?.price && !gone && <Price price={quote.price} />}
      {quote?.freeCancellationUntil && !gone && (
        <p className="note">
          {Date.parse(quote.freeCancellationUntil) > now().getTime()
            ? say.cancelUntil(dayAndTime(language, quote.freeCancellationUntil))
            : say.cancelPast}
        </p>
      )}
      {quote && !gone && <Refusals errors={quote.refusals} />}
      {gone ? (
        <p className="refusals" role="alert">
          {say.lostRace}
        </p>
      ) : (
        <Outcome of={task} />
      )}
      {gone && <Others others={others} choose={choose} />}
      <div className="actions">
        {quote?.bookable && !gone && (
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
