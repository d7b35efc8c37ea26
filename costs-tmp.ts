import "reflect-metadata";
import { parse, getOperationAST } from "graphql";
import { storedOperations, filled } from "./src/assembly/operations.js";
import { makeSchema } from "./src/assembly/schema.js";
import { costOf, evaluate } from "./src/gateway/admission/cost.js";
const s = makeSchema();
for (const o of storedOperations()) { const d = parse(o.document); const c = evaluate(costOf(s, d, getOperationAST(d)!), filled(o.variables, {}) as any); if (o.name.endsWith("-screen") || c > 900) console.log(o.client, o.name, c); }
