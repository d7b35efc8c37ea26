import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { NetworkPart } from "../../../../schema/states.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { readId } from "../../../gateway/api/node.js";
import { Money, money } from "../../../gateway/api/money.js";
import { DateTime, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { invariant } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write, type NewRows } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { lockTheseClinics } from "../../capacity/closures/closure.store.js";
import { WithdrawalOutcomeEnum } from "../../capacity/slot-enums.type.js";
import type { WithdrawnAppointment } from "../../capacity/withdrawals/withdraw.js";
import { NewTimeType, newTimeOf } from "../../capacity/withdrawals/withdraw-slots.js";
import { NetworkEndEnum } from "../network-enums.type.js";
import { goOnAsProduct } from "../proposals/proposal.store.js";
import { overlaps } from "../register/plan-lines.js";
import { PART_TYPES, periodText } from "./credential.js";
import { credentialGround, subjectColumns, type CredentialGround } from "./credential.store.js";
import { closedUntil, closePiece, endedTime, keepPiece } from "./carry-on-ending.js";
import { beginEnding, hangsOn, unpaidOf, type EndedTime } from "./ending.store.js";
import { overlapRefusal } from "./propose-credential.js";

@InputType({ description: "Suspends a part of the network for a while, or ends it. With `preview` it only says what hangs on it." })
export class EndInNetworkInput extends LongKeyedInput {
  @Field(() => ID, { description: "The company, clinic or practitioner." })
  subjectId!: string;
  @Field(() => NetworkEndEnum, { description: "For a while, or for good." })
  kind!: "SUSPENSION" | "END";
  @Field(() => LocalDate, { description: "First day on which it cannot be booked; today or later." })
  from!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Suspension only: first day on which it can be booked again; left out, until it is lifted.",
  })
  until?: string | null;
  @MinLength(3)
  @MaxLength(200)
  @Field(() => String, { description: "Why, 3 to 200 characters, without health details: the members whose appointments move are told." })
  reason!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: change nothing, only say what hangs on it and where each appointment could go.",
  })
  preview?: boolean | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType("EndedAppointment", {
  description: "An appointment that cannot be kept, and what becomes of it; nothing of whose it is.",
  simpleResolvers: true,
})
export class EndedAppointmentType {
  @Field(() => String, { description: "The booking's reference, for the health team." })
  reference!: string;
  @Field(() => DateTime, { description: "Start." })
  startsAt!: string;
  @Field(() => WithdrawalOutcomeEnum, { description: "What becomes of it." })
  outcome!: string;
  @Field(() => NewTimeType, { nullable: true, description: "The new time, in a preview the one it would get; null where nothing fits." })
  newTime!: NewTimeType | null;
  @Field(() => LocalDate, { nullable: true, description: "Latest date of the promise that hangs on it; null where none does." })
  latestOn!: string | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "What hangs on the part and what became of it, or in a preview would; or every reason why not." })
export class EndInNetworkPayload extends ActPayload {
  @relation("Credential", { nullable: true, description: "The suspension or end that now stands; null in a preview, or when refused." })
  credential!: Ref | null;
  @Field(() => Int, { description: "Clinics concerned." })
  clinics!: number;
  @Field(() => NonNegativeInt, { description: "Openings that close, those that follow in pieces among them." })
  openings!: number;
  @Field(() => NonNegativeInt, { description: "Appointments affected, all of them." })
  appointmentCount!: number;
  @Field(() => [EndedAppointmentType], {
    description:
      "The soonest of these appointments, 250 or one opening at most: what became of them in this act. The rest follow at once; `credential.progress` says how far they are.",
  })
  appointments!: readonly EndedAppointmentType[];
  @Field(() => NonNegativeInt, { description: "Promises that hang on these appointments, all of them." })
  promises!: number;
  @Field(() => NonNegativeInt, { description: "Treatments of the past that are not paid yet; they will be." })
  unpaidLines!: number;
  @Field(() => Money, { description: "What they come to." })
  unpaid!: unknown;
}

