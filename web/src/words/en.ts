import type { Words } from "../words";

export const en: Words = {
  appName: "Provider network",
  loading: "Loading …",
  failed: "This could not be loaded.",
  tryAgain: "Try again",
  offline: "There is no connection. What you have typed is still here.",
  sessionEnded: "You have been signed out. Sign in again to go on; what you have typed is still here.",
  signIn: "Sign in",
  signOut: "Sign out",
  otherLanguage: "Dansk",
  skipToContent: "Skip to content",
  home: "Home",
  yourNextAppointment: "Your next appointment",
  noAppointment: "You have no appointment ahead.",
  yourCases: "Your cases",
  noCases: "You have no open cases.",
  reportComplaint: "Report a complaint",
  findTime: "Find a time",
  promisedBy: (day) => `We promise a first appointment no later than ${day}.`,
  cancelUntil: (when) => `Can be cancelled free of charge until ${when}.`,
  treatmentsLeft: (left, of) => `${left} of ${of} treatments left`,
};
