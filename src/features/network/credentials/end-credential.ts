import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { startOfDay } from "../../../kernel/calendar.js";
import { invariant } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { cutClosuresOf } from "../../capacity/closures/closure.store.js";
import { fourEyes } from "../../rates/rate.js";
import { goOnAsProduct } from "../proposals/proposal.store.js";
import { openPiece } from "./carry-on-ending.js";
import { credentialToEnd, END_CREDENTIAL, type CredentialToEnd } from "./credential.store.js";
import { liftEnding } from "./ending.store.js";

@InputType({
  description: "Ends a dated fact: an agreement that was given notice, an authorisation that was taken away, a suspension that is lifted.",
})
export class EndCredentialInput extends LongKeyedInput {
  @Field(() => ID, { description: "The dated fact." })
  id!: string;
  @Field(() => LocalDate, { description: "First day it no longer holds; today or later." })
  until!: string;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "The dated fact as it now stands, or every reason why not." })
export class EndCredentialPayload extends ActPayload {
  @relation("Credential", { nullable: true, description: "The dated fact; null when it was refused." })
  credential!: Ref | null;
  @Field(() => NonNegativeInt, {
    description:
      "Openings offered again by this act where a suspension was lifted: those that only it had closed. Of more than 20 clinics the rest follow at once; `credential.progress` says how far they are.",
  })
  opened!: number;
}

type Ended = { readonly credentialId: string; readonly opened: number };

@Resolver()
export class EndCredential {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => EndCredentialPayload, {
    description:
      "Ends a dated fact from a day on. Refused while openings or appointments rest on it (endInNetwork moves them). A suspension is lifted by another person than the one who made it, and the time that it closed opens again; what others closed stays closed, and appointments stay where they were moved.",
  })
  async endCredential(
    @Arg("input", () => EndCredentialInput) input: EndCredentialInput,
    @Ctx() ctx: Context,
  ): Promise<EndCredentialPayload> {
    const id = idOf("Credential", input.id, ["input", "id"]);
    const keyed = { operation: "endCredential", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation<Ended>(ctx, {
      operation: "endCredential",
      keyed,
      rights: "WORKER",
      work: (tx) => end(ctx, tx, { id, until: input.until }, keyed),
      replay: (_, stored) => Promise.resolve(stored as Ended),
    });
    return {
      credential: refOrNull("Credential", result?.credentialId ?? null),
      opened: result?.opened ?? 0,
      errors: userErrors(errors),
      replayed,
    };
  }
}

type Ending = { readonly id: string; readonly until: string };

async function end(ctx: Context, tx: Tx, { id, until }: Ending, keyed: IdempotencyKey): Promise<Ended> {
  const found = await credentialToEnd(tx, id, until);
  if (!found) throw new Refused([refusal("NOT_FOUND", "There is no such dated fact.", { path: ["input", "id"], remedy: "Check the id." })]);
  const refusals = endRefusals(found, until, ctx.viewer.subject);
  if (refusals.length > 0) throw new Refused(refusals);
  invariant(await goOnAsProduct(tx), "only a network manager ends a dated fact");
  const part = found.providerId !== null ? "ORGANISATION" : found.clinicId !== null ? "CLINIC" : "PRACTITIONER";
  await write(
    tx,
    {
      network_change: [
        {
          id: newId(),
          part,
          part_id: found.subjectId,
          provider_id: found.providerId,
          actor: ctx.viewer.subject,
          actor_role: ctx.viewer.role,
          operation: "endCredential",
          version: 0,
          changes: [{ field: `${found.kind} until`, before: found.validUntil, after: until }],
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "endCredential",
          object: "Credential",
          objectId: id,
          fields: ["validUntil"],
          outcome: "ALLOWED",
        }),
      ],
    },
    [change(END_CREDENTIAL.with(id, until, found.version), 1)],
  );
  const done: Ended = { credentialId: id, opened: takesAway(found) ? await openAgain(ctx, tx, id, until) : 0 };
  await write(tx, {}, [outcomeOf(ctx.viewer.subject, keyed, done)]);
  return done;
}

const takesAway = ({ kind }: CredentialToEnd): boolean => kind === "SUSPENSION" || kind === "END";

async function openAgain(ctx: Context, tx: Tx, id: string, until: string): Promise<number> {
  await cutClosuresOf(tx, id, startOfDay(until));
  // while it is still being closed, the rest of that comes first
  return (await liftEnding(tx, id)) === "OPENING" ? openPiece(ctx, tx, id, null) : 0;
}

const path = ["input", "until"];

function endRefusals(found: CredentialToEnd, until: string, who: string): Refusal[] {
  const refusals: Refusal[] = [];
  const lifts = takesAway(found);
  if (until < found.today)
    refusals.push(refusal("DAY_IN_PAST", "What has taken place rests on it.", { path, remedy: "Give today or a later day." }));
  if (until <= found.validFrom)
    refusals.push(refusal("PERIOD_EMPTY", "It would end before it begins.", { path, remedy: "Give a later day." }));
  if (found.validUntil !== null && until >= found.validUntil)
    refusals.push(
      refusal("CREDENTIAL_OVER", "It ends by then already.", { path, remedy: "To prolong it, propose what follows: proposeCredential." }),
    );
  if (!lifts && found.kind !== "PUBLIC_AGREEMENT" && found.hasOpenings)
    refusals.push(
      refusal("OPENINGS_REMAIN", "Openings or appointments after that day rest on it.", {
        path,
        remedy: "End or suspend the part first: endInNetwork moves its appointments.",
      }),
    );
  if (lifts && found.recordedBy === who) refusals.push(fourEyes("a suspension"));
  return refusals;
}
