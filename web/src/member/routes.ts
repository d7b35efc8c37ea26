import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

export const memberRoutes = [
  createRoute({ getParentRoute: () => root, path: "/member", component: lazyRouteComponent(() => import("./home"), "MemberHome") }),
  createRoute({ getParentRoute: () => root, path: "/member/report", component: lazyRouteComponent(() => import("./report"), "Report") }),
  createRoute({ getParentRoute: () => root, path: "/member/bills", component: lazyRouteComponent(() => import("./bills"), "Bills") }),
  createRoute({ getParentRoute: () => root, path: "/member/mine", component: lazyRouteComponent(() => import("./mine"), "Mine") }),
  createRoute({
    getParentRoute: () => root,
    path: "/member/settings",
    component: lazyRouteComponent(() => import("./settings"), "Settings"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/member/find/$claimId",
    component: lazyRouteComponent(() => import("./find"), "FindTime"),
  }),
  createRoute({ getParentRoute: () => root, path: "/member/move/$id", component: lazyRouteComponent(() => import("./move"), "MoveTime") }),
  createRoute({
    getParentRoute: () => root,
    path: "/member/appointment/$id",
    component: lazyRouteComponent(() => import("./appointment"), "Appointment"),
  }),
] as const;
