/** Every journey of every role in a real browser, on two gateways before one database: each request is answered by the other one. */
import { describe, expect, it } from "@jest/globals";
import { withDesk } from "./desk.js";
import { clinicJourneys } from "./journeys/clinic.js";
import { financeJourneys } from "./journeys/finance.js";
import { memberJourneys } from "./journeys/member.js";
import { networkJourneys } from "./journeys/network.js";
import { payoutJourneys } from "./journeys/payouts.js";
import { signInJourneys } from "./journeys/sign-in.js";
import { teamJourneys } from "./journeys/team.js";

describe("the desk", () => {
  const desk = withDesk({ gateways: 2 });
  describe("of a member", () => memberJourneys(desk));
  describe("of a clinic", () => clinicJourneys(desk));
  describe("of the health team", () => teamJourneys(desk));
  describe("of the network manager", () => networkJourneys(desk));
  describe("of finance", () => financeJourneys(desk));
  describe("of finance, for members", () => payoutJourneys(desk));
  describe("with a provider of identities", () => signInJourneys(desk));

  it("was answered by both gateways in equal parts", () => {
    const [one = 0, other = 0] = desk().gateways.answered();
    expect(one + other).toBeGreaterThan(100);
    expect(Math.min(one, other) / Math.max(one, other)).toBeGreaterThan(0.5);
  });
});