type Answer = {
  readonly credentialId: string | null;
  readonly clinics: number;
  readonly openings: number;
  readonly appointments: readonly WithdrawnAppointment[];
  readonly appointmentCount: number;
  readonly promises: number;
  readonly unpaidLines: number;
  readonly unpaidMinor: number;
};

const NOTHING: Answer = {
  credentialId: null,
  clinics: 0,
  openings: 0,
  appointments: [],
  appointmentCount: 0,
  promises: 0,
  unpaidLines: 0,
  unpaidMinor: 0,
};

@Resolver()
export class EndInNetwork {
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 90 })
  @Mutation(() => EndInNetworkPayload, {
    description:
      "Suspends or ends a company, a clinic or a practitioner. From then on it cannot be booked and its time is closed. Whoever was booked is moved inside the guarantee, or escalated with proof that nothing fits: the soonest 250 in the same act, more in pieces right after it.",
  })
  async endInNetwork(@Arg("input", () => EndInNetworkInput) input: EndInNetworkInput, @Ctx() ctx: Context): Promise<EndInNetworkPayload> {
    const keyed = { operation: "endInNetwork", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation<Answer>(ctx, {
      operation: "endInNetwork",
      rights: "WORKER",
      keyed: input.preview ? null : keyed,
      work: (tx) => end(ctx, tx, input, keyed),
      replay: (_, stored) => Promise.resolve(stored as Answer),
    });
    const { credentialId, appointments, unpaidMinor, ...figures } = result ?? NOTHING;
    return {
      ...figures,
      credential: refOrNull("Credential", credentialId),
      appointments: appointments.map((each) => ({ ...each, newTime: newTimeOf(each) })),
      unpaid: money(unpaidMinor),
      errors: userErrors(errors),
      replayed,
    };
  }
}

const MARK = statement("mark-before-preview", "savepoint preview");
const GO_BACK = statement("go-back-before-preview", "rollback to savepoint preview");

async function end(ctx: Context, tx: Tx, input: EndInNetworkInput, keyed: IdempotencyKey): Promise<Answer> {
  const subject = readId(input.subjectId);
  const part = partNamed(subject?.type);
  const ground = subject && part ? await credentialGround(tx, subject.uuid) : undefined;
  if (!subject || !part || ground?.name == null) throw new Refused([UNKNOWN]);
  const refusals = endRefusals(input, ground);
  if (refusals.length > 0) throw new Refused(refusals);
  invariant(await goOnAsProduct(tx), "only a network manager ends a part of the network");
  const ending: Ending = { input, part, subjectId: subject.uuid, ground, keyed };
  if (!input.preview) return close(ctx, tx, ending);
  // what is shown is the act itself, of which nothing stays
  await tx.query(MARK.with());
  const answer = await close(ctx, tx, ending);
  await tx.query(GO_BACK.with());
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited(ending, ["preview"]))] });
  return { ...answer, credentialId: null };
}

type Ending = {
  readonly input: EndInNetworkInput;
  readonly part: NetworkPart;
  readonly subjectId: string;
  readonly ground: CredentialGround;
  readonly keyed: IdempotencyKey;
};

const audited = ({ part, subjectId }: Ending, fields: string[]) =>
  ({ operation: "endInNetwork", object: PART_TYPES[part], objectId: subjectId, fields, outcome: "ALLOWED" }) as const;

