import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { BookSlot, FindAndBookScreen, Quote, type FindAndBookScreenQuery } from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Field } from "../shared/fields";
import { date, dayAndTime, distance, money, shortDay, time } from "../shared/format";
import { Icon } from "../shared/icons";
import { Facts, Page, Segments, Tag } from "../shared/parts";
import { Price } from "../shared/price";
import { Outcome, Refusals } from "../shared/refusals";
import { SetAside } from "../shared/set-aside";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { PROMISE_TONE } from "./board";
import { teamWords } from "./words";
import "./team.css";

type Claim = NonNullable<FindAndBookScreenQuery["claim"]>;
type Chosen = { readonly slotId: string; readonly startsAt: string; readonly clinic: string };

/** Find and book on behalf, beside the case: a time to the left, what it costs and the press to the right. */
export function BookForMember() {
  const { id } = useParams({ strict: false }) as { id: string };
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const [order, setOrder] = useState<"DISTANCE" | "EARLIEST">("DISTANCE");
  const [postalCode, setPostalCode] = useState("");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const near = /^\d{4}$/.test(postalCode) ? { postalCode } : { home: true };
  const { data, state, again } = useScreen(FindAndBookScreen, { claimId: id, near, first: 10, order, language: asAsked(language) });
  const claim = data?.claim;
  statePurpose("CASE_HANDLING", claim?.reference);
  const wishes = claim?.wishes;
  return (
    <Page
      title={claim ? own.bookFor(claim.member?.name ?? own.erased) : own.book}
      lead={
        claim && (
          <>
            <Link to="/team/case/$id" params={{ id }}>
              {claim.reference}
            </Link>{" "}
            · {claim.service.name}
          </>
        )
      }
      actions={
        claim?.guarantee.latestOn && (
          <Tag
            tone={PROMISE_TONE[claim.guarantee.promiseState] ?? "quiet"}
          >{`${word("PromiseState", claim.guarantee.promiseState)}, ${date(language, claim.guarantee.latestOn)}`}</Tag>
        )
      }
    >
      <div className="board-bar">
        <Segments
          label={own.book}
          value={order}
          options={[
            ["DISTANCE", own.nearest],
            ["EARLIEST", own.earliest],
          ]}
          choose={setOrder}
        />
        <input
          className="short"
          aria-label={own.postalCode}
          placeholder={own.postalCode}
          inputMode="numeric"
          value={postalCode}
          onChange={(event) => setPostalCode(event.target.value)}
        />
      </div>
      <div className="split">
        <div>
          {state}
          {claim && <Refusals errors={claim.providers.errors} />}
          {claim && claim.providers.edges.length > 0 && <SetAside wishes={claim.providers.setAsideWishes} />}
          {claim && claim.providers.errors.length === 0 && claim.providers.edges.length === 0 && (
            <Empty icon="search">{own.nothingFits}</Empty>
          )}
          {claim?.providers.edges.map(({ node }) => (
            <article key={node.id} className="hit">
              <header>
                <span>
                  <strong>{node.clinic.name}</strong>
                  <small>
                    {node.clinic.address.postalCode} {node.clinic.address.town}
                    {node.distanceKm !== null && ` · ${distance(language, node.distanceKm)}`}
                    {node.marginWorkingDays !== null && ` · ${own.spare(node.marginWorkingDays)}`}
                  </small>
                </span>
                {node.price && <span>{own.memberPays(money(language, node.price.memberPays.amountMinor))}</span>}
              </header>
              <div className="slots">
                {node.nextSlots.map(({ slot, startsAt, practitioner }) => (
                  <Button
                    key={slot.id}
                    className="second"
                    aria-pressed={chosen?.slotId === slot.id}
                    aria-label={`${shortDay(language, startsAt)} ${time(language, startsAt)}, ${node.clinic.name}, ${practitioner.name}`}
                    onPress={() => setChosen({ slotId: slot.id, startsAt, clinic: node.clinic.name })}
                  >
                    {shortDay(language, startsAt)} <strong>{time(language, startsAt)}</strong>
                  </Button>
                ))}
              </div>
            </article>
          ))}
        </div>
        <aside className="beside" aria-label={own.chosen}>
          {claim && !chosen && <Empty icon="calendar">{own.chooseTime}</Empty>}
          {claim && chosen && <Chosen key={chosen.slotId} claim={claim} chosen={chosen} choose={setChosen} done={again} />}
          {wishes && (
            <div className="card">
              <Facts
                rows={[
                  [
                    own.wishes,
                    [word("Channel", wishes.channel), word("TimeOfDay", wishes.timeOfDay), wishes.language, wishes.postalCode]
                      .filter(Boolean)
                      .join(", "),
                  ],
                  [own.phone, claim?.member?.phone && <a href={`tel:${claim.member.phone}`}>{claim.member.phone}</a>],
                ]}
              />
            </div>
          )}
        </aside>
      </div>
    </Page>
  );
}

function Chosen({
  claim,
  chosen,
  choose,
  done,
}: {
  readonly claim: Claim;
  readonly chosen: Chosen;
  readonly choose: (slot: Chosen) => void;
  readonly done: () => void;
}) {
  const own = useOwn(teamWords);
  const { language, say } = useLanguage();
  const { data, state } = useScreen(Quote, { claimId: claim.id, slotId: chosen.slotId });
  const task = useTask(BookSlot);
  const { now } = useSession();
  const [reason, setReason] = useState("");
  const [booked, setBooked] = useState<{ readonly because: readonly string[] } | null>(null);
  const quote = data?.claim?.quote;
  const others = task.refused?.alternatives ?? [];
  const book = async (): Promise<void> => {
    const overrideReason = reason.trim();
    const input = { claimId: claim.id, slotId: chosen.slotId, ...(overrideReason ? { overrideReason } : {}) };
    const payload = await task.run(input, { language: asAsked(language) });
    if (!payload) return;
    setBooked({ because: payload.booking?.chosenBecause.map(({ message }) => message) ?? [] });
    done();
  };
  const refused = quote ? quote.refusals : [];
  return (
    <div className="card stack">
      <h2 className="plain">{dayAndTime(language, chosen.startsAt)}</h2>
      <p>{chosen.clinic}</p>
      {state}
      {quote?.price && <Price price={quote.price} ofMember />}
      {quote && !booked && Date.parse(quote.freeCancellationUntil) > now().getTime() && (
        <p className="note">{say.cancelUntil(dayAndTime(language, quote.freeCancellationUntil))}</p>
      )}
      {booked ? (
        <>
          <p className="done" role="status">
            <Icon name="check" /> {own.bookedNow}
          </p>
          <Link className="button second" to="/team/case/$id" params={{ id: claim.id }}>
            {own.backToCase}
          </Link>
        </>
      ) : (
        <>
          <Refusals errors={refused} />
          {others.length > 0 && <p role="alert">{own.alternatives}</p>}
          {others.length === 0 && <Outcome of={task} />}
          {others.map(({ id, startsAt, clinic }) => (
            <Button key={id} className="second" onPress={() => choose({ slotId: id, startsAt, clinic: clinic.name })}>
              {dayAndTime(language, startsAt)}, {clinic.name}
            </Button>
          ))}
          {(refused.length > 0 || task.errors.length > 0) && others.length === 0 && (
            <Field label={own.overrideReason} hint={own.overrideNote} value={reason} change={setReason} />
          )}
          {others.length === 0 && quote && (
            <div className="actions">
              <Button isDisabled={task.busy || (!quote.bookable && reason.trim() === "")} onPress={() => void book()}>
                {quote.bookable && !reason.trim() ? own.bookIt : own.override}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
