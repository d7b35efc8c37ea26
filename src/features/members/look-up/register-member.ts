import { MaxLength, MinLength, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { EmailAddress, LocalDate, PostalCode } from "../../../gateway/api/scalars.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { normaliseCpr } from "../../../platform/people/cpr.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import type { Product, Role, Scheme } from "../../../rules/codes.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { PolicyRoleEnum, PolicySchemeEnum, ProductEnum } from "../../../vocabulary/rules.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { readReference } from "../../network/reference.store.js";
import { memberOfNumber, saveCivilNumbers } from "../civil-number/civil-number.store.js";
import { lockIntake } from "../intake/intake.store.js";
import { e164 } from "../intake/policy-message.js";
import { todayOf } from "../member.store.js";
import { bornOn } from "./look-up.store.js";
import { nameMatches } from "./name-match.js";

@InputType({ description: "The cover a caller says they have." })
export class ToldPolicyInput {
  @Field(() => ProductEnum, { description: "The insurance." })
  product!: Product;
  @Field(() => PolicyRoleEnum, { description: "What the person is in it." })
  role!: Role;
  @Field(() => PolicySchemeEnum, { description: "How it came about." })
  scheme!: Scheme;
  @Field(() => LocalDate, { description: "First day of cover." })
  coverStart!: string;
}

@InputType({ description: "A first-time caller whom the policy system has not brought in yet." })
export class RegisterMemberInput extends KeyedInput {
  @MinLength(1)
  @MaxLength(120)
  @Field(() => String, { description: "Given names." })
  givenNames!: string;
  @MinLength(1)
  @MaxLength(120)
  @Field(() => String, { description: "Family name." })
  familyName!: string;
  @Field(() => LocalDate, { description: "Birth date." })
  birthDate!: string;
  @MaxLength(11)
  @Field(() => String, {
    nullable: true,
    description: "Civil registration number: by it the policy system's message finds the same person. Without it there will be two.",
  })
  civilNumber?: string | null;
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: "Telephone; eight digits are Danish." })
  phone?: string | null;
  @Field(() => EmailAddress, { nullable: true, description: "E-mail." })
  email?: string | null;
  @Field(() => PostalCode, { nullable: true, description: "Postal code." })
  postalCode?: string | null;
  @ValidateNested()
  @Field(() => ToldPolicyInput, {
    nullable: true,
    description: "The cover as told: a claim may be reported on it, and approved once the policy system confirms it.",
  })
  policy?: ToldPolicyInput | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The person as registered, or every reason why not." })
export class RegisterMemberPayload extends ActPayload {
  @relation("Member", { nullable: true, description: "The person; null when the act was refused." })
  member!: Ref | null;
}

@Resolver()
export class RegisterMember {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => RegisterMemberPayload, {
    description:
      "Registers a caller whom nobody has brought in. Somebody of the same name and birth date, or with the same number, is known already.",
  })
  async registerMember(
    @Arg("input", () => RegisterMemberInput) input: RegisterMemberInput,
    @Ctx() ctx: Context,
  ): Promise<RegisterMemberPayload> {
    const keyed: IdempotencyKey = { operation: "registerMember", key: input.idempotencyKey, input, keepHours: 72 };
    const { postalCodeBy } = await readReference(ctx.database);
    const place = postalCodeBy.get(input.postalCode ?? "");
    const outcome = await runMutation(ctx, {
      operation: "registerMember",
      keyed,
      rights: "WORKER",
      work: (tx) => register(ctx, tx, { input, keyed, lat: place?.lat ?? null, lon: place?.lon ?? null }),
      replay: (_, stored) => Promise.resolve((stored as { memberId: string }).memberId),
    });
    return { member: refOrNull("Member", outcome.result), errors: userErrors(outcome.errors), replayed: outcome.replayed };
  }
}

type Asked = {
  readonly input: RegisterMemberInput;
  readonly keyed: IdempotencyKey;
  readonly lat: number | null;
  readonly lon: number | null;
};

async function register(ctx: Context, tx: Tx, { input, keyed, lat, lon }: Asked): Promise<string> {
  await lockIntake(tx);
  const { personalData } = ctx.services;
  const number = input.civilNumber ? normaliseCpr(input.civilNumber) : null;
  const phone = input.phone ? e164(input.phone) : null;
  const name = `${input.givenNames} ${input.familyName}`;
  const alike = (await bornOn(tx, input.birthDate)).filter(
    (known) => nameMatches(name, { givenNames: known.given_names, familyName: known.family_name }) === "EXACT",
  );
  const today = await todayOf(tx);
  const refusals: Refusal[] = [
    ...(input.civilNumber && number === null ? [NO_NUMBER] : []),
    ...(input.phone && phone === null ? [NO_PHONE] : []),
    ...(input.birthDate > today ? [UNBORN] : []),
    ...(alike.length > 0 || (number !== null && (await memberOfNumber(tx, personalData, number)) !== null) ? [KNOWN] : []),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
  const memberId = newId();
  const audited = {
    operation: "registerMember",
    memberId,
    object: "Member",
    objectId: memberId,
    fields: ["member"],
    outcome: "ALLOWED",
  } as const;
  await write(
    tx,
    {
      member: [
        {
          id: memberId,
          family_id: newId(),
          given_names: input.givenNames.trim(),
          family_name: input.familyName.trim(),
          birth_date: input.birthDate,
          gender: "unknown",
          phone,
          email: input.email ?? null,
          postnr: input.postalCode ?? null,
          lat,
          lon,
        },
      ],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { memberId })],
  );
  if (input.policy) {
    const { product, role, scheme, coverStart } = input.policy;
    await write(tx, {
      policy: [{ id: newId(), member_id: memberId, product, role, scheme, cover_start: coverStart, confirmed: false }],
    });
  }
  if (number !== null) await saveCivilNumbers(tx, personalData, [{ memberId, civilNumber: number }]);
  return memberId;
}

const NO_NUMBER = refusal("CIVIL_NUMBER_INVALID", "This is no civil registration number.", {
  path: ["input", "civilNumber"],
  remedy: "Give ten digits, or leave it out.",
});
const NO_PHONE = refusal("VALUE_UNKNOWN", "This is no telephone number.", {
  path: ["input", "phone"],
  remedy: "Give it like +45 20 12 34 56, or leave it out.",
});
const UNBORN = refusal("DAY_IN_FUTURE", "Nobody is born in the future.", { path: ["input", "birthDate"], remedy: "Correct the day." });
const KNOWN = refusal("MEMBER_KNOWN", "Somebody with this number, or of this name and birth date, is known already.", {
  path: ["input"],
  remedy: "Look the person up (lookUpMembers).",
});
