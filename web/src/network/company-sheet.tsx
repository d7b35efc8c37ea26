import { useState } from "react";
import { Button } from "react-aria-components";
import { SaveOrganisation } from "../graph/network";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice, Field } from "../shared/fields";
import { dayOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Sheet } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { networkWords } from "./words";

/** A new company: who it is is saved at once, its agreement waits for a second person. */
export function CompanySheet({ close, done }: { readonly close: () => void; readonly done: () => void }) {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const task = useTask(SaveOrganisation);
  const [legalName, setName] = useState("");
  const [cvr, setCvr] = useState("");
  const [kind, setKind] = useState("PHYSIOTHERAPIST");
  const [agreementFrom, setFrom] = useState(dayOf(now()));
  const [agreementSource, setSource] = useState("");
  const [providerNumber, setNumber] = useState("");
  const [proposed, setProposed] = useState<boolean | null>(null);
  const save = async (): Promise<void> => {
    const payload = await task.run({
      ...{ legalName: legalName.trim(), cvr: cvr.trim(), kind: kind as never },
      // the register's own key; a company entered by hand goes by its CVR number
      externalId: `cvr-${cvr.trim()}`,
      ...(agreementSource.trim() ? { agreementFrom, agreementSource: agreementSource.trim() } : {}),
      ...(providerNumber.trim()
        ? { providerNumber: providerNumber.trim(), publicFrom: agreementFrom, publicSource: agreementSource.trim() }
        : {}),
    });
    if (!payload) return;
    setProposed(payload.proposal !== null);
    done();
  };
  return (
    <Sheet title={own.addCompany} open close={close}>
      {proposed === null ? (
        <div className="form">
          <Field label={own.legalName} value={legalName} change={setName} fault={faultAt(task.errors, "legalName")} autoFocus />
          <Field label={own.cvr} hint={own.cvrHint} value={cvr} change={setCvr} inputMode="numeric" fault={faultAt(task.errors, "cvr")} />
          <Choice label={own.kind} value={kind} change={setKind} options={all("ProviderKind")} />
          <Field
            label={own.agreementFrom}
            type="date"
            value={agreementFrom}
            change={setFrom}
            fault={faultAt(task.errors, "agreementFrom")}
          />
          <Field
            label={own.agreementSource}
            hint={own.agreementSourceHint}
            value={agreementSource}
            change={setSource}
            fault={faultAt(task.errors, "agreementSource")}
          />
          <Field
            label={own.providerNumber}
            hint={own.providerNumberHint}
            value={providerNumber}
            change={setNumber}
            inputMode="numeric"
            fault={faultAt(task.errors, "providerNumber")}
          />
          <p className="note">{own.secondPerson}</p>
          <Outcome of={task} />
          <div className="actions">
            <Button isDisabled={task.busy} onPress={() => void save()}>
              {say.save}
            </Button>
            <Button className="second" onPress={close}>
              {say.undo}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <p className="done" role="status">
            <Icon name="check" /> {proposed ? own.savedAndProposed : own.saved}
          </p>
          <div className="actions">
            <Button onPress={close}>{say.close}</Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
