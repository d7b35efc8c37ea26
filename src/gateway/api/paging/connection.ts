/** Relay connections (GraphQL Cursor Connections Specification), forwards only. */
import { Field, ObjectType, type ClassType } from "type-graphql";
import { asAnswered } from "../../execution/as-answered.js";
import { visibleTo } from "../guard.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("PageInfo", { description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "True exactly when more follows this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Always false: lists are read forwards." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null on an empty page." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Cursor of the last edge, for `after`; null on an empty page." })
  endCursor!: string | null;
}

type Edge<T> = { readonly cursor: string; readonly node: T };
export type Connection<T> = { readonly edges: readonly Edge<T>[]; readonly pageInfo: PageInfo };

/**
 * The connection type of a node class, e.g. `const BookingConnection = connectionOf("Booking", () => BookingType)`.
 * Open to everyone: it holds nothing but places in a list. Who may ask is decided on the field that returns it, and what
 * the list holds on the node's own fields.
 */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Connection<T>> {
  @visibleTo("PUBLIC")
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list.`, simpleResolvers: true })
  class EdgeType {
    @Field(() => String, { description: "Place of this edge in the list, for `after`." })
    cursor!: string;
    @Field(node, { description: `The ${name}.` })
    node!: T;
  }

  @visibleTo("PUBLIC")
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: "The page, in the list's order." })
    edges!: EdgeType[];
    @Field(() => PageInfo, { description: "Where the page stands in the list." })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

/** A page out of up to `first` + 1 rows: the one too many only says that there is a next page. */
export function connection<R, T>(rows: readonly R[], first: number, cursor: (row: R) => string, view: (row: R) => T): Connection<T> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursor(row), node: view(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
