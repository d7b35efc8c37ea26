CREATE TABLE "rule_setting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"valid_from" timestamp (6) with time zone NOT NULL,
	"settings" jsonb NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_setting_starts_once" UNIQUE("valid_from")
);
--> statement-breakpoint
DROP INDEX "consent_is_one_live_per_claim";--> statement-breakpoint
ALTER TABLE "consent" ADD COLUMN "replaced_by" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_is_one_live_per_claim" ON "consent" USING btree ("member_id","claim_id","purpose") WHERE withdrawn_on is null and replaced_by is null;