import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useClient } from "urql";
import { LookUpMembers, type LookUpMembersQuery } from "../graph/health-team";
import { statePurpose } from "../graph/purpose";
import { useSession } from "../session";
import { useCodes } from "../shared/codes";
import { Choice, Field } from "../shared/fields";
import { date, dayOf, clockOf } from "../shared/format";
import { Icon } from "../shared/icons";
import { Page, Tag } from "../shared/parts";
import { Empty, Failed } from "../shared/states";
import type { CombinedError } from "@urql/core";
import { useLanguage, useOwn } from "../words";
import { readSearch } from "./search";
import { teamWords } from "./words";
import "./team.css";

type Why = "CALL" | "CASE_HANDLING" | "COMPLAINT";
type Match = LookUpMembersQuery["lookUpMembers"][number];

/** One field for what is said on the telephone. Nothing that is typed here comes into an address or into the browser's keeping. */
export function Caller() {
  const own = useOwn(teamWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  const { now } = useSession();
  const client = useClient();
  const navigate = useNavigate();
  const call = useMemo(() => `K-${dayOf(now()).replaceAll("-", "")}-${clockOf(now()).replace(":", "")}`, []);
  const [wrong, setWrong] = useState(false);
  const [typed, setTyped] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const [why, setWhy] = useState<Why>("CALL");
  const [file, setFile] = useState(call);
  const [found, setFound] = useState<readonly Match[] | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = readSearch(typed, birthDate);
  statePurpose(why, asked?.claimReference ?? (file || call));
  const look = async (): Promise<void> => {
    setWrong(!asked);
    if (!asked || busy) return;
    setBusy(true);
    const answer = await client.query(LookUpMembers, { input: asked }, { requestPolicy: "network-only" }).toPromise();
    setBusy(false);
    setError(answer.error ?? null);
    setFound(answer.data?.lookUpMembers ?? null);
    // one person without a doubt: no press is needed to see them
    const [only, second] = answer.data?.lookUpMembers ?? [];
    if (only && !second && only.certainty === "EXACT") open(only);
  };
  const open = ({ member }: Match): void => void navigate({ to: "/team/member/$id", params: { id: member.id } });
  return (
    <Page title={own.caller} lead={own.callerLead}>
      <form
        className="card look"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field
          label={own.searchFor}
          hint={own.searchHint}
          value={typed}
          change={(text) => {
            setTyped(text);
            setWrong(false);
          }}
          type="search"
          autoFocus
          {...(wrong ? { fault: { message: own.searchWrong } } : {})}
        />
        {asked === null && typed.trim().includes(" ") && (
          <Field label={own.birthDate} type="date" value={birthDate} change={setBirthDate} />
        )}
        {asked?.birthDate && <Field label={own.birthDate} type="date" value={birthDate} change={setBirthDate} />}
        <div className="fields">
          <Choice
            label={own.why}
            hint={own.whyHint}
            value={why}
            change={setWhy}
            options={[
              ["CALL", own.whyCall],
              ["CASE_HANDLING", own.whyCase],
              ["COMPLAINT", own.whyComplaint],
            ]}
          />
          <Field label={own.fileNumber} hint={own.fileHint} value={file} change={setFile} />
        </div>
        <div className="actions">
          <Button type="submit" isDisabled={busy}>
            <Icon name="search" /> {own.look}
          </Button>
        </div>
      </form>
      {error && <Failed error={error} again={() => void look()} />}
      {!found && !error && <Empty icon="search">{own.startSearch}</Empty>}
      {found?.length === 0 && <Empty icon="person">{own.nobody}</Empty>}
      {found && found.length > 0 && (
        <ul className="matches">
          {found.map((match) => (
            <li key={match.member.id}>
              <Button className="second" onPress={() => open(match)}>
                <span>
                  <strong>{match.member.name}</strong>
                  <small>
                    {own.born(date(language, match.member.birthDate))} · {match.member.civilNumberMasked}
                  </small>
                </span>
                <Tag tone={match.certainty === "EXACT" ? "good" : "warn"}>{word("MatchCertainty", match.certainty)}</Tag>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
