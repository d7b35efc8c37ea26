/** Every page by its address. A page is loaded when it is first opened, so that nobody loads another role's pages. */
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Navigate } from "@tanstack/react-router";
import type { Person, Role } from "./session";
import { useSession } from "./session";
import { Frame } from "./shared/frame";
import { Loading } from "./shared/states";

const root = createRootRouteWithContext<{ readonly person: Person | null | undefined }>()({ component: Frame });

/** Where each role begins. */
export const START: Readonly<Record<Role, string>> = {
  MEMBER: "/member",
  CLINIC_STAFF: "/clinic",
  HEALTH_TEAM: "/team",
  NETWORK_MANAGER: "/network",
  FINANCE: "/finance",
};

function Start() {
  const { person } = useSession();
  if (person === undefined) return <Loading />;
  return <Navigate to={person ? START[person.role] : "/sign-in"} replace />;
}

const start = createRoute({ getParentRoute: () => root, path: "/", component: Start });
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./sign-in"), "SignIn"),
});
const memberHome = createRoute({
  getParentRoute: () => root,
  path: "/member",
  component: lazyRouteComponent(() => import("./member/home"), "MemberHome"),
});

const memberFind = createRoute({
  getParentRoute: () => root,
  path: "/member/find/$claimId",
  component: lazyRouteComponent(() => import("./member/find"), "FindTime"),
});
const memberAppointment = createRoute({
  getParentRoute: () => root,
  path: "/member/appointment/$id",
  component: lazyRouteComponent(() => import("./member/appointment"), "Appointment"),
});

export const router = createRouter({
  routeTree: root.addChildren([start, signIn, memberHome, memberFind, memberAppointment]),
  context: { person: undefined },
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
