import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { runMutation } from "../../../../gateway/api/run-operation.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { idOf } from "../../../../gateway/api/node.js";
import { rowsOf } from "../../../../gateway/api/paging/list-of.js";
import { LocalDate } from "../../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../../vocabulary/act.type.js";
import { InLanguage, inLanguage, type Language } from "../../../../vocabulary/language.type.js";
import { userErrors } from "../../../../vocabulary/user-error.type.js";
import { present } from "../../../../kernel/invariant.js";
import { refusal, Refused } from "../../../../kernel/refusal.js";
import { auditRow } from "../../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../../platform/idempotency.js";
import { outboxRow } from "../../../../platform/trail/outbox.js";
import { newId } from "../../../../platform/random.js";
import { statement, type RowOf } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { write } from "../../../../platform/postgres/write.js";
import { OrganisationType } from "../../../network/clinic.type.js";
import { danishToday } from "../../payments/export.store.js";

/** What a company agrees to; another wording is another version, and is agreed to anew. */
const TEXT = {
  version: "1",
  en: "We agree that the insurer issues our invoices and credit notes for treatments settled through the gateway (self-billing). We look at each document and object within ten days if it is wrong. We issue no invoices of our own for the same treatments, and tell the insurer at once if our CVR number, name, address or VAT registration changes.",
  da: "Vi accepterer, at selskabet udsteder vores fakturaer og kreditnotaer for behandlinger, der afregnes gennem systemet (selvfakturering). Vi ser hvert bilag igennem og gør indsigelse inden ti dage, hvis det er forkert. Vi udsteder ikke selv fakturaer for de samme behandlinger og giver straks besked, hvis vores CVR-nummer, navn, adresse eller momsregistrering ændres.",
} as const;

@InputType({ description: "Agrees to self-billing for the caller's own company." })
export class AcceptSelfBillingInput extends LongKeyedInput {
  @Field(() => String, { description: "Version of the wording that was read." })
  textVersion!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE", "NETWORK_MANAGER")
@ObjectType("SelfBillingAgreement", {
  description: "Whether a company has agreed that the insurer writes its invoices (VAT order no. 1435/2023, section 70).",
  simpleResolvers: true,
})
export class SelfBillingAgreementType {
  @Field(() => String, { description: "Version of the wording as it is now." })
  textVersion!: string;
  @Field(() => String, { nullable: true, description: "Version that was agreed to; null: none yet." })
  acceptedVersion!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day on which it was agreed to; null: not yet." })
  acceptedOn!: string | null;
}

@visibleTo("CLINIC_STAFF")
@ObjectType({ description: "The agreement, or every reason why not." })
export class AcceptSelfBillingPayload extends ActPayload {
  @Field(() => SelfBillingAgreementType, { nullable: true, description: "The agreement as it now stands; null when it was refused." })
  agreement!: SelfBillingAgreementType | null;
}

const AGREEMENTS = statement(
  "self-billing-agreements",
  `select distinct on (a.provider_id) a.provider_id as parent, a.text_version, a.accepted_on
   from self_billing_agreement a where a.provider_id = any ($1::uuid[]) order by a.provider_id, a.recorded_at desc`,
);
type AgreementRow = RowOf<"self-billing-agreements">;

@Resolver()
export class AcceptSelfBilling {
  @visibleTo("CLINIC_STAFF")
  @Mutation(() => AcceptSelfBillingPayload, {
    description: "Records that the caller's company agrees to self-billing. Documents issued from then on say so.",
  })
  async acceptSelfBilling(
    @Arg("input", () => AcceptSelfBillingInput) input: AcceptSelfBillingInput,
    @Ctx() ctx: Context,
  ): Promise<AcceptSelfBillingPayload> {
    const keyed = { operation: "acceptSelfBilling", key: input.idempotencyKey, input, keepHours: 720 };
    const providerId = present(ctx.viewer.providerId, "staff of a clinic belong to a company");
    const read = async (tx: Tx): Promise<AgreementRow | null> => (await tx.query(AGREEMENTS.with([providerId])))[0] ?? null;
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "acceptSelfBilling",
      keyed,
      work: async (tx) => {
        await accept(ctx, tx, providerId, input.textVersion, keyed);
        return read(tx);
      },
      replay: read,
    });
    return { agreement: errors.length > 0 ? null : agreementView(result), errors: userErrors(errors), replayed };
  }
}

async function accept(ctx: Context, tx: Tx, providerId: string, version: string, keyed: IdempotencyKey): Promise<void> {
  if (version !== TEXT.version)
    throw new Refused([
      refusal("TEXT_VERSION_OLD", "This is not the wording as it is now.", { path: ["input", "textVersion"], remedy: "Read it again." }),
    ]);
  const { today } = await danishToday(tx);
  const id = newId();
  await write(
    tx,
    {
      self_billing_agreement: [{ id, provider_id: providerId, text_version: version, accepted_on: today, accepted_by: ctx.viewer.subject }],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: "acceptSelfBilling", object: "Provider", objectId: providerId, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("provider.self-billing-accepted", providerId, { providerId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { agreementId: id })],
  );
}

@Resolver(() => OrganisationType)
export class AgreementOfOrganisation {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE", "NETWORK_MANAGER")
  @FieldResolver(() => SelfBillingAgreementType, { description: "Its agreement to self-billing. A clinic sees its own company's only." })
  async selfBillingAgreement(@Root() organisation: OrganisationType, @Ctx() ctx: Context): Promise<SelfBillingAgreementType> {
    const [row] = await rowsOf(ctx, idOf("Organisation", organisation.id), {
      key: ["self-billing"],
      read: (tx, ids) => tx.query(AGREEMENTS.with(ids)),
    });
    return agreementView(row ?? null);
  }
}

@Resolver(() => SelfBillingAgreementType)
export class WordsOfAgreement {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE", "NETWORK_MANAGER")
  @FieldResolver(() => String, { description: "The wording." })
  text(@InLanguage() language: Language): string {
    return inLanguage(TEXT, language);
  }
}

function agreementView(row: AgreementRow | null): SelfBillingAgreementType {
  return { textVersion: TEXT.version, acceptedVersion: row?.text_version ?? null, acceptedOn: row?.accepted_on ?? null };
}
