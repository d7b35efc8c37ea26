import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

export const teamRoutes = [
  createRoute({ getParentRoute: () => root, path: "/team", component: lazyRouteComponent(() => import("./board"), "Board") }),
  createRoute({ getParentRoute: () => root, path: "/team/caller", component: lazyRouteComponent(() => import("./caller"), "Caller") }),
  createRoute({
    getParentRoute: () => root,
    path: "/team/member/$id",
    component: lazyRouteComponent(() => import("./member"), "TeamMember"),
  }),
  createRoute({ getParentRoute: () => root, path: "/team/case/$id", component: lazyRouteComponent(() => import("./case"), "Case") }),
  createRoute({
    getParentRoute: () => root,
    path: "/team/case/$id/book",
    component: lazyRouteComponent(() => import("./book"), "BookForMember"),
  }),
  createRoute({ getParentRoute: () => root, path: "/team/work", component: lazyRouteComponent(() => import("./work"), "Work") }),
  createRoute({ getParentRoute: () => root, path: "/team/changes", component: lazyRouteComponent(() => import("./changes"), "Changes") }),
] as const;
