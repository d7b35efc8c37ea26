import { useState } from "react";
import { Button } from "react-aria-components";
import { CalendarFeeds, CreateCalendarFeed, RevokeCalendarFeed } from "../graph/clinic";
import { useTask } from "../shared/act";
import { Choice } from "../shared/fields";
import { date, dayAndTime } from "../shared/format";
import { Outcome } from "../shared/refusals";
import { useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { clinicWords } from "./words";

/** The links by which a clinic's own calendar follows its appointments; asked for when somebody wants to see them. */
export function Feeds({
  clinicId,
  practitioners,
}: {
  readonly clinicId: string;
  readonly practitioners: readonly { readonly id: string; readonly name: string }[];
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const [open, setOpen] = useState(false);
  const { data, state, again } = useScreen(CalendarFeeds, { clinicId }, !open);
  const create = useTask(CreateCalendarFeed);
  const revoke = useTask(RevokeCalendarFeed);
  const [whose, setWhose] = useState("");
  const [path, setPath] = useState<string | null>(null);
  if (!open)
    return (
      <Button className="second" onPress={() => setOpen(true)}>
        {own.feedOut}
      </Button>
    );
  const make = async (): Promise<void> => {
    const payload = await create.run({ clinicId, ...(whose ? { practitionerId: whose } : {}) });
    if (!payload) return;
    setPath(payload.path);
    again();
  };
  return (
    <div className="card">
      {state}
      {data && (
        <ul className="plain-list">
          {data.calendarFeeds.map((feed) => (
            <li key={feed.id} className="row">
              <span>
                {feed.practitioner?.name ?? own.wholeClinic}
                <small>
                  {" "}
                  {date(language, feed.createdAt)}, {feed.lastReadAt ? own.lastRead(dayAndTime(language, feed.lastReadAt)) : own.neverRead}
                </small>
              </span>
              <Button
                className="quiet"
                isDisabled={revoke.busy}
                onPress={() => void revoke.run({ id: feed.id }).then((payload) => payload && again())}
              >
                {own.revokeFeed}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {path && (
        <p role="status">
          {own.linkOnce} <code>{new URL(path, window.location.origin).href}</code>
        </p>
      )}
      <Outcome of={create} />
      <Outcome of={revoke} />
      {practitioners.length > 0 && (
        <Choice
          label={own.feedOf}
          value={whose}
          change={setWhose}
          options={[["", own.wholeClinic] as const, ...practitioners.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      <div className="actions">
        <Button className="second" isDisabled={create.busy} onPress={() => void make()}>
          {own.newFeed}
        </Button>
        <Button className="quiet" onPress={() => setOpen(false)}>
          {say.close}
        </Button>
      </div>
    </div>
  );
}
