import { useState } from "react";
import { Button } from "react-aria-components";
import { MyTimesScreen, OpenTime, RemoveSchedule, UploadSlots, type MyTimesScreenQuery, type UploadSlotsMutation } from "../graph/clinic";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { addDays, date, dayAndTime } from "../shared/format";
import { Choice, Field } from "../shared/fields";
import { Icon } from "../shared/icons";
import { Page, Section, Sheet, Table, Tag } from "../shared/parts";
import { Outcome, useTold } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { asAsked, useLanguage, useOwn } from "../words";
import { ClinicChoice, useChosenClinic } from "./clinics";
import { CloseSheet } from "./close-sheet";
import { Feeds } from "./feeds";
import { HoursSheet } from "./hours-sheet";
import { readRule, useHours } from "./hours";
import { clinicWords } from "./words";
import { dayOf } from "../shared/format";
import { useSession } from "../session";
import "./clinic.css";

export type TimesClinic = NonNullable<NonNullable<MyTimesScreenQuery["viewer"]["organisation"]>["clinic"]>;
export type Schedule = TimesClinic["schedules"][number];

/** When the clinic is open, said in words: weekly hours, what is closed, the practitioners' own calendars, and files. */
export function Times() {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { now } = useSession();
  const { data, state, again } = useScreen(MyTimesScreen, { ...useChosenClinic(), language: asAsked(language) });
  const organisation = data?.viewer.organisation;
  const clinic = organisation?.clinic;
  const [editing, setEditing] = useState<Schedule | "NEW" | null>(null);
  const [closing, setClosing] = useState(false);
  return (
    <Page
      title={own.myTimes}
      lead={own.myTimesLead}
      actions={<ClinicChoice clinics={organisation?.clinics.edges.map(({ node }) => node) ?? []} chosen={clinic?.id} />}
    >
      {state}
      {clinic && (
        <>
          <Section
            title={own.fixedHours}
            actions={
              <Button className="second" onPress={() => setEditing("NEW")}>
                <Icon name="plus" /> {own.addHours}
              </Button>
            }
          >
            {clinic.schedules.length === 0 ? (
              <Empty icon="clock">{own.noHours}</Empty>
            ) : (
              clinic.schedules.map((schedule) => (
                <Hours
                  key={schedule.id}
                  schedule={schedule}
                  whose={nameIn(clinic, schedule.practitioner)}
                  edit={() => setEditing(schedule)}
                  done={again}
                />
              ))
            )}
          </Section>
          <Section
            title={own.closings}
            actions={
              <Button className="second" onPress={() => setClosing(true)}>
                {own.closeTime}
              </Button>
            }
          >
            <Closings clinic={clinic} done={again} />
          </Section>
          <Section title={own.calendars} note={own.calendarsNote}>
            <BusyFeeds clinic={clinic} />
          </Section>
          <Section title={own.upload} note={own.uploadNote}>
            <Upload clinic={clinic} done={again} />
          </Section>
          <Section title={own.feedOut} note={own.feedOutNote}>
            <Feeds clinicId={clinic.id} practitioners={clinic.practitioners} />
          </Section>
          {editing && (
            <HoursSheet
              key={editing === "NEW" ? "NEW" : editing.id}
              clinic={clinic}
              schedule={editing === "NEW" ? null : editing}
              close={() => setEditing(null)}
              done={again}
            />
          )}
          {closing && (
            <CloseSheet clinic={clinic} closing={{ day: addDays(dayOf(now()), 1) }} close={() => setClosing(false)} done={again} />
          )}
        </>
      )}
    </Page>
  );
}

/** What somebody who works there is called: the clinic's list says it once for the page. */
export function nameIn({ practitioners }: TimesClinic, { id }: { readonly id: string }): string {
  return practitioners.find((each) => each.id === id)?.name ?? "";
}

