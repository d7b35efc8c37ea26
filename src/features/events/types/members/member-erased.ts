import { type EventType, id } from "../../event-type.js";

export const memberErased = {
  topic: "member.erased",
  words: ["Member erased", "Medlem slettet", "A person was erased: whoever keeps a copy removes it."],
  about: "Member",
  forClinic: false,
  data: { memberId: id("Member") },
} as const satisfies EventType;
