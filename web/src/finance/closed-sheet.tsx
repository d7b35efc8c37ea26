import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../shared/icons";
import { Sheet } from "../shared/parts";
import { useLanguage, useOwn } from "../words";
import { financeWords } from "./words";

/** A batch that was just closed, whoever is paid by it: what it is, that another person approves it, and the way to it. */
export function ClosedSheet({
  title,
  batch,
  close,
  children,
}: {
  readonly title: string;
  readonly batch: { readonly id: string; readonly reference: string };
  readonly close: () => void;
  readonly children?: ReactNode;
}) {
  const own = useOwn(financeWords);
  const { say } = useLanguage();
  return (
    <Sheet title={title} open close={close}>
      <p className="done" role="status">
        <Icon name="check" /> {own.closedNow(batch.reference)}
      </p>
      {children}
      <p>{own.anotherApproves}</p>
      <div className="actions">
        <Link className="button" to="/finance/batch/$id" params={{ id: batch.id }}>
          {own.openBatch}
        </Link>
        <Button className="second" onPress={close}>
          {say.close}
        </Button>
      </div>
    </Sheet>
  );
}
