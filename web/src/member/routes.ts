import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

export const memberRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: "/member",
    component: lazyRouteComponent(() => import("./home"), "MemberHome"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/member/find/$claimId",
    component: lazyRouteComponent(() => import("./find"), "FindTime"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/member/appointment/$id",
    component: lazyRouteComponent(() => import("./appointment"), "Appointment"),
  }),
] as const;
