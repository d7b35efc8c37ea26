CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "erasure_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"erased_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"requested_by" text NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "erasure_is_journalled_once" UNIQUE("member_id")
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" text NOT NULL,
	"placed_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "quota_use" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quota" text NOT NULL,
	"actor" text NOT NULL,
	"organisation" text,
	"used_at" timestamp (6) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"filled_at" timestamp (6) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_revocation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_id" text,
	"subject" text,
	"revoked_at" timestamp (6) with time zone DEFAULT clock_timestamp() NOT NULL,
	"revoked_by" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "purged_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_open" ON "alert" USING btree ("raised_at") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "legal_hold_by_member" ON "legal_hold" USING btree ("member_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "quota_use_by_actor" ON "quota_use" USING btree ("quota","actor","used_at");--> statement-breakpoint
CREATE INDEX "quota_use_by_organisation" ON "quota_use" USING btree ("quota","organisation","used_at");--> statement-breakpoint
CREATE INDEX "token_revocation_by_time" ON "token_revocation" USING btree ("revoked_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting_by_aggregate" ON "outbox" USING btree ("aggregate_id","seq") WHERE delivered_at is null and dead_at is null;