import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

export const financeRoutes = [
  createRoute({ getParentRoute: () => root, path: "/finance", component: lazyRouteComponent(() => import("./batches"), "Batches") }),
  createRoute({ getParentRoute: () => root, path: "/finance/batch/$id", component: lazyRouteComponent(() => import("./batch"), "Batch") }),
  createRoute({
    getParentRoute: () => root,
    path: "/finance/payment/$endToEndId",
    component: lazyRouteComponent(() => import("./payment"), "Payment"),
  }),
  createRoute({ getParentRoute: () => root, path: "/finance/bank", component: lazyRouteComponent(() => import("./bank"), "Bank") }),
  createRoute({
    getParentRoute: () => root,
    path: "/finance/disputes",
    component: lazyRouteComponent(() => import("./disputes"), "Disputes"),
  }),
  createRoute({ getParentRoute: () => root, path: "/finance/months", component: lazyRouteComponent(() => import("./months"), "Months") }),
] as const;
