import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { badInput } from "../../../gateway/api/bad-input.js";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { normaliseCpr } from "../../../platform/people/cpr.js";
import { LOOK_UP, useQuota } from "../../../platform/quota.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { memberOfNumber } from "../civil-number/civil-number.store.js";
import { CertaintyEnum } from "../member-enums.type.js";
import { bornOn, ofClaim, ofPolicy, personById, withPhone, type FoundPerson } from "./look-up.store.js";
import { CERTAINTIES, nameMatches, type Certainty } from "./name-match.js";

@InputType({
  description: "What a caller says. Name and birth date go together; each of the others is enough by itself. What is given must all hold.",
})
export class LookUpMembersInput {
  @MinLength(3)
  @MaxLength(120)
  @Field(() => String, {
    nullable: true,
    description:
      "Name, with birthDate: at least two words, one of the family name in full; initials, ae for æ and small slips are understood.",
  })
  name?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Birth date, with name." })
  birthDate?: string | null;
  @MaxLength(11)
  @Field(() => String, { nullable: true, description: "Civil registration number; never answered." })
  civilNumber?: string | null;
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: "Telephone, with or without the country's number." })
  phone?: string | null;
  @MaxLength(64)
  @Field(() => String, { nullable: true, description: "The policy's key in the policy system." })
  policyKey?: string | null;
  @MaxLength(20)
  @Field(() => String, { nullable: true, description: "Reference of a claim, e.g. C-1004." })
  claimReference?: string | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType("MemberMatch", { description: "Somebody who may be the caller.", simpleResolvers: true })
export class MemberMatch {
  @relation("Member", { description: "The person." })
  member!: Ref;
  @Field(() => CertaintyEnum, { description: "How surely." })
  certainty!: Certainty;
}

/** Whoever fits more has to say more. */
const MOST = 10;

@Resolver()
export class LookUpMembers {
  @visibleTo("HEALTH_TEAM")
  @costs({ own: 20, size: MOST })
  @Query(() => [MemberMatch], {
    description:
      "Finds a caller by name and birth date, civil registration number, telephone, policy or claim; the surest first. Each look-up states its purpose, stands in the access log of whom it found, and counts: at most 60 an hour by one person.",
  })
  async lookUpMembers(@Arg("input", () => LookUpMembersInput) input: LookUpMembersInput, @Ctx() ctx: Context): Promise<MemberMatch[]> {
    requirePurpose(ctx);
    const found = await runQuery(
      ctx,
      async (tx) => {
        await useQuota(tx, ctx.viewer, LOOK_UP);
        return lookUp(ctx, tx, input);
      },
      (matches) => [
        ...matches.map(({ id }) => ({
          operation: "lookUpMembers",
          memberId: id,
          object: "Member",
          objectId: id,
          fields: ["member"],
          outcome: "ALLOWED" as const,
        })),
        // also who found nobody has looked
        ...(matches.length === 0 ? [{ operation: "lookUpMembers", outcome: "ALLOWED" as const }] : []),
      ],
    );
    return found.map(({ id, certainty }) => ({ member: ref("Member", id), certainty }));
  }
}

type Match = FoundPerson & { readonly certainty: Certainty };

async function lookUp(ctx: Context, tx: Tx, input: LookUpMembersInput): Promise<Match[]> {
  const { name, birthDate } = input;
  if (Boolean(name) !== Boolean(birthDate)) throw badInput("name and birthDate go together.", ["input", name ? "birthDate" : "name"]);
  const ways: (() => Promise<Match[]>)[] = [];
  const exactly = (found: readonly FoundPerson[]): Match[] => found.map((person) => ({ ...person, certainty: "EXACT" }));
  if (name && birthDate) ways.push(async () => named(await bornOn(tx, birthDate), name));
  if (input.civilNumber) {
    const number = normaliseCpr(input.civilNumber);
    if (number === null) throw badInput("civilNumber has ten digits.", ["input", "civilNumber"]);
    ways.push(async () => {
      const id = await memberOfNumber(tx, ctx.services.personalData, number);
      return id === null ? [] : exactly(await personById(tx, id));
    });
  }
  if (input.phone) {
    const digits = input.phone.replace(/\D/g, "");
    if (digits.length < 8) throw badInput("phone has at least eight digits.", ["input", "phone"]);
    ways.push(async () => exactly(await withPhone(tx, digits)));
  }
  if (input.policyKey) ways.push(async () => exactly(await ofPolicy(tx, input.policyKey ?? "")));
  if (input.claimReference) ways.push(async () => exactly(await ofClaim(tx, input.claimReference?.toUpperCase() ?? "")));
  if (ways.length === 0) throw badInput("Say something of the person.", ["input"]);
  let matches: Match[] | null = null;
  for (const way of ways) {
    const found = await way();
    matches = matches === null ? found : matches.flatMap((match) => bothWays(match, found));
  }
  const sorted = (matches ?? []).sort((a, b) => CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty));
  if (sorted.length > MOST) throw new Refused([TOO_WIDE]);
  return sorted;
}

function named(born: readonly FoundPerson[], name: string): Match[] {
  return born.flatMap((person) => {
    const certainty = nameMatches(name, { givenNames: person.given_names, familyName: person.family_name });
    return certainty === null ? [] : [{ ...person, certainty }];
  });
}

/** Only as sure as the less sure of the two. */
function bothWays(match: Match, found: readonly Match[]): Match[] {
  const other = found.find(({ id }) => id === match.id);
  if (!other) return [];
  return [CERTAINTIES.indexOf(other.certainty) > CERTAINTIES.indexOf(match.certainty) ? other : match];
}

const TOO_WIDE = refusal("LOOKUP_TOO_WIDE", `More than ${MOST} persons fit.`, {
  path: ["input"],
  remedy: "Say more: a civil registration number, a telephone, a policy or a claim.",
});
