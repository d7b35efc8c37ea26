/** Admission, rate and masking as one Apollo plugin: every further plugin costs each request a round of promises. */
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from "graphql";
import type { Viewer } from "../../platform/viewer.js";
import type { Admit } from "./admission.js";
import { answerType } from "../http/answer.js";
import type { Context } from "../api/context.js";
import { objectsIn } from "./cost.js";
import { readingCost } from "./documents.js";
import { rootFieldOf } from "../execution/root-field.js";
import { readApart } from "../execution/long-variables.js";
import { variableFaults } from "../execution/variables.js";

type Tokens =
  | { readonly ok: true; readonly available: number; readonly restoreRate: number }
  | { readonly ok: false; readonly available: number; readonly restoreRate: number; readonly retryAfterSeconds: number };
/** Takes the price of an operation from the viewer's bucket, or says how long to wait. */
type TakeTokens = (viewer: Viewer, cost: number, address: string | null) => Tokens | Promise<Tokens>;

/** Gives back what was charged for objects that the answer then did not hold. */
type Refund = (viewer: Viewer, cost: number, address: string | null) => void;

export type Failure = {
  readonly traceId: string;
  readonly operation: string | null;
  readonly operationHash: string | null;
  readonly error: unknown;
};

export type AdmissionPluginOptions = {
  readonly admit: Admit;
  readonly maximumCost: number;
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
  readonly takeTokens?: TakeTokens;
  readonly refund?: Refund;
  /** Whether the document, or the one with this sha256, may run for this viewer; left out, every document may. */
  readonly trusted?: (hash: string, viewer: Viewer, document: DocumentNode) => boolean | Promise<boolean>;
  /** Whether the document with this sha256 is a registered one, as it is spelled: to read those costs nothing. */
  readonly registered?: (hash: string) => boolean;
  /** Told once about everything that was masked. */
  readonly onFailure?: (failure: Failure) => void;
  /** Told of every answer: the root field, OK or the first error's code, and the seconds it took. */
  readonly onAnswer?: (operation: string, code: string, seconds: number) => void;
};

/** Below this the counting costs more than what comes back. */
const WORTH_COUNTING = 20;
/** Points for what a mutation brings in, from which on it is work of its own kind. */
const BULK = 100;

type Rc = GraphQLRequestContext<Context>;

export function admissionPlugin<C extends Context>(options: AdmissionPluginOptions): ApolloServerPlugin<C> {
  return { requestDidStart: () => Promise.resolve(new Listener(options)) };
}

class Listener implements GraphQLRequestListener<Context> {
  #refused: readonly GraphQLError[] = [];
  #cost: { requested?: number; maximum?: number; actual?: number; available?: number; restoreRate?: number } | null = null;
  #charged = 0;
  #refundable = false;
  #floor = 0;
  #places: ReadonlySet<string> = new Set();
  readonly #began = performance.now();
  /** How long to wait: the caller has nothing left to have a new document read. */
  #unpaid: Tokens | null = null;

  constructor(private readonly options: AdmissionPluginOptions) {}

  /** Told of documents that were not seen before. They are paid for first, also those that turn out to be none. */
  async parsingDidStart({ source, queryHash, contextValue: { viewer, address, turn } }: Rc): Promise<void> {
    if (!this.options.takeTokens || this.options.registered?.(queryHash ?? "")) return;
    if (turn) turn.isNew = true;
    const tokens = await this.options.takeTokens(viewer, readingCost(source ?? ""), address ?? null);
    if (!tokens.ok) this.#unpaid = tokens;
  }

  async didResolveOperation(rc: Rc): Promise<void> {
    const { viewer, address, turn } = rc.contextValue;
    if (this.#unpaid) this.#charge(this.#unpaid);
    const document = rc.document as NonNullable<Rc["document"]>;
    if (this.options.trusted && !(await this.options.trusted(rc.queryHash ?? "", viewer, document)))
      await this.#turnDown(rc, [untrustedDocument()]);
    const {
      errors,
      cost,
      refundable = false,
      places = new Set<string>(),
      floor = 0,
      intake = 0,
    } = this.options.admit({
      document,
      operationName: rc.request.operationName,
      variables: rc.request.variables ?? {},
      viewer,
    });
    if (cost !== null && Number.isFinite(cost)) this.#cost = { requested: cost, maximum: this.options.maximumCost };
    if (errors.length > 0) await this.#turnDown(rc, errors);
    if (rc.operation?.operation === "subscription") await this.#turnDown(rc, [overHttp()]);
    if (intake >= BULK && turn) turn.isBulk = true;
    if (this.options.takeTokens && cost !== null) {
      const tokens = this.options.takeTokens(viewer, cost + intake, address ?? null);
      this.#charge(tokens instanceof Promise ? await tokens : tokens);
      this.#charged = cost;
      this.#refundable = refundable && cost >= WORTH_COUNTING;
      this.#places = places;
      this.#floor = floor;
    }
    await this.#readLong(rc);
  }

  /** After they are paid for. */
  async #readLong(rc: Rc): Promise<void> {
    const { document, operation, request, schema } = rc;
    const apart = document && operation && (await readApart(schema, document, operation, request.variables ?? {}));
    if (!apart) return;
    if (apart.errors.length > 0) this.#refuse(apart.errors);
    request.variables = apart.variables;
    rc.contextValue.longLists = apart.lists;
  }

