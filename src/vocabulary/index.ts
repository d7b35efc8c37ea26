/** Words of the lists that every feature speaks with. */
import type { Feature } from "../gateway/feature.js";
import { DocumentFileFields } from "./document-file.type.js";
import { ListConditions } from "./list-conditions.js";
import { ListWords } from "./list-words.js";
import { ServiceFields } from "./service.type.js";
import { DecisionReasonWords } from "./reason.type.js";
import { UserErrorWords } from "./user-error.type.js";

export const vocabulary: Feature = {
  resolvers: [DecisionReasonWords, DocumentFileFields, ListConditions, ListWords, ServiceFields, UserErrorWords],
};
