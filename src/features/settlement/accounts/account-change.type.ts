import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../../gateway/api/paging/connection.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import type { AccountRecord, ChangeRecord } from "./account-change.store.js";
import { ACCOUNT_CHANGE_WORDS, ACCOUNT_REFUSAL_WORDS, type AccountChangeState, type AccountRefusal } from "./account-words.js";

export const AccountChangeStateEnum = enumOf("AccountChangeState", "How a change of an account stands.", ACCOUNT_CHANGE_WORDS);
export const AccountRefusalEnum = enumOf("AccountRefusal", "Why a stated account is refused.", ACCOUNT_REFUSAL_WORDS);

const SEERS = ["CLINIC_STAFF", "FINANCE", "NETWORK_MANAGER"] as const;

@visibleTo(...SEERS)
@ObjectType("ProviderAccount", { description: "Where a company is paid; shows the last four digits only.", simpleResolvers: true })
export class ProviderAccountType {
  @Field(() => String, { description: "Registration number." })
  registrationNumber!: string;
  @Field(() => String, { description: "Account number, all but the last four digits masked." })
  maskedAccountNumber!: string;
  @Field(() => DateTime, { description: "Since when it is paid to." })
  changedAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the bank refused it: nothing is paid to it until another is in force. Null while it is good.",
  })
  blockedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "The bank's reason code for that, e.g. AC01; null while it is not blocked." })
  blockedReason!: string | null;
}

@visibleTo(...SEERS)
@ObjectType("ProviderAccountChange", {
  implements: Node,
  description:
    "An account that was stated for a company, and what became of it: a second person confirms it, then it waits, then it is paid to.",
})
export class ProviderAccountChangeType extends Node {
  @relation("Organisation", { description: "The company." })
  organisation!: Ref;
  @Field(() => String, { description: "Registration number." })
  registrationNumber!: string;
  @Field(() => String, { description: "Account number, all but the last four digits masked." })
  maskedAccountNumber!: string;
  @Field(() => AccountChangeStateEnum, { description: "How it stands." })
  state!: AccountChangeState;
  @Field(() => String, { description: "Who stated it." })
  statedBy!: string;
  @Field(() => DateTime, { description: "When it was stated." })
  statedAt!: Date;
  @Field(() => DateTime, { description: "End of the time of waiting: a confirmed account is paid to from here on." })
  appliesAt!: Date;
  @Field(() => String, { nullable: true, description: "Who confirmed or refused it; null while it waits." })
  decidedBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was confirmed or refused; null while it waits." })
  decidedAt!: Date | null;
  @Field(() => AccountRefusalEnum, { nullable: true, description: "Why it was refused; null where it was not." })
  reason!: AccountRefusal | null;
}

export const AccountChangeConnection = connectionOf("ProviderAccountChange", () => ProviderAccountChangeType);

@visibleTo(...SEERS)
@ObjectType({ description: "The change, or every reason why not." })
export class AccountChangePayload extends ActPayload {
  @Field(() => ProviderAccountChangeType, { nullable: true, description: "The change as it now stands; null when it was refused." })
  change!: ProviderAccountChangeType | null;
}

const masked = (number: string): string => number.replace(/\d(?=\d{4})/g, "x");

export function accountView(row: AccountRecord): ProviderAccountType {
  return {
    registrationNumber: row.registration_number,
    maskedAccountNumber: masked(row.account_number),
    changedAt: row.changed_at,
    blockedAt: row.blocked_at,
    blockedReason: row.blocked_reason,
  };
}

export function accountChangeView(row: ChangeRecord): ProviderAccountChangeType {
  return {
    id: globalId("ProviderAccountChange", row.id),
    organisation: ref("Organisation", row.provider_id),
    registrationNumber: row.registration_number,
    maskedAccountNumber: masked(row.account_number),
    state: row.state,
    statedBy: row.stated_by,
    statedAt: row.stated_at,
    appliesAt: row.applies_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
  };
}
