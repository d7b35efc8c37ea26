import { useState } from "react";
import { Button } from "react-aria-components";
import { SaveClinic, type ClinicScreenQuery } from "../graph/network";
import { useTask } from "../shared/act";
import { Field, Tick } from "../shared/fields";
import { Sheet } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { networkWords } from "./words";

/** What stands about a clinic in the register. Two people who change it at once do not overwrite each other: the version is sent along. */
export function ClinicSheet({
  clinic,
  close,
  done,
}: {
  readonly clinic: NonNullable<ClinicScreenQuery["clinic"]>;
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const task = useTask(SaveClinic);
  const [name, setName] = useState(clinic.name);
  const [street, setStreet] = useState(clinic.address.line ?? "");
  const [postalCode, setPostal] = useState(clinic.address.postalCode);
  const [phone, setPhone] = useState(clinic.phone ?? "");
  const [wayIn, setWayIn] = useState(clinic.wayIn ?? "");
  const [treatsChildren, setChildren] = useState(clinic.treatsChildren);
  const save = async (): Promise<void> => {
    const moved = street.trim() !== (clinic.address.line ?? "") || postalCode !== clinic.address.postalCode;
    const payload = await task.run({
      ...{ id: clinic.id, expectedVersion: clinic.version, name: name.trim(), treatsChildren },
      ...(moved ? { street: street.trim(), postalCode: postalCode.trim() } : {}),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
      ...(wayIn.trim() ? { wayIn: wayIn.trim() } : {}),
    });
    if (!payload) return;
    done();
    close();
  };
  return (
    <Sheet title={own.change} open close={close}>
      <div className="form">
        <Field label={own.name} value={name} change={setName} fault={faultAt(task.errors, "name")} />
        <Field label={own.street} value={street} change={setStreet} fault={faultAt(task.errors, "street")} />
        <Field
          label={own.postalCode}
          value={postalCode}
          change={setPostal}
          inputMode="numeric"
          fault={faultAt(task.errors, "postalCode")}
        />
        <Field label={own.phone} type="tel" value={phone} change={setPhone} fault={faultAt(task.errors, "phone")} />
        <Field label={own.wayIn} value={wayIn} change={setWayIn} lines={2} fault={faultAt(task.errors, "wayIn")} />
        <Tick label={own.treatsChildren} value={treatsChildren} change={setChildren} />
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
    </Sheet>
  );
}
