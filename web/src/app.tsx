import { RouterProvider } from "@tanstack/react-router";
import { useMemo } from "react";
import { I18nProvider } from "react-aria-components";
import { Provider } from "urql";
import { makeClient } from "./graph/client";
import { purposeFor } from "./graph/purpose";
import { router } from "./router";
import { Loading } from "./shared/states";
import { SessionProvider, useSession } from "./session";
import { LanguageProvider, useLanguage } from "./words";

/** The whole desk: language, who is signed in, the graph as that person sees it, and the pages. */
export function App() {
  return (
    <LanguageProvider>
      <SessionProvider>
        <Pages />
      </SessionProvider>
    </LanguageProvider>
  );
}

function Pages() {
  const { language } = useLanguage();
  const { person, ended } = useSession();
  // another person begins with an empty cache: nothing of the one before is left to be seen
  const client = useMemo(() => {
    purposeFor(person?.role);
    return makeClient(ended);
  }, [person?.key]);
  // a page reads the gateway's clock when it is opened, and it came with the session
  if (person === undefined) return <Loading />;
  return (
    <I18nProvider locale={language === "da" ? "da-DK" : "en-GB"}>
      <Provider value={client}>
        <RouterProvider router={router} context={{ person }} />
      </Provider>
    </I18nProvider>
  );
}
