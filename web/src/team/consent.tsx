import { useState } from "react";
import { Button } from "react-aria-components";
import { Consents, GiveConsent } from "../graph/health-team";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { CONSENT_VERSION, consentWords } from "../shared/consent";
import { date } from "../shared/format";
import { Icon } from "../shared/icons";
import { Sheet, Tag } from "../shared/parts";
import { Outcome } from "../shared/refusals";
import { useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { teamWords } from "./words";

/** A consent that is said in the telephone: the text to read aloud, and the press once the person has said yes. */
export function ConsentByPhone({ claimId }: { readonly claimId: string }) {
  const own = useOwn(teamWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="second" onPress={() => setOpen(true)}>
        <Icon name="phone" /> {own.consent}
      </Button>
      {open && <ConsentSheet claimId={claimId} close={() => setOpen(false)} />}
    </>
  );
}

function ConsentSheet({ claimId, close }: { readonly claimId: string; readonly close: () => void }) {
  const own = useOwn(teamWords);
  const { text } = useOwn(consentWords);
  const { language, say } = useLanguage();
  const { word } = useCodes();
  const task = useTask(GiveConsent);
  const { data, state, again } = useScreen(Consents, { id: claimId });
  const [given, setGiven] = useState(false);
  const consents = data?.claim?.consents ?? [];
  return (
    <Sheet title={own.consent} open close={close}>
      {given ? (
        <p className="done" role="status">
          <Icon name="check" /> {own.consentGiven}
        </p>
      ) : (
        <>
          <p className="note">{own.consentRead}</p>
          <blockquote className="read-aloud">{text}</blockquote>
          <Outcome of={task} />
        </>
      )}
      <div className="actions">
        {!given && (
          <Button
            isDisabled={task.busy}
            onPress={() =>
              void task.run({ claimId, purpose: "TREATMENT", textVersion: CONSENT_VERSION }).then((payload) => {
                if (!payload) return;
                setGiven(true);
                again();
              })
            }
          >
            {own.consentSaid}
          </Button>
        )}
        <Button className="second" onPress={close}>
          {given ? say.close : say.undo}
        </Button>
      </div>
      <div className="apart">
        <h3>{own.consentBefore}</h3>
        {state}
        {data && consents.length === 0 && <p className="note">{own.noConsent}</p>}
        <ul className="plain-list">
          {consents.map((consent) => (
            <li key={consent.id} className="row">
              <span>
                {word("ConsentPurpose", consent.purpose)}
                <small className="under">
                  {date(language, consent.givenOn)}, {own.consentUntil(date(language, consent.withdrawnOn ?? consent.expiresOn))}
                </small>
              </span>
              <Tag tone={consent.state === "LIVE" ? "good" : "quiet"}>{word("ConsentState", consent.state)}</Tag>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
