import { Link } from "@tanstack/react-router";
import { useState, type DragEvent } from "react";
import { Button } from "react-aria-components";
import { ImportNetwork, IntakeScreen, type ImportNetworkMutation, type IntakeScreenQuery } from "../graph/network";
import { useTask } from "../shared/act";
import { useCodes } from "../shared/codes";
import { Choice } from "../shared/fields";
import { dayAndTime } from "../shared/format";
import { Page, Section, Table, Tag, type Tone } from "../shared/parts";
import { Outcome, useTold } from "../shared/refusals";
import { Empty, useScreen } from "../shared/states";
import { useLanguage, useOwn } from "../words";
import { networkWords } from "./words";
import "./network.css";

type Payload = ImportNetworkMutation["importNetwork"];
type Line = Payload["lines"][number];
type Intake = IntakeScreenQuery["networkIntakes"]["edges"][number]["node"];
type Chosen = { readonly name: string; readonly content: string; readonly format: "CSV" | "NDJSON" };

const TONES: Readonly<Record<string, Tone>> = {
  ...{ INSERTED: "good", CHANGED: "accent", UNCHANGED: "quiet", REFUSED: "bad" },
  ...{ DONE: "good", RUNNING: "accent" },
};

/** A file of the network: what it would do line by line, then the press that does it. */
export function Intake() {
  const own = useOwn(networkWords);
  const { say } = useLanguage();
  const { word, all } = useCodes();
  const { data, state, again } = useScreen(IntakeScreen, { first: 20 });
  const preview = useTask(ImportNetwork);
  const task = useTask(ImportNetwork);
  const [part, setPart] = useState("ORGANISATION");
  const [file, setFile] = useState<Chosen | null>(null);
  const [seen, setSeen] = useState<Payload | null>(null);
  const [saved, setSaved] = useState<Payload | null>(null);
  const [over, setOver] = useState(false);
  const input = (chosen: Chosen, of = part) => ({
    part: of as never,
    format: chosen.format,
    mode: "CONTINUE" as const,
    content: chosen.content,
  });
  const look = async (chosen: Chosen, of = part): Promise<void> => {
    setSaved(null);
    setSeen(null);
    task.clear();
    setFile(chosen);
    setSeen(((await preview.run({ ...input(chosen, of), preview: true })) as Payload | null) ?? null);
  };
  const take = (picked: File | undefined): void => {
    if (picked) void picked.text().then((content) => look({ name: picked.name, content, format: formatOf(picked.name, content) }));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const save = async (): Promise<void> => {
    if (!file) return;
    const payload = (await task.run(input(file))) as Payload | null;
    if (!payload) return;
    setSaved(payload);
    again();
  };
  const columns = useIntakeColumns();
  const shown = saved ?? seen;
  return (
    <Page title={own.intake} lead={own.intakeLead}>
      <div className="two">
        <div className="form">
          <Choice
            label={own.linesAbout}
            value={part}
            change={(of) => {
              setPart(of);
              if (file) void look(file, of);
            }}
            options={all("NetworkPart")}
          />
          <label
            className={over ? "drop over" : "drop"}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <strong>{file ? file.name : own.dropHere}</strong>
            <span className="note">{own.dropNote}</span>
            <span className="button second">{own.chooseFile}</span>
            <input
              className="hidden"
              type="file"
              accept=".csv,.ndjson,.jsonl,.txt"
              onChange={(event) => {
                take(event.target.files?.[0]);
                // the same file again is looked at again
                event.target.value = "";
              }}
            />
          </label>
        </div>
        <div>
          <h2 className="plain">{own.columns}</h2>
          <p className="note pre">{own.columnsOf[part as "ORGANISATION" | "CLINIC" | "PRACTITIONER"]}</p>
        </div>
      </div>
      <Outcome of={preview} />
      {preview.busy && (
        <p className="note" role="status">
          {own.readingFile}
        </p>
      )}
      {shown && (
        <Section title={saved ? own.savedLines : own.wouldDo}>
          <ul className="stats">
            {(["inserted", "changed", "unchanged", "refused"] as const).map((each) => (
              <li key={each}>
                {word("NetworkLineOutcome", each.toUpperCase())}
                <strong>{shown[each]}</strong>
              </li>
            ))}
          </ul>
          {!saved && (
            <>
              <Outcome of={task} />
              <div className="actions">
                <Button isDisabled={task.busy || shown.inserted + shown.changed === 0} onPress={() => void save()}>
                  {own.saveLines(shown.inserted + shown.changed)}
                </Button>
                <Button
                  className="second"
                  onPress={() => {
                    setFile(null);
                    setSeen(null);
                    task.clear();
                  }}
                >
                  {say.undo}
                </Button>
              </div>
            </>
          )}
          <Lines lines={shown.lines} />
          {/* below the lines: a second press on the button above must not land on the link */}
          {saved?.proposal && (
            <p className="notice">
              {own.factsWait} <Link to="/network/rates">{own.toApprove}</Link>
            </p>
          )}
        </Section>
      )}
      {state}
      {data && (
        <Section title={own.filesBefore}>
          {data.networkIntakes.edges.length === 0 ? (
            <Empty icon="file">{own.noFiles}</Empty>
          ) : (
            <Table
              caption={own.filesBefore}
              rows={data.networkIntakes.edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={columns}
            />
          )}
        </Section>
      )}
    </Page>
  );
}

/** The form of a file, by its name or else by how it begins. */
const formatOf = (name: string, content: string): "CSV" | "NDJSON" =>
  /\.(ndjson|jsonl)$/i.test(name) || content.trimStart().startsWith("{") ? "NDJSON" : "CSV";

function useIntakeColumns() {
  const own = useOwn(networkWords);
  const { language } = useLanguage();
  const { word } = useCodes();
  return [
    { head: own.when, cell: ({ startedAt }: Intake) => dayAndTime(language, startedAt) },
    { head: own.linesAbout, cell: ({ part }: Intake) => word("NetworkPart", part) },
    {
      head: own.state,
      cell: (intake: Intake) => (
        <Tag tone={intake.state === "REFUSED" ? "bad" : (TONES[intake.state] ?? "quiet")}>
          {word("NetworkIntakeState", intake.state)}
          {intake.state === "RUNNING" && ` ${intake.done}/${intake.lines}`}
        </Tag>
      ),
    },
    { head: own.lines, cell: ({ lines }: Intake) => lines, right: true },
    { head: own.refusedLines, cell: ({ refused }: Intake) => refused, right: true },
  ];
}

const SHOWN = 200;

/** Refused lines first: they are what somebody has to do something about. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const own = useOwn(networkWords);
  const { word } = useCodes();
  const told = useTold(lines.some(({ errors }) => errors.length > 0));
  if (lines.length === 0) return null;
  const sorted = [...lines].sort((a, b) => Number(b.outcome === "REFUSED") - Number(a.outcome === "REFUSED") || a.line - b.line);
  return (
    <>
      <Table
        caption={own.lines}
        rows={sorted.slice(0, SHOWN)}
        keyOf={({ line }) => String(line)}
        columns={[
          { head: own.line, cell: ({ line, externalId }) => `${line}${externalId ? ` · ${externalId}` : ""}` },
          { head: own.outcome, cell: ({ outcome }) => <Tag tone={TONES[outcome] ?? "quiet"}>{word("NetworkLineOutcome", outcome)}</Tag> },
          {
            head: own.whyNot,
            cell: ({ errors }) => (
              <ul className="plain-list">
                {errors.map((fault, i) => (
                  <li key={i}>
                    {fault.path && <code>{fault.path.at(-1)}</code>} {told(fault)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {lines.length > SHOWN && <p className="note">{own.moreLines(lines.length - SHOWN)}</p>}
    </>
  );
}
