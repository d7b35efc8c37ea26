import { useState } from "react";
import { Button } from "react-aria-components";
import { purposeHeader } from "../graph/purpose";
import { DESK_HEADERS } from "../session";
import { useWords } from "../words";
import { Icon } from "./icons";

/** A file of the gateway's. The browser's own links send no header of ours, so it is fetched and handed to the browser as a file. */
export function Download({ url, fileName, children }: { readonly url: string; readonly fileName: string; readonly children?: string }) {
  const say = useWords();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setBusy(true);
    const at = new URL(url, window.location.href);
    const answer = await fetch(at.pathname + at.search, { headers: { ...DESK_HEADERS, ...purposeHeader() } }).catch(() => null);
    setBusy(false);
    setFailed(!answer?.ok);
    if (answer?.ok) handOver(await answer.blob(), fileName);
  };
  return (
    <>
      <Button className="second" isDisabled={busy} onPress={() => void fetchFile()}>
        <Icon name="file" /> {children ?? say.download}
      </Button>
      {failed && (
        <span className="fault" role="alert">
          {say.failed} {say.tryAgain}.
        </span>
      )}
    </>
  );
}

/** Gives the browser something to keep as a file. */
export function handOver(content: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
