CREATE TABLE "busy_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"as_of" timestamp (6) with time zone,
	"stale_after_minutes" integer NOT NULL,
	"busy" jsonb,
	"known_until" timestamp (6) with time zone,
	"saved_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "busy_feed_stales_within_a_day" CHECK ("busy_feed"."stale_after_minutes" between 5 and 1440)
);
--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "busy_feed_is_one_per_practitioner_and_clinic" ON "busy_feed" USING btree ("clinic_id","practitioner_id");