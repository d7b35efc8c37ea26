-- Nothing is released: the checks are tried on the rows of a test database only. On a large table of openings each takes an
-- ACCESS EXCLUSIVE lock for one pass over it.
CREATE TABLE "closure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"clinic_id" uuid,
	"practitioner_id" uuid,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"reason" text,
	"closed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"opened_at" timestamp (6) with time zone,
	CONSTRAINT "closure_ends_after_it_starts" CHECK ("closure"."ends_at" > "closure"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "slot" DROP CONSTRAINT "slot_capacity_is_positive";--> statement-breakpoint
ALTER TABLE "busy_feed" ADD COLUMN "unread" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "slot" ADD COLUMN "offered" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closure_in_force" ON "closure" USING btree ("provider_id","ends_at") WHERE opened_at is null;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_is_open_only_while_offered" CHECK ("slot"."offered" or "slot"."state" = 'WITHDRAWN');--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_capacity_is_positive" CHECK ("slot"."capacity" between 1 and 500);