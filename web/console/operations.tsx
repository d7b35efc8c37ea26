import { useEditorContext, type GraphiQLPlugin } from "@graphiql/react";
import { createContext, useContext, useState } from "react";
import { filledIn, type ConsoleSession, type ReadyOperation } from "./session";

export type Chosen = { readonly session: ConsoleSession; readonly role: string; readonly choose: (role: string) => void };
export const ChosenContext = createContext<Chosen | null>(null);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error("the console knows who is chosen");
  return chosen;
}

/** Registered operations of the role that is chosen, each opened in a tab with an example that is about what is there. */
function Operations() {
  const { session, role } = useChosen();
  const [wanted, setWanted] = useState("");
  const open = useOpen();
  const found = session.operations.filter((each) => each.role === role && each.name.includes(wanted.trim().toLowerCase()));
  return (
    <section className="operations">
      <h2 className="graphiql-doc-explorer-title">Operations</h2>
      <p>Registered documents of this role, with example variables. Each opens in a tab of its own.</p>
      <label>
        Find <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <ul>
        {found.map((each) => (
          <li key={each.name}>
            <button type="button" onClick={() => open(each)}>
              {each.name}
              <small>{kindOf(each)}</small>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>None.</p>}
      <h2>Beside it</h2>
      <ul>
        {session.links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindOf({ document }: ReadyOperation): string {
  return /^(query|mutation|subscription)\b/m.exec(document)?.[1] ?? "query";
}

function useOpen(): (operation: ReadyOperation) => void {
  const { addTab, queryEditor, variableEditor, tabs, activeTabIndex } = useEditorContext({ nonNull: true });
  return ({ document, variables }) => {
    const fill = (): void => {
      queryEditor?.setValue(document);
      variableEditor?.setValue(filledIn(variables));
    };
    if (!tabs[activeTabIndex]?.query?.trim()) return fill();
    addTab();
    // the editors show the new tab by then
    setTimeout(fill, 0);
  };
}

const ListIcon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden="true">
    <path d="M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h11" strokeLinecap="round" />
  </svg>
);

export const OPERATIONS: GraphiQLPlugin = { title: "Operations", icon: ListIcon, content: Operations };
