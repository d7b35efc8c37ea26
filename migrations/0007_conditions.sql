DROP INDEX "bill_is_decided_once";--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "reported_via" text DEFAULT 'PHONE' NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "manual_check" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "information_needs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "medical_decisions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD COLUMN "bill_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD COLUMN "usage_id" uuid;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_usage_id_treatment_usage_id_fk" FOREIGN KEY ("usage_id") REFERENCES "public"."treatment_usage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bill_is_decided_once" ON "reimbursement" USING btree ("claim_id","treated_on","bill_key");--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "treatment_is_billed_once" UNIQUE("usage_id");--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_is_for_a_counted_treatment" CHECK ("reimbursement"."reimbursed_minor" = 0 or "reimbursement"."usage_id" is not null);