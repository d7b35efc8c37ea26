import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { BookingChanged, ChangesScreen, HandleCoverLoss, type ChangesScreenQuery } from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Field } from "../shared/fields";
import { addDays, dayAndTime, dayOf, instantOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLive, type Heard } from "../shared/live";
import { Page, Section, Table, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { teamWords } from "./words";
import "./team.css";

const HEARD: readonly Heard[] = [{ document: BookingChanged as Heard["document"], variables: {} }];
type Without = ChangesScreenQuery["withoutTime"]["edges"][number]["node"];
type Loss = ChangesScreenQuery["coverLosses"]["edges"][number]["node"];

/** What moved and whom to call about it, and whose cover no longer carries an appointment. */
export function Changes() {
  statePurpose("CASE_HANDLING", null);
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { now } = useSession();
  const from = useMemo(() => instantOf(addDays(dayOf(now()), -7)), []);
  const { data, state, again } = useScreen(ChangesScreen, { first: 30, from, language: asAsked(language) });
  const live = useLive(HEARD, again);
  const losses = data?.coverLosses.edges.map(({ node }) => node) ?? [];
  const moved = data?.bookings.edges.map(({ node }) => node) ?? [];
  return (
    <Page title={own.changes} lead={own.changesLead} live={live}>
      {state}
      {data && (
        <>
          <WithoutTime bookings={data.withoutTime.edges.map(({ node }) => node)} />
          <Section title={own.lost}>
            {losses.length === 0 ? (
              <Empty icon="check">{own.noneLost}</Empty>
            ) : (
              losses.map((loss) => <Lost key={loss.id} loss={loss} done={again} />)
            )}
          </Section>
          <Section title={own.moved}>
            {moved.length === 0 ? (
              <Empty icon="swap">{own.noneMoved}</Empty>
            ) : (
              <Table
                caption={own.moved}
                rows={moved}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: own.who,
                    cell: ({ member, claim, reference }) =>
                      claim ? (
                        <Link to="/team/case/$id" params={{ id: claim.id }}>
                          {member?.name ?? reference}
                        </Link>
                      ) : (
                        (member?.name ?? reference)
                      ),
                  },
                  {
                    head: own.from,
                    cell: ({ startsAt }) => <s>{dayAndTime(language, startsAt)}</s>,
                  },
                  {
                    head: own.to,
                    cell: ({ movedTo }) =>
                      movedTo ? (
                        <>
                          {dayAndTime(language, movedTo.startsAt)}
                          <small className="under">{movedTo.clinic.name}</small>
                        </>
                      ) : (
                        "–"
                      ),
                  },
                  {
                    head: own.call,
                    cell: ({ member }) =>
                      member?.phone ? (
                        <a className="button second" href={`tel:${member.phone}`}>
                          <Icon name="phone" /> {member.phone}
                        </a>
                      ) : (
                        "–"
                      ),
                    right: true,
                  },
                ]}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

const TREATABLE = new Set(["APPROVED", "ESCALATED", "IN_TREATMENT"]);

/** Whose clinic called off and for whom no new time was found by itself: why none is left, or that there is one again. */
function WithoutTime({ bookings }: { readonly bookings: readonly Without[] }) {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  // what is over, or has another time already, needs none
  const waiting = bookings.filter(({ claim }) => claim && TREATABLE.has(claim.state) && claim.bookings.edges.length === 0);
  if (waiting.length === 0) return null;
  return (
    <Section title={own.withoutTime} note={own.withoutTimeNote}>
      {waiting.map(({ id, reference, startsAt, service, member, claim }) => (
        <article key={id} className="card">
          <div className="row">
            <div>
              <h3>
                {claim ? (
                  <Link to="/team/case/$id" params={{ id: claim.id }}>
                    {member?.name ?? reference}
                  </Link>
                ) : (
                  reference
                )}
              </h3>
              <p className="note">
                {service.name} · <s>{dayAndTime(language, startsAt)}</s>
              </p>
              <p>
                {claim?.certificate ? (
                  <>
                    <Tag tone="bad">{own.nothingFitsNow}</Tag> {claim.certificate.text}
                  </>
                ) : (
                  <Tag tone="good">{own.fitsAgain}</Tag>
                )}
              </p>
            </div>
            <div className="actions">
              {claim && !claim.certificate && (
                <Link className="button" to="/team/case/$id/book" params={{ id: claim.id }}>
                  {own.book}
                </Link>
              )}
              {member?.phone && (
                <a className="button second" href={`tel:${member.phone}`}>
                  <Icon name="phone" /> {member.phone}
                </a>
              )}
            </div>
          </div>
        </article>
      ))}
    </Section>
  );
}

function Lost({ loss, done }: { readonly loss: Loss; readonly done: () => void }) {
  const own = useOwn(teamWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(HandleCoverLoss, "UNKEYED");
  const [note, setNote] = useState("");
  return (
    <article className="card lost">
      <div>
        <h3>
          <Link to="/team/case/$id" params={{ id: loss.claim.id }}>
            {loss.member.name}
          </Link>
        </h3>
        <p>
          {loss.reasons.map((reason) => (
            <Tag key={reason.code} tone="bad">
              {word("ReasonCode", reason.code)}
            </Tag>
          ))}
        </p>
        <p>{word("CoverLossTodo", loss.todo)}</p>
        <p className="note">
          {loss.claim.reference}
          {loss.startsAt && ` · ${dayAndTime(language, loss.startsAt)}`}
          {loss.member.phone && (
            <>
              {" "}
              · <a href={`tel:${loss.member.phone}`}>{loss.member.phone}</a>
            </>
          )}
        </p>
      </div>
      <div className="form">
        <Field label={own.handle} hint={own.handleHint} value={note} change={setNote} />
        <Outcome of={task} />
        <div className="actions">
          <Button
            className="second"
            isDisabled={task.busy || note.trim().length < 3}
            onPress={() => void task.run({ coverLossId: loss.id, note: note.trim() }).then((payload) => payload && done())}
          >
            <Icon name="check" /> {say.save}
          </Button>
        </div>
      </div>
    </article>
  );
}
