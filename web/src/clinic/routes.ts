/** The pages of clinic, by address; each is a file that is loaded when it is opened. */
export const clinicRoutes = [] as const;
