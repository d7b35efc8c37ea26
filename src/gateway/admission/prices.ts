/** What an operation may cost by what is asked of it this time: what `@include` and `@skip` leave out is not paid for. */
import { getOperationAST, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { conditionVariables, valuesOf, withoutConditions } from "../execution/conditions.js";
import { costOf, type Cost } from "./cost.js";

/** So many forms of one operation are priced; any further one costs what the whole does. */
const MAX_FORMS = 16;

export class Prices {
  readonly #decisive: readonly string[] | null;
  readonly #forms = new Map<string, Cost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.#decisive = conditionVariables(document);
  }

  priceFor(variables: Readonly<Record<string, unknown>>): Cost {
    const values = this.#decisive && valuesOf(this.#decisive, this.operation, variables);
    if (!values) return this.#form("whole", () => this.document);
    const key = [...values.values()].join();
    const isKnown = this.#forms.has(key) || this.#forms.size < MAX_FORMS;
    return isKnown ? this.#form(key, () => withoutConditions(this.document, values)) : this.#form("whole", () => this.document);
  }

  #form(key: string, asked: () => DocumentNode): Cost {
    const known = this.#forms.get(key);
    if (known) return known;
    const document = asked();
    const operation = getOperationAST(document, this.operation.name?.value) ?? this.operation;
    const cost = costOf(this.schema, document, operation);
    this.#forms.set(key, cost);
    return cost;
  }
}
