import { useState } from "react";
import { Button } from "react-aria-components";
import { ProposeRate } from "../graph/network";
import { useSession } from "../session";
import { useTask } from "../shared/act";
import { oreOf } from "../shared/amount";
import { useCodes } from "../shared/codes";
import { Choice, Field } from "../shared/fields";
import { dayOf } from "../shared/format";
import { Sheet } from "../shared/parts";
import { faultAt, Outcome } from "../shared/refusals";
import { useLanguage, useOwn } from "../words";
import { networkWords } from "./words";

/** A rate for one treatment at one clinic; another person approves it. */
export function RateSheet({
  clinicId,
  services,
  close,
  done,
}: {
  readonly clinicId: string;
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly close: () => void;
  readonly done: () => void;
}) {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const { all } = useCodes();
  const { now } = useSession();
  const task = useTask(ProposeRate);
  const [service, setService] = useState(services[0]?.code ?? "");
  const [session, setSession] = useState("FIRST");
  const [kroner, setKroner] = useState("");
  const [validFrom, setFrom] = useState(dayOf(now()));
  const minor = oreOf(kroner);
  const [pressed, setPressed] = useState(false);
  const propose = async (): Promise<void> => {
    setPressed(true);
    if (minor === null) return;
    const payload = await task.run({
      clinicId,
      service: service as never,
      session: session as never,
      amountMinor: String(minor),
      validFrom,
    });
    if (!payload) return;
    done();
    close();
  };
  return (
    <Sheet title={own.proposeRate} open close={close}>
      <div className="form">
        <Choice
          label={own.treatment}
          value={service}
          change={setService}
          options={services.map(({ code, name }) => [code, name] as const)}
        />
        <Choice label={own.session} value={session} change={setSession} options={all("SessionKind")} />
        <Field
          label={own.kroner}
          value={kroner}
          change={setKroner}
          inputMode="numeric"
          fault={pressed && minor === null ? { message: own.kronerWrong } : faultAt(task.errors, "amountMinor")}
        />
        <Field label={say.from} type="date" value={validFrom} change={setFrom} fault={faultAt(task.errors, "validFrom")} />
        <p className="note">{own.secondPerson}</p>
        <Outcome of={task} />
        <div className="actions">
          <Button isDisabled={task.busy} onPress={() => void propose()}>
            {own.propose}
          </Button>
          <Button className="second" onPress={close}>
            {say.undo}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
