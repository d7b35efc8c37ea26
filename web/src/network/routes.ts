import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../root";

export const networkRoutes = [
  createRoute({ getParentRoute: () => root, path: "/network", component: lazyRouteComponent(() => import("./map"), "ShortageMap") }),
  createRoute({
    getParentRoute: () => root,
    path: "/network/clinics",
    component: lazyRouteComponent(() => import("./clinics"), "Clinics"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/network/clinic/$id",
    component: lazyRouteComponent(() => import("./clinic"), "Clinic"),
  }),
  createRoute({ getParentRoute: () => root, path: "/network/rates", component: lazyRouteComponent(() => import("./rates"), "Rates") }),
  createRoute({ getParentRoute: () => root, path: "/network/intake", component: lazyRouteComponent(() => import("./intake"), "Intake") }),
  createRoute({
    getParentRoute: () => root,
    path: "/network/scenarios",
    component: lazyRouteComponent(() => import("./scenarios"), "Scenarios"),
  }),
] as const;
