/** One scripted journey, walked by three clients that nobody here wrote. */
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { at, dayIn, newTestId } from "../../support/make.js";

const need = createRequire(import.meta.url);
const { ApolloClient, InMemoryCache, HttpLink, gql } = need("@apollo/client") as typeof import("@apollo/client");
const urql = need("@urql/core") as any;
const { GraphQLClient } = (await import("graphql-request")) as any;

type Answer = { readonly data: any; readonly codes: string[] };
type Ask = (document: string, variables?: object) => Promise<Answer>;
const MUTATION = /^\s*mutation/;

const clients: Record<string, (url: string, authorization: string) => Ask> = {
  "Apollo Client": (url, authorization) => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url, headers: { authorization } }),
      cache: new InMemoryCache({ possibleTypes: {} }),
    });
    return async (text, variables) => {
      const options = { variables: variables as never, errorPolicy: "all" as const, fetchPolicy: "no-cache" as const };
      const answer: any = MUTATION.test(text)
        ? await client.mutate({ mutation: gql(text), ...options })
        : await client.query({ query: gql(text), ...options });
      return { data: answer.data, codes: (answer.error?.errors ?? []).map((error: any) => error.extensions?.code) };
    };
  },
  urql: (url, authorization) => {
    const client = new urql.Client({
      url,
      exchanges: [urql.fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers: { authorization } },
    });
    return async (text, variables) => {
      const answer = await (MUTATION.test(text) ? client.mutation(text, variables) : client.query(text, variables)).toPromise();
      return { data: answer.data, codes: (answer.error?.graphQLErrors ?? []).map((error: any) => error.extensions?.code) };
    };
  },
  "urql by GET": (url, authorization) => {
    const client = new urql.Client({
      url,
      exchanges: [urql.fetchExchange],
      preferGetMethod: "force",
      fetchOptions: { headers: { authorization, "apollo-require-preflight": "1" } },
    });
    return async (text, variables) => {
      const answer = await (MUTATION.test(text) ? client.mutation(text, variables) : client.query(text, variables)).toPromise();
      return { data: answer.data, codes: (answer.error?.graphQLErrors ?? []).map((error: any) => error.extensions?.code) };
    };
  },
  "graphql-request": (url, authorization) => {
    const client = new GraphQLClient(url, { headers: { authorization }, errorPolicy: "all" });
    return async (text, variables) => {
      const answer = await client.rawRequest(text, variables).catch((error: any) => error.response);
      return { data: answer.data, codes: (answer.errors ?? []).map((error: any) => error.extensions?.code) };
    };
  },
};

describe.each(Object.keys(clients))("%s", (name) => {
  let app: TestApp;
  const warnings: unknown[] = [];
  const warn = console.warn;
  beforeAll(async () => {
    app = await startApp();
    console.warn = (...said: unknown[]) => void warnings.push(said);
  });
  afterAll(async () => {
    console.warn = warn;
    await app.stop();
  });

  it("finds, books, reads, loses a race, cancels, and reads refusals as they are meant", async () => {
    const member = await app.make.member();
    const rival = await app.make.member();
    const [near, next] = [await app.make.clinic(), await app.make.clinic()];
    const claim = await app.make.claim(member);
    const second = await app.make.claim(rival);
    const slots = [await app.make.slot(near, { startsAt: at(dayIn(3)) }), await app.make.slot(next, { startsAt: at(dayIn(4)) })];
    const token = async (of: { subject: string }) => `Bearer ${await app.app.identity.issuer?.mint({ sub: of.subject, role: "MEMBER" })}`;
    const make = clients[name];
    if (!make) throw new Error("no such client");
    const ask = make(`${app.url}/graphql`, await token(member));
    const other = make(`${app.url}/graphql`, await token(rival));

    const PAGE = `query Find($after: String) { providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 1, after: $after) { edges { node { __typename id clinic { __typename id name } } } pageInfo { __typename hasNextPage endCursor } __typename } }`;
    const one = await ask(PAGE, {});
    const two = await ask(PAGE, { after: one.data.providers.pageInfo.endCursor });
    expect([one, two].map(({ data }) => data.providers.edges[0].node.clinic.id).sort()).toEqual(
      [near, next].map(({ id }) => globalId("Clinic", id)).sort(),
    );

    const BOOK =
      "mutation Book($input: BookSlotInput!) { bookSlot(input: $input) { __typename booking { __typename id reference state version } errors { __typename code } } }";
    const input = (claimId: string, slotId: string) => ({
      input: { idempotencyKey: newTestId(), claimId: globalId("Claim", claimId), slotId: globalId("Slot", slotId) },
    });
    const booked = await ask(BOOK, input(claim.id, slots[0]?.id ?? ""));
    expect(booked).toMatchObject({ codes: [], data: { bookSlot: { booking: { state: "CONFIRMED" }, errors: [] } } });
    const lost = await other(BOOK, input(second.id, slots[0]?.id ?? ""));
    expect(lost).toMatchObject({ codes: [], data: { bookSlot: { booking: null, errors: [{ code: "SLOT_TAKEN" }] } } });

    const id = booked.data.bookSlot.booking.id as string;
    const READ = "query Read($id: ID!) { booking(id: $id) { __typename id state } }";
    expect((await ask(READ, { id })).data.booking).toMatchObject({ id, state: "CONFIRMED" });
    expect((await other(READ, { id })).data.booking).toBeNull();
    const cancelled = await ask(
      "mutation Cancel($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename booking { __typename id state } errors { __typename code } } }",
      { input: { idempotencyKey: newTestId(), bookingId: id } },
    );
    expect(cancelled.data.cancelBooking).toMatchObject({ booking: { id, state: "CANCELLED_IN_TIME" }, errors: [] });

    expect((await ask(PAGE, { after: 7 })).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await ask('query Foreign { ledger(account: "BANK") { __typename } }', {})).codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(warnings).toEqual([]);
  });
});

it("a network that breaks is an error of the client's own, and not an answer", async () => {
  const urls = "http://127.0.0.1:9/graphql";
  const ask = clients["urql"]?.(urls, "Bearer x");
  expect(await ask?.("query A { __typename }", {})).toEqual({ data: undefined, codes: [] });
});
