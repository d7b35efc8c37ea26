import { expect, it } from "@jest/globals";
import { RequestHeaders } from "../../src/gateway/http/request-headers.js";

const headers = new RequestHeaders({ accept: "application/json", "set-cookie": ["a", "b"], host: undefined });

it("answers for a header whatever the case of its name, and nothing for one that was not sent", () => {
  expect([headers.get("Accept"), headers.get("set-cookie"), headers.get("host"), headers.get("constructor")]).toEqual([
    "application/json",
    "a, b",
    undefined,
    undefined,
  ]);
  expect([headers.has("ACCEPT"), headers.has("host")]).toEqual([true, false]);
});

it("can be walked through like any map of headers", () => {
  const all = [
    ["accept", "application/json"],
    ["set-cookie", "a, b"],
  ];
  expect([...headers]).toEqual(all);
  expect([...headers.entries()]).toEqual(all);
  expect([...headers.keys()]).toEqual(["accept", "set-cookie"]);
  expect([...headers.values()]).toEqual(["application/json", "a, b"]);
  expect(headers.size).toBe(2);
  const seen: string[] = [];
  headers.forEach((value, name) => seen.push(`${name}: ${value}`));
  expect(seen).toEqual(["accept: application/json", "set-cookie: a, b"]);
});
