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
import { addDays } from "../../../kernel/day.js";
import { startOfDay } from "../../../kernel/calendar.js";
import { invariant } from "../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { lockClinics } from "../../capacity/closures/closure.store.js";
import { WithdrawalOutcomeEnum } from "../../capacity/slot-enums.type.js";
import { withdraw, type WithdrawnAppointment } from "../../capacity/withdrawals/withdraw.js";
import { NewTimeType, newTimeOf } from "../../capacity/withdrawals/withdraw-slots.js";
import { NetworkEndEnum } from "../network-enums.type.js";
import { goOnAsProduct } from "../proposals/proposal.store.js";
import { overlaps } from "../register/plan-lines.js";
import { PART_TYPES, periodText } from "./credential.js";
import { credentialGround, subjectColumns, type CredentialGround } from "./credential.store.js";
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
  @Field(() => NonNegativeInt, { description: "Openings closed." })
  openings!: number;
  @Field(() => [EndedAppointmentType], { description: "Every appointment affected." })
  appointments!: readonly EndedAppointmentType[];
  @Field(() => NonNegativeInt, { description: "Promises that hang on these appointments." })
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
  readonly unpaidLines: number;
  readonly unpaidMinor: number;
};

@Resolver()
export class EndInNetwork {
  @visibleTo("NETWORK_MANAGER")
  @costs({ own: 90 })
  @Mutation(() => EndInNetworkPayload, {
    description:
      "Suspends or ends a company, a clinic or a practitioner. Its openings close, and whoever was booked is moved inside the guarantee in the same act, or escalated with proof that nothing fits. All or nothing.",
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
    const { credentialId = null, clinics = 0, openings = 0, appointments = [], unpaidLines = 0, unpaidMinor = 0 } = result ?? {};
    return {
      credential: refOrNull("Credential", credentialId),
      clinics,
      openings,
      appointments: appointments.map((each) => ({ ...each, newTime: newTimeOf(each) })),
      promises: appointments.filter(({ latestOn }) => latestOn !== null).length,
      unpaidLines,
      unpaid: money(unpaidMinor),
      errors: userErrors(errors),
      replayed,
    };
  }
}

const UNPAID = statement(
  "unpaid-lines-of-clinics",
  `select count(*)::int as lines, coalesce(sum(amount_minor), 0)::bigint as minor from settlement_line
   where clinic_id = any ($1::uuid[]) and state <> 'PAID'`,
);

/** Openings of a whole clinic over the horizon; the limit of appointments holds as for every withdrawal. */
const MOST_OPENINGS = 20_000;
/** An open end closes the calendar so far ahead; the suspension itself has no end. */
const CLOSED_DAYS = 400;

async function end(ctx: Context, tx: Tx, input: EndInNetworkInput, keyed: IdempotencyKey): Promise<Answer> {
  const subject = readId(input.subjectId);
  const part = partNamed(subject?.type);
  const ground = subject && part ? await credentialGround(tx, subject.uuid) : undefined;
  if (!subject || !part || ground?.name == null) throw new Refused([UNKNOWN]);
  const refusals = endRefusals(input, ground);
  if (refusals.length > 0) throw new Refused(refusals);
  invariant(await goOnAsProduct(tx), "only a network manager ends a part of the network");
  const preview = input.preview ?? false;
  const practitionerId = part === "PRACTITIONER" ? subject.uuid : null;
  const answer = await closeClinics(ctx, tx, { input, ground, practitionerId, preview, keyed });
  if (preview) return answer;
  const row = {
    id: newId(),
    kind: input.kind,
    ...subjectColumns(part, subject.uuid),
    valid_from: input.from,
    valid_until: input.until ?? null,
    source: input.reason,
    recorded_by: ctx.viewer.subject,
  };
  const providerId = practitionerId === null ? (ground.clinics[0]?.providerId ?? null) : null;
  const after = periodText({ number: null, validFrom: input.from, validUntil: input.until ?? null });
  const kept = { ...answer, credentialId: row.id };
  await write(
    tx,
    {
      credential: [row],
      network_change: [
        {
          id: newId(),
          part,
          part_id: subject.uuid,
          provider_id: providerId,
          actor: ctx.viewer.subject,
          actor_role: ctx.viewer.role,
          operation: "endInNetwork",
          version: 0,
          changes: [{ field: input.kind, before: null, after }],
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "endInNetwork",
          object: PART_TYPES[part],
          objectId: subject.uuid,
          fields: [input.kind],
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("network.ended", row.id, { credentialId: row.id, providerId, kind: input.kind })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, kept)],
  );
  return kept;
}

type Closing = {
  readonly input: EndInNetworkInput;
  readonly ground: CredentialGround;
  readonly practitionerId: string | null;
  readonly preview: boolean;
  readonly keyed: IdempotencyKey;
};

/** The openings of the stretch close company by company, as a withdrawal closes them. */
async function closeClinics(ctx: Context, tx: Tx, { input, ground, practitionerId, preview, keyed }: Closing): Promise<Answer> {
  const [from, to] = [startOfDay(input.from), input.until == null ? null : startOfDay(input.until)];
  const start = from.getTime() > ground.now.getTime() ? from : ground.now;
  const closedUntil = to ?? startOfDay(addDays(input.from, CLOSED_DAYS));
  const byCompany = new Map<string, string[]>();
  for (const { id, providerId } of ground.clinics) byCompany.set(providerId, [...(byCompany.get(providerId) ?? []), id]);
  const appointments: WithdrawnAppointment[] = [];
  let openings = 0;
  for (const [providerId, clinicIds] of byCompany) {
    if (!preview) for (const clinicId of clinicIds) await lockClinics(tx, providerId, clinicId);
    const answer = await withdraw(ctx, tx, {
      operation: "endInNetwork",
      providerId,
      selection: { clinicIds, practitionerId, from: start, to, by: "STARTING" },
      closuresFor: () =>
        Promise.resolve(
          clinicIds.map((clinicId) => ({
            id: newId(),
            provider_id: providerId,
            clinic_id: clinicId,
            practitioner_id: practitionerId,
            starts_at: start,
            ends_at: closedUntil,
            reason: input.reason,
          })),
        ),
      mostOpenings: MOST_OPENINGS,
      preview,
      reason: input.reason,
      keyed,
    });
    openings += answer.withdrawn;
    appointments.push(...answer.appointments);
  }
  const [unpaid] = practitionerId === null ? await tx.query(UNPAID.with(ground.clinics.map(({ id }) => id))) : [];
  return {
    credentialId: null,
    clinics: ground.clinics.length,
    openings,
    appointments,
    unpaidLines: unpaid?.lines ?? 0,
    unpaidMinor: Number(unpaid?.minor ?? 0n),
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
