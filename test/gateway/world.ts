/** A small schema of its own with a bit of everything, behind the real listener. */
import "reflect-metadata";
import { GraphQLError } from "graphql";
import { MaxLength } from "class-validator";
import {
  Arg,
  Args,
  Ctx,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
  buildSchemaSync,
  createUnionType,
  FieldResolver,
  type ClassType,
} from "type-graphql";
import { createPubSub } from "@graphql-yoga/subscription";
import { uuidv7 } from "../../src/kernel/id.js";
import { connection, connectionOf, type Connection } from "../../src/gateway/api/paging/connection.js";
import { newContext, type Context } from "../../src/gateway/api/context.js";
import { visibleTo } from "../../src/gateway/api/guard.js";
import { makeListener, type ListenerOptions } from "../../src/gateway/http/http.js";
import { money, Money } from "../../src/gateway/api/money.js";
import { globalId, Node, nodeResolver } from "../../src/gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../src/gateway/api/paging/page.js";
import { DateTime, LocalDate, UUID } from "../../src/gateway/api/scalars.js";
import { makeApollo, type ApolloOptions } from "../../src/gateway/execution/server.js";
import { UserError } from "../../src/vocabulary/user-error.type.js";
import type { Identify } from "../../src/gateway/identity/viewer.js";
import { ANONYMOUS, type Role, type Viewer } from "../../src/platform/viewer.js";
import type { Database } from "../../src/platform/postgres/database.js";
import { withdrawTypes } from "../support/withdraw-types.js";

const CPR = "0101701234";
const UUIDS = Array.from({ length: 7 }, (_, i) => uuidv7(1_700_000_000_000 + i, new Uint8Array(10).fill(i)));
/** Every call of a resolver of ours. */
export const calls = { count: 0 };

@visibleTo("PUBLIC")
@ObjectType("Shelf", { description: "Shelf.", implements: Node })
class Shelf extends Node {
  @Field(() => String)
  label!: string;
  @visibleTo("FINANCE")
  @Field(() => String)
  price!: string;
  @visibleTo("SIGNED_IN")
  @Field(() => Shelf)
  next!: unknown;
  @Field(() => [Shelf])
  below!: unknown;
}

@visibleTo("FINANCE")
@ObjectType("Safe", { description: "Safe.", implements: Node })
class Safe extends Node {
  @Field(() => Money)
  amount!: Money;
}

const ShelfConnection: ClassType<Connection<Shelf>> = connectionOf("Shelf", () => Shelf);
const Thing = createUnionType({
  name: "Thing",
  types: () => [Shelf, Safe] as const,
  resolveType: (v: object) => ("amount" in v ? "Safe" : "Shelf"),
});

@InputType()
class SaveInput {
  @Field(() => UUID)
  idempotencyKey!: string;
  @MaxLength(5)
  @Field(() => String)
  note!: string;
  @Field(() => DateTime, { nullable: true })
  at?: Date;
  @Field(() => LocalDate, { nullable: true })
  on?: string;
}

@visibleTo("PUBLIC")
@ObjectType()
class SavePayload {
  @Field(() => Shelf, { nullable: true })
  shelf!: unknown;
  @Field(() => [UserError])
  errors!: readonly UserError[];
}

const shelf = (i: number) => ({ id: globalId("Shelf", UUIDS[i] ?? ""), label: `shelf ${i}`, price: "12", next: {}, below: [] });
const safe = () => ({ id: globalId("Safe", UUIDS[0] ?? ""), amount: money(89500) });

class Odd extends Error {
  override name: string;
  constructor(name: string) {
    super(`select ${CPR} from /srv/secret`);
    this.name = name;
  }
}

@Resolver(() => Shelf)
class Shelves {
  @visibleTo("PUBLIC")
  @Query(() => ShelfConnection)
  shelves(@Args(() => PageArgs) { first, after }: PageArgs): Connection<unknown> {
    calls.count += 1;
    const from = after ? Number(decodeCursor("shelves", ["number"], after)[0]) + 1 : 0;
    const rows = UUIDS.map((_, i) => i).slice(from, from + pageSize(first) + 1);
    return connection(rows, first, (i) => encodeCursor("shelves", [i]), shelf);
  }

  @visibleTo("PUBLIC")
  @Query(() => Shelf, { nullable: true })
  shelf(): unknown {
    calls.count += 1;
    return shelf(1);
  }

  @visibleTo("SIGNED_IN")
  @Query(() => Shelf)
  mine(): unknown {
    return shelf(2);
  }

