CREATE TABLE "reimbursement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"under" text NOT NULL,
	"treated_on" date NOT NULL,
	"bill_received_on" date NOT NULL,
	"bill_reference" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"reimbursed_minor" bigint NOT NULL,
	"member_pays_minor" bigint NOT NULL,
	"danmark_minor" bigint NOT NULL,
	"reasons" text[] NOT NULL,
	"decision_id" uuid NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reimbursement_is_not_negative" CHECK ("reimbursement"."reimbursed_minor" >= 0),
	CONSTRAINT "reimbursement_is_within_the_fee" CHECK ("reimbursement"."reimbursed_minor" <= "reimbursement"."fee_minor")
);
--> statement-breakpoint
CREATE TABLE "settlement_attempt" (
	"line_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"payment_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"ended_as" text NOT NULL,
	"ended_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settlement_attempt_line_id_attempt_pk" PRIMARY KEY("line_id","attempt"),
	CONSTRAINT "attempt_end_is_known" CHECK ("settlement_attempt"."ended_as" in ('REJECTED','RETURNED'))
);
--> statement-breakpoint
ALTER TABLE "provider_account" ADD COLUMN "iban" text;--> statement-breakpoint
-- A constant default needs no rewrite and no scan; payments made before this column count as expected on the day of this migration.
ALTER TABLE "settlement_payment" ADD COLUMN "expected_on" date DEFAULT CURRENT_DATE NOT NULL;--> statement-breakpoint
ALTER TABLE "settlement_payment" ALTER COLUMN "expected_on" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_line_id_settlement_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."settlement_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bill_is_decided_once" ON "reimbursement" USING btree ("claim_id","treated_on","bill_reference");--> statement-breakpoint
CREATE INDEX "reimbursement_by_member" ON "reimbursement" USING btree ("member_id","service_code");--> statement-breakpoint
CREATE INDEX "attempt_by_payment" ON "settlement_attempt" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "line_by_correction" ON "settlement_line" USING btree ("corrects_id") WHERE corrects_id is not null;