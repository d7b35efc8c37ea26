import { useEffect, useRef, useState } from "react";
import { HoldSlot, ReleaseHold, RenewHold } from "../graph/member-app";
import { useSession } from "../session";
import { useTask } from "../shared/act";

export type Held = {
  /** Seconds left; null while nothing is held. */
  readonly left: number | null;
  readonly ranOut: boolean;
  /** True where somebody else has the time. */
  readonly taken: boolean;
  readonly mayRenew: boolean;
  readonly renew: () => void;
  readonly hold: () => void;
  /** The time is booked: nothing is given back when the page is left. */
  readonly keep: () => void;
};

type Kept = { readonly id: string; readonly expiresAt: string; readonly renewalsLeft: number };

/** Holds a time while somebody decides, counts down, and gives it back when the page is left. */
export function useHold(claimId: string, slotId: string): Held {
  const { now } = useSession();
  const hold = useTask(HoldSlot);
  const renewing = useTask(RenewHold);
  const release = useTask(ReleaseHold);
  const [kept, setKept] = useState<Kept | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const current = useRef<Kept | null>(null);
  current.current = kept;
  const take = (): void => {
    void hold.run({ claimId, slotId }).then((payload) => payload?.hold && setKept(payload.hold));
  };
  useEffect(() => {
    take();
    return () => {
      if (current.current) void release.run({ holdId: current.current.id });
    };
  }, []);
  useEffect(() => {
    if (!kept) return;
    const look = (): void => setLeft(Math.max(0, Math.floor((Date.parse(kept.expiresAt) - now().getTime()) / 1_000)));
    look();
    const each = setInterval(look, 1_000);
    return () => clearInterval(each);
  }, [kept]);
  return {
    left: kept ? left : null,
    ranOut: kept !== null && left === 0,
    taken: hold.errors.some(({ code }) => code === "SLOT_TAKEN"),
    mayRenew: kept !== null && kept.renewalsLeft > 0 && (left ?? 99) < 120,
    renew: () => {
      if (kept) void renewing.run({ holdId: kept.id }).then((payload) => payload?.hold && setKept(payload.hold));
    },
    hold: () => {
      setKept(null);
      take();
    },
    keep: () => {
      current.current = null;
      setKept(null);
    },
  };
}
