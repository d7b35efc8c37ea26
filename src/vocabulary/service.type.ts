import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../gateway/api/context.js";
import { PositiveInt } from "../gateway/api/scalars.js";
import { visibleTo } from "../gateway/api/guard.js";
import { asAnswered } from "../gateway/execution/as-answered.js";
import { invariant } from "../kernel/invariant.js";
import { readReference, type ServiceFacts } from "../features/network/reference.store.js";
import { SERVICE_WORDS } from "../rules/code-words.js";
import { ServiceCodeEnum } from "./rules.type.js";
import { InLanguage, wordOf, type Language } from "./language.type.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Service", { description: "A kind of treatment.", simpleResolvers: true })
export class ServiceType {
  @Field(() => ServiceCodeEnum, { description: "Code, as arguments and inputs take it." })
  code!: string;
}

const shown = new Map<string, ServiceType>(Object.keys(SERVICE_WORDS).map((code) => [code, { code }]));

/** One object per service: a page names the same one on every line. */
export function serviceView(code: string): ServiceType {
  return shown.get(code) ?? { code };
}

@Resolver(() => ServiceType)
export class ServiceFields {
  @FieldResolver(() => String, { description: "What it is called." })
  name(@Root() { code }: ServiceType, @InLanguage() language: Language): string {
    return wordOf(SERVICE_WORDS, code, language);
  }

  @FieldResolver(() => PositiveInt, { description: "How far a search reaches unless told otherwise, in kilometres as the crow flies." })
  async radiusKm(@Root() service: ServiceType, @Ctx() ctx: Context): Promise<number> {
    return (await factsOf(service, ctx)).radiusKm;
  }

  @FieldResolver(() => PositiveInt, { description: "Minutes of a first session." })
  async firstMinutes(@Root() service: ServiceType, @Ctx() ctx: Context): Promise<number> {
    return (await factsOf(service, ctx)).firstMinutes;
  }

  @FieldResolver(() => PositiveInt, { description: "Minutes of a follow-up session." })
  async followUpMinutes(@Root() service: ServiceType, @Ctx() ctx: Context): Promise<number> {
    return (await factsOf(service, ctx)).followUpMinutes;
  }
}

async function factsOf({ code }: ServiceType, { database }: Context): Promise<ServiceFacts> {
  const facts = (await readReference(database)).serviceBy.get(code);
  invariant(facts !== undefined, "every service of the rules stands in the reference data");
  return facts;
}
