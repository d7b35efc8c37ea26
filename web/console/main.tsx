import "graphiql/style.css";
import "./console.css";
import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { ToolbarButton, useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { StrictMode, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { fetcherFor } from "./fetcher";
import { ChosenContext, OPERATIONS, useChosen } from "./operations";
import { askSession, curlOf, headersOf, type ConsoleSession } from "./session";

/** The history comes by itself, and is always the first. */
const PLUGINS = [OPERATIONS];
const KEPT = "console-role";
const HELLO = `# Choose who you are above, and a ready operation at the left, or write your own.
{
  viewer {
    role
  }
}
`;

function Console({ begun }: { readonly begun: ConsoleSession }) {
  const [session, setSession] = useState(begun);
  const [role, setRole] = useState(() => {
    const kept = sessionStorage.getItem(KEPT);
    return begun.roles.some((each) => each.role === kept) ? (kept as string) : (begun.roles[0]?.role ?? "");
  });
  const choose = (chosen: string): void => {
    sessionStorage.setItem(KEPT, chosen);
    setRole(chosen);
    // examples of what was done meanwhile, and fresh tokens
    void askSession().then(setSession);
  };
  // the library reads the schema anew with another way of asking
  const fetcher = useMemo(() => {
    const of = (among: ConsoleSession) => among.roles.find((each) => each.role === role) ?? { role, label: role, token: null };
    return fetcherFor(of(begun), async () => of(await askSession()));
  }, [begun, role]);
  return (
    <ChosenContext value={{ session, role, choose }}>
      <h1 className="hidden">Console</h1>
      <GraphiQL
        fetcher={fetcher}
        plugins={PLUGINS}
        referencePlugin={DOC_EXPLORER_PLUGIN}
        defaultQuery={HELLO}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
        showPersistHeadersSettings={false}
      >
        <GraphiQL.Logo>
          <Who />
          <NameEditors />
          <Begin />
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>{Tools}</GraphiQL.Toolbar>
      </GraphiQL>
    </ChosenContext>
  );
}

/** Whom the console asks as. */
function Who() {
  const { session, role, choose } = useChosen();
  return (
    <label className="who">
      As{" "}
      <select value={role} onChange={(event) => choose(event.target.value)}>
        {session.roles.map((each) => (
          <option key={each.role} value={each.role}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What one comes for is seen at once; the library opens a pane only by its button. */
function Begin() {
  useEffect(() => {
    // it begins by closing all panes, after this
    const soon = setTimeout(() => document.querySelector<HTMLElement>('[aria-label="Show Operations"]')?.click(), 0);
    return () => clearTimeout(soon);
  }, []);
  return null;
}

/** The library's editors have no names for those who do not see them. */
function NameEditors() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    const named = { Operation: queryEditor, Variables: variableEditor, Headers: headerEditor, Answer: responseEditor };
    for (const [name, editor] of Object.entries(named)) editor?.getInputField().setAttribute("aria-label", name);
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}

function Tools({ prettify, copy, merge }: { prettify: React.ReactNode; copy: React.ReactNode; merge: React.ReactNode }) {
  return (
    <>
      {prettify}
      {merge}
      {copy}
      <CopyCurl />
    </>
  );
}

/** The same for a terminal, with the token in it. */
function CopyCurl() {
  const { session, role } = useChosen();
  const { queryEditor, variableEditor, headerEditor } = useEditorContext({ nonNull: true });
  const [copied, setCopied] = useState(false);
  const take = (): void => {
    const chosen = session.roles.find((each) => each.role === role);
    const typed = (text: string | undefined): object => {
      try {
        return JSON.parse(text || "{}") as object;
      } catch {
        return {};
      }
    };
    const headers = { ...(chosen ? headersOf(chosen) : {}), ...(typed(headerEditor?.getValue()) as Record<string, string>) };
    const body = { query: queryEditor?.getValue() ?? "", variables: typed(variableEditor?.getValue()) };
    void navigator.clipboard.writeText(curlOf(`${window.location.origin}/graphql`, headers, body)).then(() => setCopied(true));
  };
  return (
    <ToolbarButton label={copied ? "Copied" : "Copy as cURL"} onClick={take}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <path d="M4 6l5 6-5 6M12 18h8" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </ToolbarButton>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");
void askSession().then((session) =>
  createRoot(root).render(
    <StrictMode>
      <Console begun={session} />
    </StrictMode>,
  ),
);