/** One practitioner's weekly hours: in words, and as a picture of the week. */
function Hours({
  schedule,
  whose,
  edit,
  done,
}: {
  readonly schedule: Schedule;
  readonly whose: string;
  readonly edit: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { inWords, dayNames } = useHours();
  const task = useTask(RemoveSchedule);
  const [asked, setAsked] = useState(false);
  const remove = async (): Promise<void> => {
    if (await task.run({ scheduleId: schedule.id, expectedVersion: schedule.version })) done();
  };
  const rules = schedule.rules.map((rule) => ({ rule, read: readRule(rule.rrule) }));
  return (
    <article className="card hours-card">
      <div>
        <h3>{whose}</h3>
        <ul className="plain-list">
          {rules.map(({ rule, read }, i) => (
            <li key={i}>{read ? inWords(read, rule.opening) : `${own.otherRule}: ${rule.opening.startTime}–${rule.opening.endTime}`}</li>
          ))}
        </ul>
        <p className="note">
          {own.sinceDay(date(language, schedule.validFrom), schedule.validUntil ? date(language, schedule.validUntil) : null)}
          {" · "}
          {schedule.closedOnPublicHolidays ? own.holidaysClosed : own.holidaysOpen}
          {schedule.expandedUntil && ` · ${own.openUntilDay(date(language, addDays(schedule.expandedUntil, -1)))}`}
        </p>
        {schedule.exceptions.length > 0 && (
          <ul className="plain-list note">
            {schedule.exceptions.map(({ on, openings }) => (
              <li key={on}>
                {openings.length === 0
                  ? own.exceptionClosed(date(language, on))
                  : own.exceptionOpen(date(language, on), openings.map(({ startTime, endTime }) => `${startTime}–${endTime}`).join(", "))}
              </li>
            ))}
          </ul>
        )}
        <Outcome of={task} />
        {asked ? (
          <>
            <p>{own.removeHoursSure}</p>
            <div className="actions">
              <Button className="danger" isDisabled={task.busy} onPress={() => void remove()}>
                {own.reallyRemove}
              </Button>
              <Button className="second" onPress={() => setAsked(false)}>
                {say.undo}
              </Button>
            </div>
          </>
        ) : (
          <div className="actions">
            <Button className="second" onPress={edit}>
              {own.changeHours}
            </Button>
            <Button className="quiet" onPress={() => setAsked(true)}>
              {own.removeHours}
            </Button>
          </div>
        )}
      </div>
      <div className="week-picture" aria-hidden="true">
        {dayNames.map(([code, short]) => (
          <div key={code}>
            <small>{short}</small>
            <span>
              {rules
                .filter(({ read }) => read?.days.includes(code))
                .map(({ rule }, i) => (
                  <i
                    key={i}
                    style={{
                      top: `${share(rule.opening.startTime)}%`,
                      height: `${share(rule.opening.endTime) - share(rule.opening.startTime)}%`,
                    }}
                  />
                ))}
            </span>
          </div>
        ))}
      </div>
    </article>
  );
}

/** Where a time stands between six in the morning and ten in the evening, in per cent. */
function share(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return Math.min(100, Math.max(0, ((hours * 60 + minutes - 360) / 960) * 100));
}

function Closings({ clinic, done }: { readonly clinic: TimesClinic; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const task = useTask(OpenTime);
  const [opened, setOpened] = useState<number | null>(null);
  const open = async (closure: TimesClinic["closures"][number]): Promise<void> => {
    const payload = await task.run({ closureIds: [closure.id], ...(closure.clinic ? { clinicId: clinic.id } : {}) });
    if (!payload) return;
    setOpened(payload.opened);
    done();
  };
  return (
    <>
      {opened !== null && (
        <p className="done" role="status">
          <Icon name="check" />
          {own.openedAgain(opened)}
        </p>
      )}
      <Outcome of={task} />
      {clinic.closures.length === 0 ? (
        <Empty>{own.noClosings}</Empty>
      ) : (
        <Table
          caption={own.closings}
          rows={clinic.closures}
          keyOf={({ id }) => id}
          columns={[
            { head: say.from, cell: ({ from }) => dayAndTime(language, from) },
            { head: say.until, cell: ({ to }) => dayAndTime(language, to) },
            { head: own.whom, cell: ({ practitioner }) => (practitioner ? nameIn(clinic, practitioner) : own.wholeClinic) },
            { head: own.reason, cell: ({ reason }) => reason ?? "–" },
            {
              head: "",
              cell: (closure) => (
                <Button className="second" isDisabled={task.busy} onPress={() => void open(closure)}>
                  {own.openAgain}
                </Button>
              ),
              right: true,
            },
          ]}
        />
      )}
    </>
  );
}

function BusyFeeds({ clinic }: { readonly clinic: TimesClinic }) {
  const own = useOwn(clinicWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const told = useTold(clinic.busyFeeds.some(({ reason }) => reason !== null));
  if (clinic.busyFeeds.length === 0) return <Empty>{own.noCalendars}</Empty>;
  return (
    <Table
      caption={own.calendars}
      rows={clinic.busyFeeds}
      keyOf={({ practitioner }) => practitioner.id}
      columns={[
        { head: own.practitioner, cell: ({ practitioner }) => nameIn(clinic, practitioner) },
        {
          head: own.state,
          cell: ({ state, reason }) => (
            <>
              <Tag tone={reason ? "warn" : "good"}>{word("BusyFeedState", state)}</Tag>
              {reason && <p className="note">{told(reason)}</p>}
            </>
          ),
        },
        { head: own.when, cell: ({ asOf }) => (asOf ? own.asOf(dayAndTime(language, asOf)) : "–") },
        {
          head: own.why,
          cell: ({ unread }) =>
            unread.length > 0 ? `${own.unread} ${unread.map(({ entries, message }) => `${entries}: ${message}`).join("; ")}` : "–",
        },
      ]}
    />
  );
}

type Lines = UploadSlotsMutation["uploadSlots"]["lines"];

/** A file of times: what is wrong is told line by line, and the rest is opened. */
function Upload({ clinic, done }: { readonly clinic: TimesClinic; readonly done: () => void }) {
  const own = useOwn(clinicWords);
  const { say } = useLanguage();
  const { word } = useCodes();
  const told = useTold(true);
  const task = useTask(UploadSlots);
  const [open, setOpen] = useState(false);
  const [content, setContent] = useState("");
  const [whom, setWhom] = useState(clinic.practitioners[0]?.id ?? "");
  const [service, setService] = useState<TimesClinic["services"][number]["code"] | undefined>(clinic.services[0]?.code);
  const [result, setResult] = useState<{ readonly lines: Lines; readonly words: string } | null>(null);
  const send = async (): Promise<void> => {
    const payload = await task.run({
      clinicId: clinic.id,
      format: "CSV",
      mode: "CONTINUE",
      content,
      defaults: { practitionerId: whom, services: service ? [service] : [] },
    });
    if (!payload) return;
    const { inserted = 0, changed = 0, refused = 0 } = payload.counts ?? {};
    setResult({ lines: payload.lines, words: own.uploaded(inserted, changed, refused) });
    done();
  };
  return (
    <>
      <Button className="second" onPress={() => setOpen(true)}>
        <Icon name="file" /> {own.upload}
      </Button>
      <Sheet title={own.upload} open={open} close={() => setOpen(false)}>
        <div className="form">
          <label className="field">
            <span>{own.chooseFile}</span>
            <input
              type="file"
              accept=".csv,text/csv,text/plain"
              onChange={(event) => void event.target.files?.[0]?.text().then(setContent)}
            />
          </label>
          <Field label={own.fileText} hint={own.uploadNote} lines={6} value={content} change={setContent} />
          <div className="fields">
            <Choice
              label={own.practitioner}
              value={whom}
              change={setWhom}
              options={clinic.practitioners.map(({ id, name }) => [id, name] as const)}
            />
            {service && (
              <Choice
                label={own.treatment}
                value={service}
                change={setService}
                options={clinic.services.map(({ code, name }) => [code, name] as const)}
              />
            )}
          </div>
        </div>
        <Outcome of={task} />
        <div className="actions">
          <Button isDisabled={task.busy || content.trim() === ""} onPress={() => void send()}>
            {own.uploadAct}
          </Button>
          <Button className="second" onPress={() => setOpen(false)}>
            {say.close}
          </Button>
        </div>
        {result && (
          <div className="apart">
            <p className="done" role="status">
              <Icon name="check" />
              {result.words}
            </p>
            {result.lines.some(({ errors }) => errors.length > 0) && (
              <Table
                caption={own.notDone}
                rows={result.lines.filter(({ errors }) => errors.length > 0)}
                keyOf={({ line }) => String(line)}
                columns={[
                  { head: own.line, cell: ({ line }) => line },
                  { head: own.key, cell: ({ externalId }) => externalId ?? "–" },
                  { head: own.result, cell: ({ outcome }) => word("SlotLineOutcome", outcome) },
                  { head: own.why, cell: ({ errors }) => errors.map(told).join(" ") },
                ]}
              />
            )}
          </div>
        )}
      </Sheet>
    </>
  );
}
