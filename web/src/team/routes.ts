/** The pages of team, by address; each is a file that is loaded when it is opened. */
export const teamRoutes = [] as const;
