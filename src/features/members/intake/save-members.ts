import { ArrayMaxSize } from "class-validator";
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { normaliseCpr } from "../../../platform/people/cpr.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { PublishModeEnum } from "../../capacity/slot-enums.type.js";
import type { PublishMode } from "../../capacity/slot-words.js";
import { PolicyOptionEnum, PolicyRoleEnum, PolicySchemeEnum, ProductEnum } from "../../../vocabulary/rules.type.js";
import { GenderEnum } from "../member-enums.type.js";
import { bringIn } from "./bring-in.js";
import { membersPayload, SaveMembersPayload } from "./member-intake.type.js";
import type { MessageRow } from "./policy-message.js";
import { readStructured } from "./read-messages.js";

/** Texts, not days: one that is none refuses its own message and not the others. */
@InputType({ description: "A person and one of their policies, whole, as of a version. What is left out is not so." })
export class PolicyMessageInput {
  @Field(() => String, { description: "The person's key in the policy system, 1 to 64 characters." })
  memberKey!: string;
  @Field(() => String, { description: "A whole number that grows with each change there, e.g. its sequence number; the higher one holds." })
  version!: string;
  @Field(() => String, { description: "Given names." })
  givenNames!: string;
  @Field(() => String, { description: "Family name." })
  familyName!: string;
  @Field(() => String, { description: "Birth date, YYYY-MM-DD." })
  birthDate!: string;
  @Field(() => GenderEnum, { nullable: true, description: "Gender; not stated when left out." })
  gender?: string | null;
  @Field(() => String, { nullable: true, description: "Civil registration number, ten digits; sealed at once and never answered here." })
  civilNumber?: string | null;
  @Field(() => String, { nullable: true, description: "Subject of the person's login at the identity broker." })
  subject?: string | null;
  @Field(() => String, { nullable: true, description: "Persons with the same key are one family." })
  familyKey?: string | null;
  @Field(() => String, { nullable: true, description: "Street and number." })
  addressLine?: string | null;
  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode?: string | null;
  @Field(() => Boolean, { nullable: true, description: "The address is protected." })
  protectedAddress?: boolean | null;
  @Field(() => String, { nullable: true, description: "Telephone; eight digits are Danish." })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: "E-mail." })
  email?: string | null;
  @Field(() => String, { nullable: true, description: "Country of residence, ISO 3166-1; DK when left out." })
  residence?: string | null;
  @Field(() => String, { nullable: true, description: "The policy's key there; left out, the message is about the person alone." })
  policyKey?: string | null;
  @Field(() => ProductEnum, { nullable: true, description: "The insurance." })
  product?: string | null;
  @Field(() => PolicyRoleEnum, { nullable: true, description: "What the person is in it." })
  role?: string | null;
  @Field(() => PolicySchemeEnum, { nullable: true, description: "How it came about." })
  scheme?: string | null;
  @Field(() => String, { nullable: true, description: "First day of cover." })
  coverStart?: string | null;
  @Field(() => String, { nullable: true, description: "Last day of cover; left out while open." })
  coverEnd?: string | null;
  @Field(() => String, { nullable: true, description: "Earlier start carried over by direct transfer (MEM-WAIT-SENIORITY)." })
  seniorityFrom?: string | null;
  @Field(() => [PolicyOptionEnum], { nullable: true, description: "Optional covers." })
  options?: string[] | null;
  @Field(() => String, { nullable: true, description: "Last day the premium is paid for, of a co-insured child (MEM-CHILD-PAID-PERIOD)." })
  paidThrough?: string | null;
  @Field(() => Int, { nullable: true, description: "Age at which group child cover ends; 24 when left out." })
  groupChildAge?: number | null;
  @Field(() => Boolean, { nullable: true, description: "The right is lost because the premium is not paid (MEM-UNPAID)." })
  suspended?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Member of Sygeforsikringen 'danmark'." })
  danmarkMember?: boolean | null;
}

@InputType({ description: "Persons and policies of the policy system." })
export class SaveMembersInput extends KeyedInput {
  @Field(() => PublishModeEnum, { nullable: true, description: "All messages or none when left out." })
  mode?: PublishMode | null;
  @ArrayMaxSize(500)
  @Field(() => [PolicyMessageInput], { description: "The messages, at most 500; more go into a file of uploadMembers." })
  messages!: PolicyMessageInput[];
}

@Resolver()
export class SaveMembers {
  @visibleTo("INTEGRATION")
  @costs({ own: 20 })
  @Mutation(() => SaveMembersPayload, {
    description:
      "Brings in persons and policies one by one or some hundreds at a time, by the same rules as uploadMembers. A change that takes the ground from an appointment or a promise stands in coverLosses.",
  })
  async saveMembers(@Arg("input", () => SaveMembersInput) input: SaveMembersInput, @Ctx() ctx: Context): Promise<SaveMembersPayload> {
    const rows: MessageRow[] = input.messages.map((message) => ({ ...message }));
    const outcome = await bringIn(ctx, {
      file: { lines: readStructured(rows, normaliseCpr), faults: [] },
      mode: input.mode ?? "ATOMIC",
      keyed: { operation: "saveMembers", key: input.idempotencyKey, input, keepHours: 72 },
      pathOf: (line, field) => ["input", "messages", String(line - 1), ...(field ? [field] : [])],
    });
    return membersPayload(outcome);
  }
}
