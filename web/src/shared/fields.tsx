/** Fields of forms: the browser's own, each with its label, a hint and what is wrong with it. */
import { useId, type ReactNode } from "react";
import type { Fault } from "./act";
import { useTold } from "./refusals";

type Around = { readonly label: ReactNode; readonly hint?: ReactNode; readonly fault?: Fault | undefined };

function Labelled({ label, hint, fault, id, children }: Around & { readonly id: string; readonly children: ReactNode }) {
  const told = useTold(fault !== undefined);
  return (
    <div className={fault ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="note" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {told(fault)}
        </span>
      )}
    </div>
  );
}

const described = (id: string, { hint, fault }: Around): string | undefined =>
  [hint ? `${id}-hint` : null, fault ? `${id}-fault` : null].filter(Boolean).join(" ") || undefined;

export function Field({
  value,
  change,
  type = "text",
  lines,
  inputMode,
  autoFocus,
  autoComplete = "off",
  min,
  max,
  ...around
}: Around & {
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: "text" | "date" | "time" | "number" | "tel" | "email" | "search";
  /** More than one line of text. */
  readonly lines?: number;
  readonly inputMode?: "numeric" | "tel" | "text";
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly min?: string;
  readonly max?: string;
}) {
  const id = useId();
  const same = {
    id,
    value,
    "aria-describedby": described(id, around),
    "aria-invalid": around.fault ? (true as const) : undefined,
  };
  return (
    <Labelled id={id} {...around}>
      {lines ? (
        <textarea {...same} rows={lines} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          {...same}
          type={type}
          inputMode={inputMode}
          autoFocus={autoFocus}
          autoComplete={autoComplete}
          min={min}
          max={max}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Labelled>
  );
}

export function Choice<Value extends string>({
  value,
  change,
  options,
  ...around
}: Around & {
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly options: readonly (readonly [Value, string])[];
}) {
  const id = useId();
  return (
    <Labelled id={id} {...around}>
      <select id={id} value={value} aria-describedby={described(id, around)} onChange={(event) => change(event.target.value as Value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function Tick({
  label,
  value,
  change,
}: {
  readonly label: ReactNode;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** One of a few, each with a sentence: larger than a menu, and read before it is chosen. */
export function Picks<Value extends string>({
  label,
  value,
  change,
  options,
}: {
  readonly label: string;
  readonly value: Value | null;
  readonly change: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly words: ReactNode; readonly note?: ReactNode }[];
}) {
  const name = useId();
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? "pick on" : "pick"}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => change(option.value)} />
          <span>
            {option.words}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
