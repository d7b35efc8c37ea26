import { useState } from "react";
import { Button } from "react-aria-components";
import { CloseSettlementBatch, ClosingPreview, type CloseSettlementBatchMutation } from "../graph/finance";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Field } from "../shared/fields";
import { date, dayOf, money } from "../shared/format";
import { Sheet, Tag } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { ClosedSheet } from "./closed-sheet";
import { financeWords } from "./words";

type Closed = CloseSettlementBatchMutation["closeSettlementBatch"];

/** What closing would gather, and who would be left out, before it is pressed. */
export function CloseSheet({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(financeWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const [through, setThrough] = useState(dayOf(now()));
  const task = useTask(CloseSettlementBatch);
  const [closed, setClosed] = useState<Closed | null>(null);
  const { data, state } = useScreen(ClosingPreview, { through }, through === "" || closed !== null);
  const preview = data?.closingPreview;
  const batch = closed?.batch;
  if (batch) return <ClosedSheet title={own.closeBatch} batch={batch} close={close} />;
  return (
    <Sheet title={own.closeBatch} open close={close}>
      <div className="form">
        <Field
          label={own.untilLabel}
          hint={own.untilHint}
          type="date"
          value={through}
          change={setThrough}
          fault={faultAt(task.errors, "through")}
        />
      </div>
      <div className="apart">
        {state}
        {preview && (
          <>
            <p className="big">{money(language, preview.total.amountMinor)}</p>
            <p className="note">{own.wouldPay(preview.paymentCount, preview.lineCount, date(language, preview.executionOn))}</p>
            {preview.paymentCount === 0 && <Empty icon="money">{own.nothingDue}</Empty>}
            {preview.leftOut.length > 0 && (
              <>
                <h3>{own.leftOut(preview.leftOut.length)}</h3>
                <ul className="plain-list">
                  {preview.leftOut.map(({ organisation, reason, total }) => (
                    <li key={organisation.id} className="row">
                      <span>
                        {organisation.legalName}
                        <small className="under">
                          <Tag tone="warn">{word("LeftOutReason", reason)}</Tag>
                        </small>
                      </span>
                      <span>{money(language, total.amountMinor)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {preview.payments.length > 0 && (
              <details>
                <summary>{own.whoIsPaid(preview.paymentCount)}</summary>
                <ul className="plain-list">
                  {preview.payments.map(({ organisation, lineCount, total }) => (
                    <li key={organisation.id} className="row">
                      <span>
                        {organisation.legalName}
                        <small className="under">{own.treatmentsCounted(lineCount)}</small>
                      </span>
                      <span>{money(language, total.amountMinor)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <Outcome of={task} />
            <div className="actions">
              <Button
                isDisabled={task.busy || preview.paymentCount === 0}
                onPress={() =>
                  void task.run({ through }).then((payload) => {
                    if (!payload) return;
                    setClosed(payload as Closed);
                    done();
                  })
                }
              >
                {own.confirmClose(preview.paymentCount)}
              </Button>
              <Button className="second" onPress={close}>
                {say.undo}
              </Button>
            </div>
          </>
        )}
      </div>
    </Sheet>
  );
}
