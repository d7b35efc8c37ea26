/** Every page by its address. A page is loaded when it is first opened, so that nobody loads another role's pages. */
import { createRoute, createRouter, lazyRouteComponent, Navigate } from "@tanstack/react-router";
import { clinicRoutes } from "./clinic/routes";
import { financeRoutes } from "./finance/routes";
import { memberRoutes } from "./member/routes";
import { networkRoutes } from "./network/routes";
import { root, START } from "./root";
import { useSession } from "./session";
import { Loading } from "./shared/states";
import { teamRoutes } from "./team/routes";

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
const me = createRoute({
  getParentRoute: () => root,
  path: "/me",
  component: lazyRouteComponent(() => import("./me"), "Me"),
});

export const router = createRouter({
  routeTree: root.addChildren([start, signIn, me, ...memberRoutes, ...clinicRoutes, ...teamRoutes, ...networkRoutes, ...financeRoutes]),
  context: { person: undefined },
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
