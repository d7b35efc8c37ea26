import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { CredentialKind } from "../../../../schema/states.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { readId } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { CredentialKindEnum } from "../network-enums.type.js";
import { proposalRow } from "../proposals/proposal.js";
import { overlaps } from "../register/plan-lines.js";
import { credentialChanges, credentialsContent, partOf, PART_TYPES, type StatedCredential } from "./credential.js";
import { credentialGround } from "./credential.store.js";

@InputType({
  description: "Proposes a dated fact of a company or a practitioner: an agreement, a provider number, an authorisation, a RAB approval.",
})
export class ProposeCredentialInput extends LongKeyedInput {
  @Field(() => ID, { description: "Whose it is: a company for agreements, a practitioner for authorisation and approval." })
  subjectId!: string;
  @Field(() => CredentialKindEnum, { description: "What it is. Suspensions and ends have an act of their own: endInNetwork." })
  kind!: CredentialKind;
  @MaxLength(20)
  @Field(() => String, { nullable: true, description: "Its number; a public agreement needs it." })
  number?: string | null;
  @Field(() => LocalDate, { description: "First day it holds; it may have begun already." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; leave out for an open end." })
  validUntil?: string | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, {
    description: "Where it is known from, 3 to 300 characters: the contract, or the register and the day it was asked.",
  })
  source!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What waits for a second person now, or every reason why not." })
export class ProposeCredentialPayload extends ActPayload {
  @relation("Proposal", { nullable: true, description: "The proposal; null when it was refused." })
  proposal!: Ref | null;
}

@Resolver()
export class ProposeCredential {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => ProposeCredentialPayload, {
    description: "Proposes a dated fact of the network. It counts once another person has agreed.",
  })
  async proposeCredential(
    @Arg("input", () => ProposeCredentialInput) input: ProposeCredentialInput,
    @Ctx() ctx: Context,
  ): Promise<ProposeCredentialPayload> {
    const keyed = { operation: "proposeCredential", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "proposeCredential",
      keyed,
      work: (tx) => propose(ctx, tx, input, keyed),
      replay: (_, stored) => Promise.resolve((stored as { proposalId: string }).proposalId),
    });
    return { proposal: refOrNull("Proposal", result), errors: userErrors(errors), replayed };
  }
}

const at = (field: string): string[] => ["input", field];

async function propose(ctx: Context, tx: Tx, input: ProposeCredentialInput, keyed: IdempotencyKey): Promise<string> {
  const subject = readId(input.subjectId);
  const part = partOf(input.kind);
  const ground = subject ? await credentialGround(tx, subject.uuid) : undefined;
  const refusals: Refusal[] = [];
  if (part === null)
    refusals.push(refusal("VALUE_UNKNOWN", "Suspensions and ends are no proposals.", { path: at("kind"), remedy: "Use endInNetwork." }));
  else if (!subject || ground?.name == null || PART_TYPES[part] !== subject.type)
    refusals.push(
      refusal("NOT_FOUND", "There is no such company or practitioner.", {
        path: at("subjectId"),
        remedy: "Check the id, and whose such a fact is.",
      }),
    );
  const period = { validFrom: input.validFrom, validUntil: input.validUntil ?? null };
  if (period.validUntil !== null && period.validUntil <= period.validFrom)
    refusals.push(
      refusal("PERIOD_EMPTY", "It would end before it begins.", { path: at("validUntil"), remedy: "Give a day after validFrom, or none." }),
    );
  if (input.kind === "PUBLIC_AGREEMENT" && !/^\d{4,6}$/.test(input.number ?? ""))
    refusals.push(
      refusal("FIELD_INVALID", "A public agreement has its provider number.", { path: at("number"), remedy: "Give 4 to 6 digits." }),
    );
  const met = ground?.credentials.find((each) => each.kind === input.kind && overlaps(each, period));
  if (met) refusals.push(overlapRefusal(met, at("validFrom")));
  if (refusals.length > 0 || part === null || !subject || !ground) throw new Refused(refusals);
  const stated: StatedCredential = {
    kind: input.kind,
    number: input.number ?? null,
    ...period,
    source: input.source,
    part,
    subjectId: subject.uuid,
    name: ground.name ?? "",
  };
  const row = proposalRow(ctx.viewer, {
    kind: "CREDENTIALS",
    content: credentialsContent([stated]),
    says: `${input.kind} of ${stated.name}`,
    changes: credentialChanges([stated]),
    source: input.source,
  });
  const audited = {
    operation: "proposeCredential",
    object: "Proposal",
    objectId: row.id,
    fields: [input.kind],
    outcome: "ALLOWED",
  } as const;
  await write(tx, { proposal: [row], audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
    outcomeOf(ctx.viewer.subject, keyed, { proposalId: row.id }),
  ]);
  return row.id;
}

/** Agreements that overlap say two things about one day. */
export function overlapRefusal(
  met: { readonly validFrom: string; readonly validUntil: string | null } | null,
  path: readonly string[],
): Refusal {
  const which = met ? ` from ${met.validFrom}${met.validUntil === null ? " on" : ` until ${met.validUntil}`}` : "";
  return refusal("CREDENTIAL_OVERLAP", `Another one of this kind holds${which}.`, {
    path,
    remedy: "Begin when that one has ended, or end it first.",
  });
}
