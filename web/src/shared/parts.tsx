/** What all pages are made of. */
import { useId, type ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useWords } from "../words";
import { Icon } from "./icons";

/** A page: its title, what one can do there, and its parts below. */
export function Page({
  title,
  lead,
  actions,
  live,
  narrow = false,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Whether the page hears of changes; left out, it has none to hear of. */
  readonly live?: boolean;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <div className={narrow ? "page narrow" : "page"}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        <div className="page-actions">
          {live !== undefined && (
            <span className={live ? "live on" : "live"} role="status">
              {live ? say.live : say.notLive}
            </span>
          )}
          {actions}
        </div>
      </header>
      {children}
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function Section({
  title,
  note,
  actions,
  children,
}: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <span className="note">{note}</span>}
        {actions && <div className="section-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export type Tone = "good" | "warn" | "bad" | "quiet" | "accent";
/** On 10 by 10, drawn here: not every font has such signs. */
const SHAPE: Readonly<Record<Tone, string>> = {
  good: "M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  warn: "M5 .5 9.5 9h-9z",
  bad: "M5 0l5 5-5 5-5-5z",
  quiet: "M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 1.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z",
  accent: "M1 1h8v8H1z",
};

/** How something stands: by shape and word as well as by colour. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`tag ${tone}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d={SHAPE[tone]} fillRule="evenodd" />
      </svg>
      {children}
    </span>
  );
}

/** Names and values, one under the other; what has no value is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  const told = rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false);
  if (told.length === 0) return null;
  return (
    <dl className="facts">
      {told.map(([name, value], i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Column<Row> = {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand to the right. */
  readonly right?: boolean;
};

/** A table on a desk, a list of cards on a phone. The first column names the row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}) {
  return (
    <div className="table">
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, right }, i) => (
              <th key={i} scope="col" className={right ? "right" : undefined}>
                {head || <span className="hidden">{caption}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, cell, right }, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={i} data-label={head} className={right ? "right" : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One of a few, seen at once. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, ReactNode])[];
  readonly choose: (value: Value) => void;
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map(([each, words]) => (
        <Button key={each} aria-pressed={each === value} onPress={() => choose(each)}>
          {words}
        </Button>
      ))}
    </div>
  );
}

/** Slides in beside the page (from below on a phone): what was open stays open behind it. */
export function Sheet({
  title,
  open,
  close,
  children,
}: {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  const say = useWords();
  return (
    <ModalOverlay className="sheet-back" isOpen={open} onOpenChange={(now) => !now && close()} isDismissable>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <Button className="quiet round" aria-label={say.close} onPress={close}>
              <Icon name="cross" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
