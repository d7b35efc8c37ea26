import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

/** Which day, seen how, at which clinic; what is left out is today, the day, the first clinic. */
export type CalendarAt = { readonly on?: string; readonly view?: "week"; readonly clinic?: string };

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const clinicRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: "/clinic",
    validateSearch: (search: Record<string, unknown>): CalendarAt => {
      const on = text(search["on"]);
      const clinic = text(search["clinic"]);
      return {
        ...(on && /^\d{4}-\d\d-\d\d$/.test(on) ? { on } : {}),
        ...(search["view"] === "week" ? { view: "week" } : {}),
        ...(clinic ? { clinic } : {}),
      };
    },
    component: lazyRouteComponent(() => import("./calendar"), "Calendar"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/clinic/questions",
    component: lazyRouteComponent(() => import("./questions"), "Questions"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/clinic/times",
    component: lazyRouteComponent(() => import("./times"), "Times"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/clinic/money",
    component: lazyRouteComponent(() => import("./money"), "Money"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/clinic/about",
    component: lazyRouteComponent(() => import("./about"), "About"),
  }),
] as const;