  @visibleTo("FINANCE")
  @Query(() => Safe)
  safe(@Arg("code", () => Int, { nullable: true }) _code?: number): unknown {
    calls.count += 1;
    return safe();
  }

  @visibleTo("PUBLIC")
  @Query(() => [Thing])
  things(): unknown {
    return [shelf(0), safe()];
  }

  @visibleTo("PUBLIC")
  @Query(() => String, { nullable: true })
  echo(@Arg("text", () => String, { nullable: true }) text?: string): string | undefined {
    calls.count += 1;
    return text;
  }

  @visibleTo("PUBLIC")
  @Query(() => String, { nullable: true })
  fail(@Arg("how", () => String) how: string): string {
    if (how === "plain") throw new Error(`select ${CPR} from /srv/secret`);
    if (how === "code") throw Object.assign(new Error(CPR), { code: "FORBIDDEN", extensions: { code: "FORBIDDEN" } });
    if (how === "strange") throw new GraphQLError(CPR, { extensions: { code: "SQLSTATE_23505" } });
    if (how === "forbidden") throw new GraphQLError("Not for you.", { extensions: { code: "FORBIDDEN", detail: CPR } });
    if (how === "text") throw CPR;
    throw new Odd(how);
  }

  @visibleTo("PUBLIC")
  @Query(() => String)
  async slow(@Ctx() ctx: Context<{ aborted: () => void }>): Promise<string> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("done"), 400);
      ctx.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        ctx.services.aborted();
        resolve("aborted");
      });
    });
  }

  @visibleTo("SIGNED_IN")
  @Mutation(() => SavePayload)
  save(@Arg("input", () => SaveInput) _input: SaveInput): unknown {
    calls.count += 1;
    return { shelf: shelf(0), errors: [] };
  }

  @visibleTo("PUBLIC")
  @Subscription(() => Shelf, { topics: "shelf" })
  moved(): unknown {
    return shelf(0);
  }

  @FieldResolver(() => Shelf)
  next(@Root() _root: unknown): unknown {
    calls.count += 1;
    return shelf(1);
  }

  @FieldResolver(() => [Shelf])
  below(): unknown {
    calls.count += 1;
    return [shelf(2), shelf(3)];
  }
}

export const schema = buildSchemaSync({
  resolvers: [
    Shelves,
    nodeResolver({
      Shelf: (uuids) => Promise.resolve(new Map(uuids.flatMap((uuid) => (uuid === UUIDS[1] ? [[uuid, shelf(1)] as const] : [])))),
      Safe: (uuids) => Promise.resolve(new Map(uuids.map((uuid) => [uuid, safe()]))),
    }),
  ],
  validate: { forbidUnknownValues: true },
  pubSub: createPubSub(),
});
withdrawTypes(Shelf, Safe);

export const as = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ ...ANONYMOUS, role, subject: role, assurance: "HIGH", ...more });

/** `Bearer MEMBER` is a member here; tokens have a test of their own. */
const byName: Identify = (authorization) =>
  Promise.resolve({ viewer: authorization ? as(authorization.slice(7) as Role) : ANONYMOUS, claims: null });

export type Answer = { status: number; headers: Headers; text: string; body: { data?: any; errors?: any[]; extensions?: any } };

export async function start(more: Partial<ListenerOptions<any>> = {}, apolloOptions: Partial<ApolloOptions<any>> = {}) {
  const seen = { aborted: 0, failures: [] as unknown[] };
  const { apollo, admit } = makeApollo({
    schema,
    production: true,
    introspection: true,
    onFailure: (f) => seen.failures.push(f),
    ...apolloOptions,
  });
  await apollo.start();
  const listener = makeListener({
    apollo,
    identify: byName,
    context: (request) => newContext({ ...request, database: {} as Database, services: { aborted: () => (seen.aborted += 1) } }),
    ready: () => Promise.resolve([]),
    ...more,
  });
  const { url } = await listener.listen(0, "127.0.0.1");
  const raw = async (at: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(url + at, init);
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") && text !== "";
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : {} };
  };
  const ask = (query: string, variables: object = {}, role?: Role, headers: Record<string, string> = {}): Promise<Answer> =>
    raw("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...(role ? { authorization: `Bearer ${role}` } : {}), ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const stop = async (): Promise<void> => {
    await listener.stop(1_000);
    await apollo.stop();
  };
  return { url, raw, ask, stop, seen, admit, listener };
}
