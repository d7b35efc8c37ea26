import { type EventType } from "../../event-type.js";
import { RECEIVABLE } from "./receivable-data.js";

export const receivableInstalmentsAgreed = {
  topic: "receivable.instalments-agreed",
  words: ["Instalments agreed", "Afdrag aftalt", "It was agreed when what is left of a receivable is paid back."],
  about: "Receivable",
  forClinic: true,
  data: { ...RECEIVABLE },
} as const satisfies EventType;
