import { useState } from "react";
import { Button } from "react-aria-components";
import { SaveSchedule, type SaveScheduleMutation, type SaveScheduleMutationVariables } from "../graph/clinic";
import { useTask } from "../shared/act";
import { addDays, date, dayOf } from "../shared/format";
import { Choice, Field, Tick } from "../shared/fields";
import { Icon } from "../shared/icons";
import { Sheet } from "../shared/parts";
import { Outcome, useTold } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { useSession } from "../session";
import { readRule, useHours, writeRule, type DayCode } from "./hours";
import { nameIn, type Schedule, type TimesClinic } from "./times";
import { clinicWords } from "./words";

type Input = SaveScheduleMutationVariables["input"];
type Opening = Schedule["rules"][number]["opening"];
type Row = { readonly days: readonly DayCode[]; readonly everyWeeks: number; readonly opening: Opening; readonly untouched: string | null };

/** Weekly hours as a form: days, from and to. What the form does not show of an opening stays as it was. */
export function HoursSheet({
  clinic,
  schedule,
  close,
  done,
}: {
  readonly clinic: TimesClinic;
  readonly schedule: Schedule | null;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(clinicWords);
  const { language, say } = useLanguage();
  const { dayNames } = useHours();
  const { now } = useSession();
  const told = useTold(true);
  const task = useTask(SaveSchedule);
  const fresh = (): Row => ({
    days: [],
    everyWeeks: 1,
    untouched: null,
    opening: {
      startTime: "09:00",
      endTime: "15:00",
      slotMinutes: 45,
      pauseMinutes: 0,
      services: clinic.services.slice(0, 1).map(({ code }) => code),
    } as unknown as Opening,
  });
  const [whom, setWhom] = useState(schedule?.practitioner.id ?? clinic.practitioners[0]?.id ?? "");
  const [validFrom, setValidFrom] = useState(schedule?.validFrom ?? addDays(dayOf(now()), 1));
  const [closedOnPublicHolidays, setClosed] = useState(schedule?.closedOnPublicHolidays ?? true);
  const [rows, setRows] = useState<readonly Row[]>(
    schedule?.rules.map(({ rrule, opening }) => {
      const read = readRule(rrule);
      return { days: read?.days ?? [], everyWeeks: read?.everyWeeks ?? 1, opening, untouched: read ? null : rrule };
    }) ?? [fresh()],
  );
  const [saved, setSaved] = useState<SaveScheduleMutation["saveSchedule"] | null>(null);
  const [wrong, setWrong] = useState(false);
  const change = (at: number, part: Partial<Row>): void => setRows(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const changeOpening = (at: number, part: Partial<Opening>): void => {
    const row = rows[at];
    if (row) change(at, { opening: { ...row.opening, ...part } });
  };
  const save = async (): Promise<void> => {
    const missing = rows.some(({ days, untouched }) => untouched === null && days.length === 0);
    setWrong(missing);
    if (missing) return;
    const payload = await task.run({
      clinicId: clinic.id,
      practitionerId: whom,
      validFrom,
      closedOnPublicHolidays,
      rules: rows.map(({ untouched, opening, ...weekly }) => ({ rrule: untouched ?? writeRule(weekly), opening: bare(opening) })),
      exceptions: (schedule?.exceptions ?? []).map(({ on, openings }) => ({ on, openings: openings.map(bare) })),
      ...(schedule ? { scheduleId: schedule.id, expectedVersion: schedule.version } : {}),
      ...(schedule?.validUntil ? { validUntil: schedule.validUntil } : {}),
    });
    if (!payload) return;
    setSaved(payload);
    done();
  };
  if (saved)
    return (
      <Sheet title={own.fixedHours} open close={close}>
        <p className="done" role="status">
          <Icon name="check" />
          {own.savedHours(saved.counts?.inserted ?? 0, saved.counts?.withdrawn ?? 0)}
        </p>
        {saved.notDone.length > 0 && (
          <div className="refusals" role="alert">
            <p>{own.notDone}</p>
            <ul>
              {saved.notDone.map(({ on, startTime, errors }, i) => (
                <li key={i}>
                  {on && date(language, on)} {startTime}: {errors.map(told).join(" ")}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="actions">
          <Button onPress={close}>{say.close}</Button>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={own.fixedHours} open close={close}>
      <div className="form">
        {schedule ? (
          <p>
            <strong>{nameIn(clinic, schedule.practitioner)}</strong>
          </p>
        ) : (
          <Choice
            label={own.practitioner}
            value={whom}
            change={setWhom}
            options={clinic.practitioners.map(({ id, name }) => [id, name] as const)}
          />
        )}
        {rows.map((row, i) => (
          <fieldset key={i} className="hours-row">
            <legend>{own.weekdaysLabel}</legend>
            {row.untouched === null ? (
              <div className="weekdays">
                {dayNames.map(([code, short, long]) => (
                  <label key={code} className={row.days.includes(code) ? "on" : ""}>
                    <input
                      type="checkbox"
                      className="hidden"
                      aria-label={long}
                      checked={row.days.includes(code)}
                      onChange={(event) =>
                        change(i, { days: event.target.checked ? [...row.days, code] : row.days.filter((each) => each !== code) })
                      }
                    />
                    {short.slice(0, 3)}
                  </label>
                ))}
              </div>
            ) : (
              <p className="note">{own.otherRule}</p>
            )}
            <div className="fields">
              <Field
                label={own.opensAt}
                type="time"
                value={row.opening.startTime}
                change={(startTime) => changeOpening(i, { startTime })}
              />
              <Field label={own.closesAt} type="time" value={row.opening.endTime} change={(endTime) => changeOpening(i, { endTime })} />
              <Field
                label={own.minutesEach}
                type="number"
                min="5"
                value={String(row.opening.slotMinutes)}
                change={(minutes) => changeOpening(i, { slotMinutes: Number(minutes) })}
              />
            </div>
          </fieldset>
        ))}
        <Button className="quiet" onPress={() => setRows([...rows, fresh()])}>
          <Icon name="plus" /> {own.addHours}
        </Button>
        <Field label={own.firstDay} type="date" value={validFrom} change={setValidFrom} />
        <Tick label={own.holidayTick} value={closedOnPublicHolidays} change={setClosed} />
      </div>
      {wrong && (
        <p className="refusals" role="alert">
          {own.chooseDay}
        </p>
      )}
      <Outcome of={task} />
      <div className="actions">
        <Button isDisabled={task.busy} onPress={() => void save()}>
          {own.saveHours}
        </Button>
        <Button className="second" onPress={close}>
          {say.undo}
        </Button>
      </div>
    </Sheet>
  );
}

type BareOpening = Input["rules"][number]["opening"];

/** As it is sent: without the type's name, and without what was not said. */
function bare(opening: Opening): BareOpening {
  return Object.fromEntries(Object.entries(opening).filter(([name, value]) => name !== "__typename" && value !== null)) as BareOpening;
}
