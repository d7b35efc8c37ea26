CREATE TABLE "erasure_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (6) with time zone,
	CONSTRAINT "erasure_request_state_is_known" CHECK ("erasure_request"."state" in ('REQUESTED','CARRIED_OUT')),
	CONSTRAINT "erasure_takes_two_persons" CHECK ("erasure_request"."approved_by" is null or "erasure_request"."approved_by" <> "erasure_request"."requested_by"),
	CONSTRAINT "erasure_is_carried_out_by_somebody" CHECK (("erasure_request"."state" = 'CARRIED_OUT') = ("erasure_request"."approved_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "guardianship" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "guardianship" ADD COLUMN "restricted_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_is_requested_once" ON "erasure_request" USING btree ("member_id");