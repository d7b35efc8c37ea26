/** Every type of event of the list, and the document that is made from it. */
import "reflect-metadata";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Parser } from "@asyncapi/parser";
import { describe, expect, it } from "@jest/globals";
import { isObjectType } from "graphql";
import { GRAPH_VERSION, makeSchema } from "../../src/assembly/schema.js";
import { asyncApiDocument, payloadOf } from "../../src/features/events/asyncapi.js";
import { cloudEvent } from "../../src/features/events/cloud-event.js";
import { cloudTypeOf, valueOf, type EventType } from "../../src/features/events/event-type.js";
import { EVENT_TYPES } from "../../src/features/events/types/index.js";
import { readId } from "../../src/gateway/api/global-id.js";
import { newTestId } from "../support/make.js";

const types: readonly EventType[] = EVENT_TYPES;
const schema = makeSchema();
const AT = new Date("2026-12-02T09:00:00Z");
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith(path.join("features", "events")))
  .map((name) => readFileSync(path.join("src", name), "utf8"))
  .join("\n");
/** Where a topic stands: before the payload of a row, or as what an act hands on to be written. */
const PLACES = /outboxRow\([^{]*|\btopic(?::| =)[^;\n]*|\bTOPICS = \{[^}]*/g;
/** What acts write; the bank's answers are put together from the state they lead to. */
const written = new Set([
  ...[...sources.matchAll(PLACES)].flatMap(([place]) => [...place.matchAll(/"([a-z-]+\.[a-z_-]+)"/g)].map(([, topic = ""]) => topic)),
  ...["accepted", "paid", "rejected", "returned"].flatMap((state) => [`payment.${state}`, `payout.${state}`]),
]);

it("what acts write is on the list, and what is on the list is written by an act", () => {
  expect([...written].sort()).toEqual(types.map(({ topic }) => topic).sort());
  expect(new Set(types.map(({ topic }) => valueOf(topic))).size).toBe(types.length);
});

describe.each(types.map((type) => [type.topic, type] as const))("%s", (topic, type) => {
  it("is named like what happened to what, and says in both languages what that means", () => {
    expect(topic).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    const [en, da, means] = type.words;
    for (const text of [en, da, means]) expect(text).toMatch(/^[A-ZÆØÅ]/);
    expect(means).toMatch(/^.{20,}\.$/);
  });

  it("is about a record of the graph, and names such records only", () => {
    const named = [type.about, ...Object.values(type.data).flatMap(({ of }) => of ?? [])];
    expect(named.filter((name) => name !== "StatusReport" && !isObjectType(schema.getType(name)))).toEqual([]);
    for (const { says } of Object.values(type.data)) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  it("has a company to tell where clinics are told, and nothing that could be a person's", () => {
    if (type.forClinic) expect(type.data).toHaveProperty("providerId");
    for (const [name, { kind }] of Object.entries(type.data)) {
      expect(name).toMatch(kind === "ID" ? /(Ids?|To)$/ : /^(state|reason|events|kind|act)$/);
      expect(name).not.toMatch(/name|mail|phone|cpr|address|diagnos|condition/i);
    }
  });

  it("leaves as its schema says, and a clinic is told no claim and no member", () => {
    const payload = Object.fromEntries(
      Object.entries(type.data).map(([name, { kind, list }]) => [
        name,
        list ? [kind === "ID" ? newTestId() : "SAFE"] : kind === "ID" ? newTestId() : "SAFE",
      ]),
    );
    const row = {
      position: 1n,
      id: newTestId(),
      topic,
      subject_id: newTestId(),
      payload,
      at: AT,
      published_at: AT,
      trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
    };
    for (const audience of ["INSURER", "CLINIC"] as const) {
      const told = cloudEvent(row, audience, "https://api.example.org");
      expect(told).toMatchObject({ specversion: "1.0", id: row.id, type: cloudTypeOf(topic), time: row.at.toISOString() });
      const { properties } = payloadOf(type) as { properties: { data: { properties: object } } };
      for (const name of Object.keys(told.data)) expect(properties.data.properties).toHaveProperty([name]);
      expect(readId(told.subject)).toEqual({ type: type.about, uuid: row.subject_id });
      const ids = Object.values(told.data)
        .flat()
        .map((value) => readId(value)?.type);
      if (audience === "INSURER") expect(Object.keys(told.data)).toEqual(Object.keys(type.data));
      else if (type.forClinic) expect(ids.filter((of) => of === "Claim" || of === "Member" || of === "Consent")).toEqual([]);
    }
  });
});

describe("the AsyncAPI document", () => {
  it("is what the list says", () => {
    expect(JSON.parse(readFileSync("schema/asyncapi.json", "utf8"))).toEqual(asyncApiDocument(GRAPH_VERSION));
  });

  it("is read by the AsyncAPI parser without a word, with a message for each type; a broken one is not", async () => {
    const parser = new Parser();
    const { document, diagnostics } = await parser.parse(readFileSync("schema/asyncapi.json", "utf8"));
    expect(diagnostics).toEqual([]);
    expect(document?.allMessages().map((message) => message.name())).toEqual(types.map(({ topic }) => cloudTypeOf(topic)));
    const broken = await parser.parse(JSON.stringify({ ...asyncApiDocument(GRAPH_VERSION), operations: { x: { action: "shout" } } }));
    expect(broken.document).toBeUndefined();
  });
});
