import { useState } from "react";
import { Button } from "react-aria-components";
import { ChooseNotifications, CreateCalendarFeed, RevokeCalendarFeed, SettingsScreen, type SettingsScreenQuery } from "../graph/member-app";
import { useTask } from "../shared/act";
import { Choice, Tick } from "../shared/fields";
import { date, dayAndTime } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Section } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { memberWords } from "./words";
import "./member.css";

/** How a member is told, and the calendar that follows their appointments. */
export function Settings() {
  const own = useOwn(memberWords);
  const { data, state, again } = useScreen(SettingsScreen, {});
  return (
    <Page narrow title={own.settings}>
      {state}
      {data && (
        <>
          <Notices key={JSON.stringify(data.notificationChoice)} data={data} done={again} />
          <Calendar data={data} done={again} />
        </>
      )}
    </Page>
  );
}

function Notices({ data, done }: { readonly data: SettingsScreenQuery; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { say } = useLanguage();
  const task = useTask(ChooseNotifications);
  const [email, setEmail] = useState(data.notificationChoice.email);
  const [sms, setSms] = useState(data.notificationChoice.sms);
  const [language, setLanguage] = useState(data.notificationChoice.language);
  const changed =
    email !== data.notificationChoice.email || sms !== data.notificationChoice.sms || language !== data.notificationChoice.language;
  return (
    <Section title={own.notices}>
      <div className="card form">
        <Tick label={own.byEmail} value={email} change={setEmail} />
        <Tick label={own.bySms} value={sms} change={setSms} />
        <Choice
          label={own.noticeLanguage}
          value={language}
          change={setLanguage}
          options={[
            ["DA", own.danish],
            ["EN", own.english],
          ]}
        />
        <Outcome of={task} />
        <div className="actions">
          <Button
            isDisabled={task.busy || !changed}
            onPress={() => void task.run({ email, sms, language }).then((payload) => payload && done())}
          >
            {say.save}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Calendar({ data, done }: { readonly data: SettingsScreenQuery; readonly done: () => void }) {
  const own = useOwn(memberWords);
  const { language } = useLanguage();
  const create = useTask(CreateCalendarFeed);
  const revoke = useTask(RevokeCalendarFeed);
  const [path, setPath] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const payload = await create.run({});
    if (!payload) return;
    setPath(payload.path);
    done();
  };
  return (
    <Section title={own.calendar} note={own.calendarNote}>
      <div className="card">
        <ul className="rows">
          {data.calendarFeeds.map(({ id, createdAt, lastReadAt }) => (
            <li key={id} className="row">
              <span>
                {own.madeOn(date(language, createdAt))}, {lastReadAt ? own.lastRead(dayAndTime(language, lastReadAt)) : own.neverRead}
              </span>
              <Button
                className="quiet"
                isDisabled={revoke.busy}
                onPress={() => void revoke.run({ id }).then((payload) => payload && done())}
              >
                {own.revokeFeed}
              </Button>
            </li>
          ))}
        </ul>
        {path && (
          <p role="status">
            {own.linkOnce} <code>{new URL(path, window.location.origin).href}</code>
          </p>
        )}
        <Outcome of={create} />
        <Outcome of={revoke} />
        <Button className="second" isDisabled={create.busy} onPress={() => void make()}>
          <Icon name="calendar" /> {own.newFeed}
        </Button>
      </div>
    </Section>
  );
}
