import { shortDay } from "../shared/format";
import { Icon } from "../shared/icons";
import { useLanguage, useOwn } from "../words";
import { financeWords } from "./words";

export type OnItsWay = {
  readonly state: string;
  readonly closedBy: string;
  readonly closedAt: string;
  readonly approvedBy?: string | null;
  readonly approvedAt?: string | null;
  readonly exportedAt?: string | null;
  readonly executionOn: string;
};

/** Closed, approved by another, sent as a file, answered by the bank: how far a batch has come, and who did what. */
export function Path({ batch, paid }: { readonly batch: OnItsWay; readonly paid?: boolean }) {
  const own = useOwn(financeWords);
  const { language } = useLanguage();
  const steps = [
    { name: own.closed, done: batch.state !== "GATHERING", note: `${batch.closedBy}, ${shortDay(language, batch.closedAt)}` },
    {
      name: own.approved,
      done: batch.approvedAt != null,
      note: batch.approvedAt ? `${batch.approvedBy}, ${shortDay(language, batch.approvedAt)}` : own.anotherPerson,
    },
    { name: own.file, done: batch.exportedAt != null, note: batch.exportedAt ? shortDay(language, batch.exportedAt) : own.notSent },
    { name: own.bank, done: paid === true, note: paid ? own.booked : `${own.expected} ${shortDay(language, batch.executionOn)}` },
  ];
  const at = steps.findIndex(({ done }) => !done);
  return (
    <ol className="path" aria-label={own.path}>
      {steps.map(({ name, done, note }, i) => (
        <li key={name} className={done ? "done-step" : i === at ? "next-step" : undefined} aria-current={i === at ? "step" : undefined}>
          <i aria-hidden="true">{done ? <Icon name="check" /> : i + 1}</i>
          <span>
            <strong>
              {name}
              {done && <span className="hidden"> {own.isDone}</span>}
            </strong>
            <small>{note}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