  #charge(tokens: Tokens): void {
    this.#cost = { ...this.#cost, available: tokens.available, restoreRate: tokens.restoreRate };
    if (!tokens.ok) this.#refuse([rateLimited(tokens.retryAfterSeconds)]);
  }

  /** What is not run is not free either: whoever sends it for ever comes to the end of what he may ask. */
  async #turnDown({ contextValue: { viewer, address } }: Rc, errors: readonly GraphQLError[]): Promise<never> {
    const tokens = await this.options.takeTokens?.(viewer, 1, address ?? null);
    if (tokens) this.#charge(tokens);
    return this.#refuse(errors);
  }

  /** What the answer does not hold is given back; of what failed, only what failed by us: it was asked, and it cost. */
  #refund({ contextValue: { viewer, address } }: Rc, { data, errors = [] }: Single): void {
    const codes = errors.map(({ extensions }) => extensions?.["code"]);
    const byUs = codes.length > 0 && codes.every((code) => OURS.has(code));
    if (codes.length > 0 ? !byUs : !this.#refundable) return;
    const actual = Math.min(this.#charged, Math.max(1, this.#floor + objectsIn(data, this.#charged, this.#places)));
    this.#cost = { ...this.#cost, actual };
    this.options.refund?.(viewer, this.#charged - actual, address ?? null);
  }

  /** Apollo takes one error from here; the others join it when the answer is sent. */
  #refuse(errors: readonly GraphQLError[]): never {
    this.#refused = errors;
    throw errors[0];
  }

  async didEncounterErrors(rc: Rc): Promise<void> {
    for (const error of rc.errors ?? []) {
      if (this.options.format(error).extensions?.["code"] === "INTERNAL") {
        const { operationName = null, queryHash = null, contextValue } = rc;
        this.options.onFailure?.({
          traceId: contextValue.traceId,
          operation: operationName,
          operationHash: queryHash,
          error: unwrapResolverError(error),
        });
      }
    }
  }

  async willSendResponse(rc: Rc): Promise<void> {
    this.#complete(rc);
    const { body } = rc.response as NonNullable<Rc["response"]>;
    if (!this.options.onAnswer || body?.kind !== "single") return;
    const code = body.singleResult.errors?.[0]?.extensions?.["code"];
    const told = body.singleResult.errors ? (typeof code === "string" ? code : "OTHER") : "OK";
    this.options.onAnswer(rootFieldOf(rc.schema, rc.operation), told, (performance.now() - this.#began) / 1_000);
  }

  #complete(rc: Rc): void {
    const { body, http } = rc.response as NonNullable<Rc["response"]>;
    http.headers.set("cache-control", "no-store");
    if (body?.kind !== "single") return;
    const result = body.singleResult;
    // an act may tell a secret beside what its caller wrote: nobody on the way packs its answer
    if (result.data && rc.operation?.operation === "mutation") http.headers.set("cache-control", "no-store, no-transform");
    // what Apollo would find out by weighing every media type there is
    const type = rc.request.http && answerType(rc.request.http.headers.get("accept"));
    if (type && !http.headers.has("content-type")) http.headers.set("content-type", type);
    if (this.#refused.length > 1) result.errors = this.#refused.map(this.options.format);
    if (this.#charged > 0) this.#refund(rc, result);
    if (this.#cost) result.extensions = { ...result.extensions, cost: this.#cost };
    if (!result.errors) return;
    if (result.data === undefined) this.#noData(rc, result);
    const codes = result.errors.map((error) => error.extensions?.["code"]);
    const later = codes.includes("UNAVAILABLE") || codes.includes("OVERLOADED");
    if (!result.data && later) http.status = 503;
    if (later) http.headers.set("retry-after", LATER_SECONDS);
    for (const { extensions } of result.errors)
      if (extensions && traced.has(extensions["code"])) extensions["traceId"] = rc.contextValue.traceId;
  }

  #noData(rc: Rc, result: { errors?: readonly GraphQLFormattedError[] }): void {
    const { http } = rc.response as NonNullable<Rc["response"]>;
    // Apollo answers 200 to an unknown persisted query; an answer without data is a client error
    if ((http.status ?? 200) === 200) http.status = 400;
    const unread = result.errors?.some((error) => error.message.startsWith('Variable "$'));
    if (!unread || !rc.operation || this.#refused.length > 0) return;
    const faults = variableFaults(rc.schema, rc.operation, rc.request.variables ?? {});
    if (faults.length > 0) result.errors = faults;
  }
}

/** Failures that are nobody's making but the gateway's. */
const OURS = new Set<unknown>(["INTERNAL", "OVERLOADED", "UNAVAILABLE"]);
type Single = { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
const traced = new Set<unknown>(["INTERNAL", "OUTCOME_UNKNOWN", "OVERLOADED", "UNAVAILABLE"]);
/** Long enough for what is waiting to be done, or to end. */
const LATER_SECONDS = "2";

export function untrustedDocument(): GraphQLError {
  return new GraphQLError("Only registered documents are run here; this one is not registered.", {
    extensions: { code: "UNTRUSTED_DOCUMENT", http: { status: 400 } },
  });
}

function overHttp(): GraphQLError {
  return new GraphQLError(
    "Subscriptions are served over WebSocket (graphql-transport-ws), or as text/event-stream to whoever accepts that alone.",
    {
      extensions: { code: "BAD_REQUEST", http: { status: 400 } },
    },
  );
}

export const RATE_LIMITED_MESSAGE = "Too much was asked for in a short time; wait before asking again.";

export function rateLimited(retryAfterSeconds: number): GraphQLError {
  const headers = new Map([["retry-after", String(Math.ceil(retryAfterSeconds))]]);
  return new GraphQLError(RATE_LIMITED_MESSAGE, {
    extensions: { code: "RATE_LIMITED", retryable: true, retryAfterSeconds, http: { status: 429, headers } },
  });
}
