import { describe, expect, it } from "@jest/globals";
import "reflect-metadata";
import { buildSchemaSync, Field, ObjectType, Query, Resolver } from "type-graphql";
import { assertEveryFieldHasPolicy } from "../../src/gateway/api/guard.js";
import { Node } from "../../src/gateway/api/node.js";
import { allows, policyOfField, policyOfType, visibleTo } from "../../src/gateway/api/policy.js";
import { withdrawTypes } from "../support/withdraw-types.js";

@visibleTo("FINANCE")
@ObjectType("Vault", { implements: Node })
class Vault extends Node {
  @Field(() => String)
  code!: string;
}

@ObjectType("Forgotten", { implements: Node })
class Forgotten extends Node {
  @Field(() => String)
  secret!: string;
}

@Resolver()
class Vaults {
  @visibleTo("FINANCE")
  @Query(() => Vault)
  vault(): unknown {
    return {};
  }
}

@Resolver()
class Forgottens {
  @visibleTo("FINANCE")
  @Query(() => Forgotten)
  forgotten(): unknown {
    return {};
  }
}

afterAll(() => withdrawTypes(Vault, Forgotten));

describe("a type that is a Node", () => {
  it("has its own policy, and not the open one of Node that it extends", () => {
    const schema = buildSchemaSync({ resolvers: [Vaults], validate: false });
    const type = schema.getType("Vault");
    expect(policyOfType(type)).toEqual(["FINANCE"]);
    for (const field of Object.values((type as unknown as { getFields(): Record<string, never> }).getFields())) {
      expect(allows(policyOfField(schema, type as never, field), "MEMBER")).toBe(false);
      expect(allows(policyOfField(schema, type as never, field), "FINANCE")).toBe(true);
    }
  });

  it("does not get into a schema without one of its own", () => {
    const schema = buildSchemaSync({ resolvers: [Forgottens], validate: false });
    expect(() => assertEveryFieldHasPolicy(schema)).toThrow(/Forgotten.secret has no policy/);
  });
});
