import { createRootRouteWithContext } from "@tanstack/react-router";
import type { Person, Role } from "./session";
import { Frame } from "./shared/frame";
import type { IconName } from "./shared/icons";

/** What every page stands in; a role's own pages are listed in its folder's routes.ts. */
export const root = createRootRouteWithContext<{ readonly person: Person | null | undefined }>()({ component: Frame });

/** Where each role begins. */
export const START: Readonly<Record<Role, string>> = {
  MEMBER: "/member",
  CLINIC_STAFF: "/clinic",
  HEALTH_TEAM: "/team",
  NETWORK_MANAGER: "/network",
  FINANCE: "/finance",
};

/** A place that the pages of a role are reached from; at most five, so that they fit under a phone's thumb. */
export type Place = { readonly to: string; readonly icon: IconName; readonly da: string; readonly en: string };