/** From here on it cannot be booked and its time is closed; of its appointments the soonest move at once, a job moves the rest. */
async function close(ctx: Context, tx: Tx, ending: Ending): Promise<Answer> {
  const { input, part, subjectId, ground, keyed } = ending;
  const period = { from: input.from, until: input.until ?? null };
  const clinicIds = ground.clinics.map(({ id }) => id);
  const practitionerId = part === "PRACTITIONER" ? subjectId : null;
  const time = endedTime(clinicIds, practitionerId, period, ground.now);
  const preview = input.preview ?? false;
  if (!preview) await lockTheseClinics(tx, clinicIds);
  const [total, unpaid] = [await hangsOn(tx, time), await unpaidOf(tx, practitionerId === null ? clinicIds : [])];
  const credentialId = newId();
  await write(tx, rowsOf(ctx, ending, credentialId, time));
  await beginEnding(tx, credentialId, total);
  const piece = await closePiece(ctx, tx, time, { reason: input.reason, preview });
  const { appointments } = piece;
  const answer = {
    credentialId,
    clinics: clinicIds.length,
    ...total,
    appointmentCount: total.appointments,
    appointments,
    unpaidLines: unpaid.lines,
    unpaidMinor: unpaid.minor,
  };
  if (preview) return answer;
  await keepPiece(tx, credentialId, piece);
  await write(tx, {}, [outcomeOf(ctx.viewer.subject, keyed, answer)]);
  return answer;
}

function rowsOf(ctx: Context, ending: Ending, credentialId: string, time: EndedTime): NewRows {
  const { input, part, subjectId, ground } = ending;
  const period = { from: input.from, until: input.until ?? null };
  const providerId = part === "PRACTITIONER" ? null : (ground.clinics[0]?.providerId ?? null);
  const change = { field: input.kind, before: null, after: periodText({ number: null, validFrom: period.from, validUntil: period.until }) };
  return {
    credential: [
      {
        id: credentialId,
        kind: input.kind,
        ...subjectColumns(part, subjectId),
        valid_from: period.from,
        valid_until: period.until,
        source: input.reason,
        recorded_by: ctx.viewer.subject,
      },
    ],
    closure: ground.clinics.map((clinic) => ({
      id: newId(),
      provider_id: clinic.providerId,
      clinic_id: clinic.id,
      practitioner_id: time.practitionerId,
      starts_at: time.from,
      ends_at: closedUntil(period),
      reason: input.reason,
      credential_id: credentialId,
    })),
    network_change: [
      {
        id: newId(),
        part,
        part_id: subjectId,
        provider_id: providerId,
        actor: ctx.viewer.subject,
        actor_role: ctx.viewer.role,
        operation: "endInNetwork",
        version: 0,
        changes: [change],
      },
    ],
    audit_event: [auditRow(ctx.viewer, ctx.traceId, audited(ending, [input.kind]))],
    outbox: [outboxRow("network.ended", credentialId, { credentialId, providerId, kind: input.kind })],
  };
}

function endRefusals({ kind, from, until = null }: EndInNetworkInput, { today, credentials }: CredentialGround): Refusal[] {
  const refusals: Refusal[] = [];
  const at = (field: string): string[] => ["input", field];
  if (from < today)
    refusals.push(
      refusal("DAY_IN_PAST", "What has taken place cannot be called off.", { path: at("from"), remedy: "Give today or a later day." }),
    );
  if (until !== null && until <= from)
    refusals.push(
      refusal("PERIOD_EMPTY", "It would end before it begins.", { path: at("until"), remedy: "Give a day after from, or none." }),
    );
  if (kind === "END" && until !== null)
    refusals.push(refusal("PERIOD_EMPTY", "An end has no end.", { path: at("until"), remedy: "Leave it out, or suspend instead." }));
  const met = credentials.find((each) => each.kind === kind && overlaps(each, { validFrom: from, validUntil: until }));
  if (met) refusals.push(overlapRefusal(met, at("from")));
  return refusals;
}

function partNamed(type: string | undefined): NetworkPart | null {
  return (Object.keys(PART_TYPES) as NetworkPart[]).find((part) => PART_TYPES[part] === type) ?? null;
}

const UNKNOWN = refusal("NOT_FOUND", "There is no such part of the network.", { path: ["input", "subjectId"], remedy: "Check the id." });
