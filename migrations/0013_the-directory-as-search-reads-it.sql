CREATE TABLE "listing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"service_bit" integer NOT NULL,
	"pos" "point" NOT NULL,
	"channels" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"treats_children" boolean NOT NULL,
	"agreed_from" timestamp (6) with time zone NOT NULL,
	"agreed_until" timestamp (6) with time zone NOT NULL,
	"has_public_agreement" boolean NOT NULL,
	"card" text NOT NULL,
	"first_rates" text NOT NULL,
	"follow_up_rates" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "listing_by_clinic" ON "listing" USING btree ("clinic_id");