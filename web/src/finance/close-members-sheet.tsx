import { useState } from "react";
import { Button } from "react-aria-components";
import { CloseReimbursementBatch, type CloseReimbursementBatchMutation } from "../graph/finance";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { Field } from "../shared/fields";
import { dayOf, money } from "../shared/format";
import { Sheet } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { ClosedSheet } from "./closed-sheet";
import { financeWords } from "./words";

type Closed = CloseReimbursementBatchMutation["closeReimbursementBatch"];

/** Gathers what members are owed for bills of own choice. Nothing is paid before another person has approved it. */
export function CloseMembersSheet({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { language, say } = useLanguage();
  const { now } = useSession();
  const [through, setThrough] = useState(dayOf(now()));
  const task = useTask(CloseReimbursementBatch);
  const [closed, setClosed] = useState<Closed | null>(null);
  const run = async (): Promise<void> => {
    const payload = await task.run({ through });
    if (!payload) return;
    setClosed(payload as Closed);
    done();
  };
  const batch = closed?.batch;
  // known of a refusal, too: those who have no number may be all that is owed
  const without = (closed ?? task.refused)?.withoutCivilNumber ?? 0;
  if (batch)
    return (
      <ClosedSheet title={own.closeForMembers} batch={batch} close={close}>
        <p>{own.gathered(batch.paymentCount, batch.lineCount, money(language, batch.total.amountMinor))}</p>
        {without > 0 && <p className="notice warn">{own.withoutNumber(without)}</p>}
      </ClosedSheet>
    );
  return (
    <Sheet title={own.closeForMembers} open close={close}>
      <div className="form">
        <p>{own.membersMeans}</p>
        <Field
          label={own.membersUntil}
          hint={own.membersHint}
          type="date"
          value={through}
          change={setThrough}
          fault={faultAt(task.errors, "through")}
        />
        <Outcome of={task} />
        {without > 0 && <p className="notice warn">{own.withoutNumber(without)}</p>}
        <div className="actions">
          <Button isDisabled={task.busy || through === ""} onPress={() => void run()}>
            {own.confirmCloseMembers}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
