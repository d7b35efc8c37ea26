/** Every journey of every role in a real browser, on one gateway. */
import { describe } from "@jest/globals";
import { withDesk } from "./desk.js";
import { clinicJourneys } from "./journeys/clinic.js";
import { financeJourneys } from "./journeys/finance.js";
import { memberJourneys } from "./journeys/member.js";
import { networkJourneys } from "./journeys/network.js";
import { signInJourneys } from "./journeys/sign-in.js";
import { teamJourneys } from "./journeys/team.js";

describe("the desk", () => {
  const desk = withDesk();
  describe("of a member", () => memberJourneys(desk));
  describe("of a clinic", () => clinicJourneys(desk));
  describe("of the health team", () => teamJourneys(desk));
  describe("of the network manager", () => networkJourneys(desk));
  describe("of finance", () => financeJourneys(desk));
  describe("with a provider of identities", () => signInJourneys(desk));
});
