CREATE TABLE "calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"provider_id" uuid,
	"clinic_id" uuid,
	"practitioner_id" uuid,
	"member_id" uuid,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"created_by" text NOT NULL,
	"revoked_at" timestamp (6) with time zone,
	"last_read_at" timestamp (6) with time zone,
	CONSTRAINT "calendar_feed_is_of_somebody" CHECK (case "calendar_feed"."kind" when 'MEMBER' then "calendar_feed"."member_id" is not null and "calendar_feed"."clinic_id" is null and "calendar_feed"."practitioner_id" is null
        when 'CLINIC' then "calendar_feed"."clinic_id" is not null and "calendar_feed"."member_id" is null and "calendar_feed"."practitioner_id" is null
        when 'PRACTITIONER' then "calendar_feed"."clinic_id" is not null and "calendar_feed"."practitioner_id" is not null and "calendar_feed"."member_id" is null else false end)
);
--> statement-breakpoint
CREATE TABLE "followed_source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"practitioner_id" uuid,
	"url" "bytea" NOT NULL,
	"host" text NOT NULL,
	"stale_after_minutes" integer NOT NULL,
	"schedules" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"etag" text,
	"last_modified" text,
	"since" text,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"fault" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"checked_at" timestamp (6) with time zone,
	"read_at" timestamp (6) with time zone,
	"next_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"saved_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "followed_source_kind_is_known" CHECK ("followed_source"."kind" in ('ICALENDAR','SMART')),
	CONSTRAINT "followed_source_state_is_known" CHECK ("followed_source"."state" in ('WAITING','READ','FAILED')),
	CONSTRAINT "followed_calendar_has_a_practitioner" CHECK (("followed_source"."kind" = 'ICALENDAR') = ("followed_source"."practitioner_id" is not null)),
	CONSTRAINT "followed_source_stales_within_a_day" CHECK ("followed_source"."stale_after_minutes" between 5 and 1440)
);
--> statement-breakpoint
CREATE TABLE "intake_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"source" text NOT NULL,
	"lines" integer NOT NULL,
	"refused" jsonb NOT NULL,
	"read_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "busy_feed" ADD COLUMN "awaits_holds" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_report" ADD CONSTRAINT "intake_report_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_report" ADD CONSTRAINT "intake_report_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_secret_is_its_own" ON "calendar_feed" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "calendar_feed_by_member" ON "calendar_feed" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "calendar_feed_by_clinic" ON "calendar_feed" USING btree ("clinic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "followed_source_is_one_per_clinic_and_practitioner" ON "followed_source" USING btree ("clinic_id","kind",coalesce(practitioner_id, clinic_id));--> statement-breakpoint
CREATE INDEX "followed_source_due" ON "followed_source" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "intake_report_by_clinic" ON "intake_report" USING btree ("clinic_id","source","read_at");