CREATE TABLE "designation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"clinic_id" uuid NOT NULL,
	"practitioner_id" uuid,
	"reason" text NOT NULL,
	"designated_by" text NOT NULL,
	"designated_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "status_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"provider_id" uuid,
	"booking_id" uuid,
	"question" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"progress" text,
	"treatments_needed" integer,
	"justification" text,
	"written_on" date,
	"answered_by" text,
	"answered_at" timestamp (6) with time zone,
	CONSTRAINT "status_report_of_a_clinic_has_its_booking" CHECK (("status_report"."provider_id" is null) = ("status_report"."booking_id" is null)),
	CONSTRAINT "status_report_is_answered_whole" CHECK (("status_report"."answered_at" is null) = ("status_report"."progress" is null))
);
--> statement-breakpoint
CREATE TABLE "authority" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"representative_id" uuid,
	"third_party" text,
	"scopes" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_through" date NOT NULL,
	"text_version" text NOT NULL,
	"assurance" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"withdrawn_at" timestamp (6) with time zone,
	"withdrawn_by" text,
	CONSTRAINT "authority_is_for_one_party" CHECK (("authority"."representative_id" is null) <> ("authority"."third_party" is null)),
	CONSTRAINT "authority_is_for_somebody_else" CHECK ("authority"."representative_id" is distinct from "authority"."member_id"),
	CONSTRAINT "authority_is_a_period" CHECK ("authority"."valid_through" >= "authority"."valid_from"),
	CONSTRAINT "authority_has_a_scope" CHECK (cardinality("authority"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "policy_withdrawal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"policy_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"left_on" date,
	"last_day" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "policy_is_withdrawn_once" UNIQUE("policy_id")
);
--> statement-breakpoint
ALTER TABLE "service" DROP CONSTRAINT "service_is_known_to_the_rules";--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "primary_operation" text;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "moved_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_representative_id_member_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_withdrawal" ADD CONSTRAINT "policy_withdrawal_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "designation_is_one_in_force" ON "designation" USING btree ("claim_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "designation_by_claim" ON "designation" USING btree ("claim_id","designated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "status_report_is_asked_once" ON "status_report" USING btree ("claim_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "status_report_by_claim" ON "status_report" USING btree ("claim_id","asked_at");--> statement-breakpoint
CREATE INDEX "status_report_by_provider" ON "status_report" USING btree ("provider_id","asked_at");--> statement-breakpoint
CREATE INDEX "authority_by_member" ON "authority" USING btree ("member_id","granted_at");--> statement-breakpoint
CREATE INDEX "authority_by_representative" ON "authority" USING btree ("representative_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "policy_withdrawal_by_day" ON "policy_withdrawal" USING btree ("recorded_at");--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_complaint_cause_is_known" CHECK ("claim"."cause" in ('NONE_OF_THESE','PROFESSIONAL_SPORT','SELF_INFLICTED','INTOXICATION','IMPLANT_OR_TATTOO','WAR_OR_TERROR','DISASTER_OR_STRIKE','EPIDEMIC'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_primary_operation_is_known" CHECK ("claim"."primary_operation" in ('DESIGNATED','OTHER_PRIVATE','PUBLIC'));--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_is_known_to_the_rules" CHECK ("service"."code" in ('PHYSIOTHERAPY','GROUP_TRAINING','CHIROPRACTIC','REHABILITATION','GLAD','PSYCHOLOGIST','PSYCHOTHERAPIST','CHILD_MENTAL_PROGRAMME','COOL_KIDS','CHILLED','PSYCHIATRIST','CRISIS_COUNSELLING','SPECIALIST_EXAMINATION','SPECIALIST_TREATMENT','DIAGNOSTIC_IMAGING','FOLLOW_UP_CHECK','HEALTH_PROGRAMME','ACUPUNCTURE','REFLEXOLOGY','OSTEOPATHY','DIETICIAN','ADDICTION_TREATMENT','MASSAGE','SHOCKWAVE','PODIATRY','CHRONIC_PSYCH_SUPPORT','PSYCHIATRIC_ASSESSMENT','CHRONIC_SURGERY','BLOCKADE','FOOT_CHECK','SECOND_OPINION','RE_OPERATION','CPAP_TREATMENT','MEDICATION_FOLLOW_UP','TRIPARTITE_COUNSELLING','DEBRIEFING'));