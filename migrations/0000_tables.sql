-- The product's clock: one for tables, policies, functions and statements (docs/decisions/0008-one-clock.md). It is the
-- machine's; a development database has another clock_now(). Without SET, so that the planner puts the body in place.
CREATE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT pg_catalog.now() $$;
--> statement-breakpoint
-- The day in Copenhagen.
CREATE FUNCTION clock_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (public.clock_now() AT TIME ZONE 'Europe/Copenhagen')::date
$$;
--> statement-breakpoint
-- As clock_now(), but inside a transaction it goes on: for rows that are told apart by when they were written.
CREATE FUNCTION clock_moment() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT pg_catalog.clock_timestamp() + (public.clock_now() - pg_catalog.now())
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION clock_now(), clock_today(), clock_moment() FROM PUBLIC;
--> statement-breakpoint
CREATE TABLE "accounting_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" date NOT NULL,
	"act" text NOT NULL,
	"reason" text,
	"state" text DEFAULT 'ASKED' NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (6) with time zone,
	CONSTRAINT "month_begins_on_its_first" CHECK (extract(day from "accounting_act"."month") = 1),
	CONSTRAINT "month_act_is_known" CHECK ("accounting_act"."act" in ('CLOSE','REOPEN')),
	CONSTRAINT "month_act_state_is_known" CHECK ("accounting_act"."state" in ('ASKED','DONE','REFUSED')),
	CONSTRAINT "month_is_reopened_for_a_reason" CHECK (("accounting_act"."act" = 'REOPEN') = ("accounting_act"."reason" is not null)),
	CONSTRAINT "month_act_has_four_eyes" CHECK ("accounting_act"."state" <> 'DONE' or "accounting_act"."decided_by" <> "accounting_act"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "booking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"slot_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"under" text NOT NULL,
	"session_number" integer NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"treated_on" date NOT NULL,
	"channel" text NOT NULL,
	"state" text DEFAULT 'CONFIRMED' NOT NULL,
	"standing" text,
	"latest_on" date,
	"quote" jsonb NOT NULL,
	"rate_id" uuid NOT NULL,
	"insurer_pays_minor" bigint NOT NULL,
	"member_pays_minor" bigint NOT NULL,
	"free_cancellation_until" timestamp (6) with time zone NOT NULL,
	"decision_id" uuid NOT NULL,
	"contacted_at" timestamp (6) with time zone,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"on_behalf_of" uuid,
	"override_reason" text,
	"chosen_because" text[] DEFAULT '{}' NOT NULL,
	"moved_to" uuid,
	"booked_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone,
	"end_reason" text,
	"confirmed_by_member" boolean,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "booking_reference_is_unique" UNIQUE("reference"),
	CONSTRAINT "booking_state_is_known" CHECK ("booking"."state" in ('CONFIRMED','ATTENDED','NO_SHOW','CANCELLED_IN_TIME','CANCELLED_LATE','CANCELLED_BY_PROVIDER','MOVED')),
	CONSTRAINT "booking_seat_is_positive" CHECK ("booking"."seat" >= 1)
);
--> statement-breakpoint
CREATE TABLE "programme_usage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"subject" text,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "treatment_usage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"booking_id" uuid,
	"service_code" text NOT NULL,
	"under" text NOT NULL,
	"mode" text NOT NULL,
	"year" integer NOT NULL,
	"treated_on" date NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "usage_is_one_per_booking" UNIQUE("booking_id"),
	CONSTRAINT "usage_state_is_known" CHECK ("treatment_usage"."state" in ('RESERVED','COUNTED','RELEASED'))
);
--> statement-breakpoint
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
CREATE TABLE "complaint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"denial_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"document_reference" text,
	"received_at" timestamp (6) with time zone NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"recorded_by" text NOT NULL,
	"denied_by" text NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (6) with time zone,
	"answer" text,
	CONSTRAINT "denial_is_complained_of_once" UNIQUE("denial_id"),
	CONSTRAINT "complaint_state_is_known" CHECK ("complaint"."state" in ('OPEN','UPHELD','REOPENED')),
	CONSTRAINT "complaint_is_answered_by_somebody_else" CHECK ("complaint"."answered_by" is null or "complaint"."answered_by" <> "complaint"."denied_by"),
	CONSTRAINT "complaint_is_answered_whole" CHECK (("complaint"."state" = 'OPEN') = ("complaint"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "cover_loss" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"booking_id" uuid,
	"reason" text NOT NULL,
	"found_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone,
	"ended_as" text,
	"ended_by" text,
	"note" text,
	CONSTRAINT "cover_loss_end_is_known" CHECK ("cover_loss"."ended_as" in ('RESTORED','HANDLED')),
	CONSTRAINT "cover_loss_is_ended_whole" CHECK (("cover_loss"."ended_at" is null) = ("cover_loss"."ended_as" is null))
);
--> statement-breakpoint
CREATE TABLE "denial" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reasons" jsonb NOT NULL,
	"note" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"complaint_until" date NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"document_reference" text NOT NULL,
	"referral_type" text,
	"issued_on" date,
	"treated_on" date,
	"bill_reference" text,
	"fee_minor" bigint,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (6) with time zone,
	"note" text,
	CONSTRAINT "submission_kind_is_known" CHECK ("submission"."kind" in ('REFERRAL','BILL')),
	CONSTRAINT "submission_state_is_known" CHECK ("submission"."state" in ('WAITING','ACCEPTED','REJECTED')),
	CONSTRAINT "submission_says_what_it_is" CHECK (case "submission"."kind" when 'REFERRAL' then "submission"."referral_type" is not null and "submission"."issued_on" is not null
      else "submission"."treated_on" is not null and "submission"."bill_reference" is not null and "submission"."fee_minor" > 0 end),
	CONSTRAINT "submission_is_decided_whole" CHECK (("submission"."state" = 'WAITING') = ("submission"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"member_id" uuid NOT NULL,
	"policy_id" uuid NOT NULL,
	"product" text NOT NULL,
	"under" text DEFAULT 'BASE' NOT NULL,
	"service_code" text NOT NULL,
	"mode" text DEFAULT 'NETWORK' NOT NULL,
	"state" text DEFAULT 'REPORTED' NOT NULL,
	"reported_via" text DEFAULT 'PHONE' NOT NULL,
	"manual_check" text[] DEFAULT '{}' NOT NULL,
	"received_at" timestamp (6) with time zone NOT NULL,
	"approved_at" timestamp (6) with time zone,
	"information_required" boolean DEFAULT false NOT NULL,
	"information_needs" text[] DEFAULT '{}' NOT NULL,
	"information_received_at" timestamp (6) with time zone,
	"information_approved_at" timestamp (6) with time zone,
	"work_related" text DEFAULT 'YES' NOT NULL,
	"cause" text,
	"condition_code" text NOT NULL,
	"condition_arose_on" date NOT NULL,
	"condition_diagnosed_on" date,
	"referral_type" text,
	"referral_issued_on" date,
	"referral_requested" boolean DEFAULT false NOT NULL,
	"primary_operation" text,
	"moved_at" timestamp (6) with time zone,
	"portion_authorised" integer,
	"portion_used" integer DEFAULT 0 NOT NULL,
	"flags" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"crisis" jsonb,
	"exceptions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"wishes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"medical_decisions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"guarantee_outcome" text DEFAULT 'PENDING' NOT NULL,
	"guarantee_class" text DEFAULT 'NONE' NOT NULL,
	"clock_start_on" date,
	"first_target_on" date,
	"target_on" date,
	"latest_on" date,
	"deadline_at" timestamp (6) with time zone,
	"promise_state" text DEFAULT 'NONE' NOT NULL,
	"promise_changed_at" timestamp (6) with time zone,
	"breached_at" timestamp (6) with time zone,
	"certificate" jsonb,
	"first_booking_id" uuid,
	"handled_by" text,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_reference_is_unique" UNIQUE("reference"),
	CONSTRAINT "claim_state_is_known" CHECK ("claim"."state" in ('REPORTED','AWAITING_INFORMATION','APPROVED','IN_TREATMENT','COMPLETED','DENIED','ESCALATED','CLOSED')),
	CONSTRAINT "claim_product_is_known" CHECK ("claim"."product" in ('OCCUPATIONAL','FLEX')),
	CONSTRAINT "claim_cover_is_known" CHECK ("claim"."under" in ('BASE','A','B','C','E','F','H','K')),
	CONSTRAINT "claim_mode_is_known" CHECK ("claim"."mode" in ('NETWORK','OWN_CHOICE')),
	CONSTRAINT "claim_report_channel_is_known" CHECK ("claim"."reported_via" in ('ONLINE','PHONE')),
	CONSTRAINT "claim_cause_is_known" CHECK ("claim"."work_related" in ('YES','NO','DOUBT')),
	CONSTRAINT "claim_complaint_cause_is_known" CHECK ("claim"."cause" in ('NONE_OF_THESE','PROFESSIONAL_SPORT','SELF_INFLICTED','INTOXICATION','IMPLANT_OR_TATTOO','WAR_OR_TERROR','DISASTER_OR_STRIKE','EPIDEMIC')),
	CONSTRAINT "claim_primary_operation_is_known" CHECK ("claim"."primary_operation" in ('DESIGNATED','OTHER_PRIVATE','PUBLIC')),
	CONSTRAINT "claim_referral_is_known" CHECK ("claim"."referral_type" in ('GP','SPECIALIST','RECOMMENDATION')),
	CONSTRAINT "claim_guarantee_outcome_is_known" CHECK ("claim"."guarantee_outcome" in ('RUNNING','PENDING','NONE')),
	CONSTRAINT "claim_guarantee_class_is_known" CHECK ("claim"."guarantee_class" in ('NETWORK_10','SPECIALIST_10','FLEX_SPECIALIST_15','CRISIS_3H','NONE')),
	CONSTRAINT "claim_promise_state_is_known" CHECK ("claim"."promise_state" in ('NONE','SAFE','TIGHT','AT_RISK','BREACHED','MET')),
	CONSTRAINT "claim_portion_is_never_exceeded" CHECK ("claim"."portion_authorised" is null or "claim"."portion_used" <= "claim"."portion_authorised"),
	CONSTRAINT "claim_portion_used_is_not_negative" CHECK ("claim"."portion_used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "claim_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"claim_id" uuid,
	"member_id" uuid,
	"booking_id" uuid,
	"rule_version" text NOT NULL,
	"settings" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"decided_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "decision_kind_is_known" CHECK ("decision"."kind" in ('GUARANTEE','COVERAGE','PRICE'))
);
--> statement-breakpoint
CREATE TABLE "rule_setting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"valid_from" timestamp (6) with time zone NOT NULL,
	"settings" jsonb NOT NULL,
	"source" text NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "rule_setting_version_is_its_own" UNIQUE("version"),
	CONSTRAINT "rule_setting_starts_once" UNIQUE("valid_from"),
	CONSTRAINT "rule_setting_has_four_eyes" CHECK ("rule_setting"."approved_by" <> "rule_setting"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "client_document" (
	"manifest_id" uuid NOT NULL,
	"document_id" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "client_document_manifest_id_document_id_pk" PRIMARY KEY("manifest_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "client_manifest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"release" text NOT NULL,
	"role" text NOT NULL,
	"ends_on" date NOT NULL,
	"registered_by" text NOT NULL,
	"registered_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "client_manifest_is_of_somebody" CHECK ("client_manifest"."owner" <> '' and "client_manifest"."release" <> '' and "client_manifest"."role" <> 'WORKER')
);
--> statement-breakpoint
CREATE TABLE "account_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"registration_number" text NOT NULL,
	"account_number" text NOT NULL,
	"iban" text,
	"state" text DEFAULT 'STATED' NOT NULL,
	"stated_by" text NOT NULL,
	"stated_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"applies_at" timestamp (6) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (6) with time zone,
	"called_number" text,
	"reason" text,
	"in_force_at" timestamp (6) with time zone,
	CONSTRAINT "account_change_state_is_known" CHECK ("account_change"."state" in ('STATED','CONFIRMED','IN_FORCE','REFUSED','REPLACED')),
	CONSTRAINT "account_change_has_four_eyes" CHECK ("account_change"."state" not in ('CONFIRMED','IN_FORCE') or "account_change"."decided_by" <> "account_change"."stated_by"),
	CONSTRAINT "account_change_is_decided_by_somebody" CHECK ("account_change"."state" in ('STATED','REPLACED') or "account_change"."decided_by" is not null),
	CONSTRAINT "account_change_waits" CHECK ("account_change"."in_force_at" is null or "account_change"."in_force_at" >= "account_change"."applies_at")
);
--> statement-breakpoint
CREATE TABLE "clinic" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"p_number" text NOT NULL,
	"sor_id" text,
	"gln" text,
	"address" text NOT NULL,
	"postnr" text NOT NULL,
	"town" text NOT NULL,
	"kommune_code" text,
	"region_code" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"pos" "point" NOT NULL,
	"place_precision" text DEFAULT 'POSTAL_CODE' NOT NULL,
	"phone" text,
	"email" text,
	"video_url" text,
	"way_in" text,
	"accessibility" text[] DEFAULT '{}' NOT NULL,
	"suspended" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"languages" text[] DEFAULT '{da}' NOT NULL,
	"treats_children" boolean DEFAULT true NOT NULL,
	"cancellation_hours" integer,
	"allows_overlap" boolean DEFAULT false NOT NULL,
	"practice_system" text,
	"closes_on_bank_days" boolean DEFAULT false NOT NULL,
	"last_synced_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clinic_external_id_is_unique" UNIQUE("external_id"),
	CONSTRAINT "clinic_p_number_is_unique" UNIQUE("p_number"),
	CONSTRAINT "clinic_place_precision_is_known" CHECK ("clinic"."place_precision" in ('GIVEN','STREET','POSTAL_CODE'))
);
--> statement-breakpoint
CREATE TABLE "clinic_service" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"service_bit" integer NOT NULL,
	"pos" "point" NOT NULL,
	"channels" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"treats_children" boolean NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "clinic_offers_a_service_once" UNIQUE("clinic_id","service_code")
);
--> statement-breakpoint
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
	"agreed" "tstzmultirange" NOT NULL,
	"publicly_agreed" text NOT NULL,
	"card" text NOT NULL,
	"first_rates" text NOT NULL,
	"follow_up_rates" text NOT NULL,
	"mark" bigint GENERATED ALWAYS AS (hashtextextended(clinic_id::text || service_bit::text || publicly_agreed || card || first_rates || follow_up_rates, 0)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practitioner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text,
	"given_names" text NOT NULL,
	"family_name" text NOT NULL,
	"gender" text NOT NULL,
	"authorisation_id" text NOT NULL,
	"profession" text NOT NULL,
	"languages" text[] DEFAULT '{da}' NOT NULL,
	"treats_children" boolean DEFAULT true NOT NULL,
	"video_url" text,
	"authorised" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"rab_approved" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"suspended" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practitioner_external_id_is_unique" UNIQUE("external_id"),
	CONSTRAINT "practitioner_authorisation_is_unique" UNIQUE("authorisation_id"),
	CONSTRAINT "practitioner_is_not_merged_into_itself" CHECK ("practitioner"."merged_into" <> "practitioner"."id")
);
--> statement-breakpoint
CREATE TABLE "practitioner_clinic" (
	"practitioner_id" uuid NOT NULL,
	"clinic_id" uuid NOT NULL,
	CONSTRAINT "practitioner_clinic_practitioner_id_clinic_id_pk" PRIMARY KEY("practitioner_id","clinic_id")
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" uuid PRIMARY KEY NOT NULL,
	"external_id" text,
	"legal_name" text NOT NULL,
	"cvr" text NOT NULL,
	"kind" text NOT NULL,
	"agreed" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"publicly_agreed" datemultirange DEFAULT '{}'::datemultirange NOT NULL,
	"successor_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"address" text,
	CONSTRAINT "provider_external_id_is_unique" UNIQUE("external_id"),
	CONSTRAINT "provider_cvr_is_unique" UNIQUE("cvr"),
	CONSTRAINT "provider_does_not_succeed_itself" CHECK ("provider"."successor_id" <> "provider"."id")
);
--> statement-breakpoint
CREATE TABLE "provider_account" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"registration_number" text NOT NULL,
	"account_number" text NOT NULL,
	"iban" text,
	"changed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"blocked_at" timestamp (6) with time zone,
	"blocked_reason" text
);
--> statement-breakpoint
CREATE TABLE "event" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"published_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"trace_id" text,
	"provider_id" uuid,
	CONSTRAINT "event_is_told_once" UNIQUE("id")
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
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"claim_id" uuid,
	"given_by" uuid NOT NULL,
	"purpose" text NOT NULL,
	"text_version" text NOT NULL,
	"assurance" text NOT NULL,
	"given_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"withdrawn_on" date,
	"replaced_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardianship" (
	"guardian_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"ended_on" date,
	"restricted_at" timestamp (6) with time zone,
	CONSTRAINT "guardianship_guardian_id_child_id_pk" PRIMARY KEY("guardian_id","child_id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identity_subject" text,
	"identity_bound_at" timestamp (6) with time zone,
	"external_key" text,
	"source_version" bigint,
	"family_id" uuid NOT NULL,
	"given_names" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"gender" text NOT NULL,
	"cpr_encrypted" "bytea",
	"address_line" text,
	"postnr" text,
	"lat" double precision,
	"lon" double precision,
	"protected_address" boolean DEFAULT false NOT NULL,
	"phone" text,
	"email" text,
	"residence" text DEFAULT 'DK' NOT NULL,
	"erased_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "member_identity_is_unique" UNIQUE("identity_subject"),
	CONSTRAINT "member_external_key_is_unique" UNIQUE("external_key")
);
--> statement-breakpoint
CREATE TABLE "member_cpr" (
	"blind_index" "bytea" PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"member_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"product" text NOT NULL,
	"role" text NOT NULL,
	"scheme" text NOT NULL,
	"cover_start" date NOT NULL,
	"cover_end" date,
	"seniority_from" date,
	"optional" text[] DEFAULT '{}' NOT NULL,
	"paid_through" date,
	"group_child_age" integer DEFAULT 24 NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"danmark_member" boolean DEFAULT false NOT NULL,
	"external_key" text,
	"source_version" bigint,
	"confirmed" boolean DEFAULT true NOT NULL,
	CONSTRAINT "policy_external_key_is_unique" UNIQUE("external_key"),
	CONSTRAINT "policy_product_is_known" CHECK ("policy"."product" in ('OCCUPATIONAL','FLEX')),
	CONSTRAINT "policy_role_is_known" CHECK ("policy"."role" in ('EMPLOYEE','POLICYHOLDER','SPOUSE','CHILD','GROUP_CHILD')),
	CONSTRAINT "policy_cover_is_a_period" CHECK ("policy"."cover_end" is null or "policy"."cover_end" >= "policy"."cover_start")
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
CREATE TABLE "credential" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"provider_id" uuid,
	"clinic_id" uuid,
	"practitioner_id" uuid,
	"subject_id" uuid GENERATED ALWAYS AS (coalesce(provider_id, clinic_id, practitioner_id)) STORED NOT NULL,
	"number" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"approved_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "credential_kind_is_known" CHECK ("credential"."kind" in ('AGREEMENT','PUBLIC_AGREEMENT','AUTHORISATION','RAB_APPROVAL','SUSPENSION','END')),
	CONSTRAINT "credential_is_a_period" CHECK ("credential"."valid_until" is null or "credential"."valid_until" > "credential"."valid_from"),
	CONSTRAINT "credential_has_one_subject" CHECK (num_nonnulls("credential"."provider_id", "credential"."clinic_id", "credential"."practitioner_id") = 1),
	CONSTRAINT "credential_fits_its_subject" CHECK (case when "credential"."kind" in ('AGREEMENT','PUBLIC_AGREEMENT') then "credential"."provider_id" is not null
        when "credential"."kind" in ('AUTHORISATION','RAB_APPROVAL') then "credential"."practitioner_id" is not null else true end),
	CONSTRAINT "credential_has_four_eyes" CHECK ("credential"."kind" in ('SUSPENSION','END') or ("credential"."approved_by" is not null and "credential"."approved_by" <> "credential"."recorded_by"))
);
--> statement-breakpoint
CREATE TABLE "network_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part" text NOT NULL,
	"part_id" uuid NOT NULL,
	"provider_id" uuid,
	"at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"operation" text NOT NULL,
	"version" integer NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "network_change_part_is_known" CHECK ("network_change"."part" in ('ORGANISATION','CLINIC','PRACTITIONER'))
);
--> statement-breakpoint
CREATE TABLE "network_ending" (
	"credential_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"openings" integer NOT NULL,
	"appointments" integer NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"escalated" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"lifted" boolean DEFAULT false NOT NULL,
	"opened_through" uuid,
	"changed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "network_ending_state_is_known" CHECK ("network_ending"."state" in ('CLOSING','OPENING','DONE'))
);
--> statement-breakpoint
CREATE TABLE "network_intake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part" text NOT NULL,
	"lines" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"inserted" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'RUNNING' NOT NULL,
	"proposal_id" uuid,
	"actor" text NOT NULL,
	"started_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"says" text NOT NULL,
	"changes" jsonb NOT NULL,
	"source" text NOT NULL,
	"state" text DEFAULT 'PROPOSED' NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proposal_kind_is_known" CHECK ("proposal"."kind" in ('CREDENTIALS','MOVE_CLINICS','MERGE_PRACTITIONERS','TARIFFS','PRICE_CAPS','WORKING_DAYS')),
	CONSTRAINT "proposal_state_is_known" CHECK ("proposal"."state" in ('PROPOSED','APPROVED','REJECTED')),
	CONSTRAINT "proposal_has_four_eyes" CHECK ("proposal"."decided_by" is null or "proposal"."decided_by" <> "proposal"."proposed_by"),
	CONSTRAINT "proposal_is_decided_by_somebody" CHECK (("proposal"."state" = 'PROPOSED') = ("proposal"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice" text NOT NULL,
	"cause" text NOT NULL,
	"booking_id" uuid,
	"claim_id" uuid,
	"payment_id" uuid,
	"member_id" uuid,
	"about_member_id" uuid,
	"clinic_id" uuid,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"due_at" timestamp (6) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"channel" text,
	"language" text,
	"template" integer,
	"facts" jsonb,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone,
	CONSTRAINT "notification_state_is_known" CHECK ("notification"."state" in ('WAITING','SENT','SKIPPED','FAILED')),
	CONSTRAINT "notification_has_one_receiver" CHECK (("notification"."member_id" is null) <> ("notification"."clinic_id" is null))
);
--> statement-breakpoint
CREATE TABLE "notification_choice" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"email" boolean NOT NULL,
	"sms" boolean NOT NULL,
	"language" text NOT NULL,
	"chosen_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "notification_choice_language_is_known" CHECK ("notification_choice"."language" in ('DA','EN'))
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (6) with time zone DEFAULT clock_moment() NOT NULL,
	"actor" text NOT NULL,
	"actor_role" text NOT NULL,
	"organisation" text,
	"assurance" text NOT NULL,
	"member_id" uuid,
	"purpose" text NOT NULL,
	"operation" text NOT NULL,
	"object" text,
	"object_id" uuid,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"outcome" text NOT NULL,
	"rule" text,
	"trace_id" text NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"through_seq" bigint PRIMARY KEY NOT NULL,
	"row_count" integer NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"purged_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"principal" text NOT NULL,
	"operation" text NOT NULL,
	"key" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"outcome" jsonb,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "idempotency_principal_operation_key_pk" PRIMARY KEY("principal","operation","key")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"set_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"started_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (6) with time zone,
	"turn" uuid,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"topic" text NOT NULL,
	"aggregate_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"trace_id" text DEFAULT nullif(current_setting('app.trace_id', true), ''),
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp (6) with time zone,
	"dead_at" timestamp (6) with time zone,
	"last_error" text,
	"written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "outbox_id_is_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "agreed_rate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"session" text NOT NULL,
	"channel" text DEFAULT 'ANY' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"retroactive" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'PROPOSED' NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (6) with time zone,
	"used_at" timestamp (6) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rate_amount_is_positive" CHECK ("agreed_rate"."amount_minor" > 0),
	CONSTRAINT "rate_session_is_known" CHECK ("agreed_rate"."session" in ('FIRST','FOLLOW_UP')),
	CONSTRAINT "rate_state_is_known" CHECK ("agreed_rate"."state" in ('PROPOSED','APPROVED','REJECTED')),
	CONSTRAINT "rate_has_four_eyes" CHECK ("agreed_rate"."approved_by" is null or "agreed_rate"."approved_by" <> "agreed_rate"."proposed_by"),
	CONSTRAINT "rate_validity_is_a_period" CHECK ("agreed_rate"."valid_until" is null or "agreed_rate"."valid_until" > "agreed_rate"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "price_cap" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"source" text NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "price_cap_of_a_rule_begins_once" UNIQUE("rule","valid_from"),
	CONSTRAINT "price_cap_is_positive" CHECK ("price_cap"."amount_minor" > 0),
	CONSTRAINT "price_cap_has_four_eyes" CHECK ("price_cap"."approved_by" <> "price_cap"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "postal_code" (
	"postnr" text PRIMARY KEY NOT NULL,
	"town" text NOT NULL,
	"kind" text NOT NULL,
	"kommune_code" text,
	"kommune_name" text,
	"region_code" text,
	"region_name" text,
	"lat" double precision,
	"lon" double precision
);
--> statement-breakpoint
CREATE TABLE "public_tariff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_code" text NOT NULL,
	"session" text NOT NULL,
	"full_fee_minor" bigint NOT NULL,
	"public_share_minor" bigint NOT NULL,
	"patient_share_minor" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"evidence" text NOT NULL,
	CONSTRAINT "tariff_session_is_known" CHECK ("public_tariff"."session" in ('FIRST','FOLLOW_UP'))
);
--> statement-breakpoint
CREATE TABLE "service" (
	"code" text PRIMARY KEY NOT NULL,
	"bit" smallint NOT NULL,
	"name_en" text NOT NULL,
	"name_da" text NOT NULL,
	"radius_km" integer NOT NULL,
	"first_minutes" integer NOT NULL,
	"follow_up_minutes" integer NOT NULL,
	CONSTRAINT "service_bit_is_unique" UNIQUE("bit"),
	CONSTRAINT "service_is_known_to_the_rules" CHECK ("service"."code" in ('PHYSIOTHERAPY','GROUP_TRAINING','CHIROPRACTIC','REHABILITATION','GLAD','PSYCHOLOGIST','PSYCHOTHERAPIST','CHILD_MENTAL_PROGRAMME','COOL_KIDS','CHILLED','PSYCHIATRIST','CRISIS_COUNSELLING','SPECIALIST_EXAMINATION','SPECIALIST_TREATMENT','DIAGNOSTIC_IMAGING','FOLLOW_UP_CHECK','HEALTH_PROGRAMME','ACUPUNCTURE','REFLEXOLOGY','OSTEOPATHY','DIETICIAN','ADDICTION_TREATMENT','MASSAGE','SHOCKWAVE','PODIATRY','CHRONIC_PSYCH_SUPPORT','PSYCHIATRIC_ASSESSMENT','CHRONIC_SURGERY','BLOCKADE','FOOT_CHECK','SECOND_OPINION','RE_OPERATION','CPAP_TREATMENT','MEDICATION_FOLLOW_UP','TRIPARTITE_COUNSELLING','DEBRIEFING'))
);
--> statement-breakpoint
CREATE TABLE "kept_scenario" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scenario" jsonb NOT NULL,
	"kept_by" text NOT NULL,
	"kept_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"dropped_at" timestamp (6) with time zone,
	CONSTRAINT "kept_scenario_has_a_name" CHECK (length("kept_scenario"."name") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"resolved_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "erasure_journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"erased_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"requested_by" text NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "erasure_is_journalled_once" UNIQUE("member_id")
);
--> statement-breakpoint
CREATE TABLE "erasure_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"state" text DEFAULT 'REQUESTED' NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (6) with time zone,
	CONSTRAINT "erasure_request_state_is_known" CHECK ("erasure_request"."state" in ('REQUESTED','CARRIED_OUT')),
	CONSTRAINT "erasure_takes_two_persons" CHECK ("erasure_request"."approved_by" is null or "erasure_request"."approved_by" <> "erasure_request"."requested_by"),
	CONSTRAINT "erasure_is_carried_out_by_somebody" CHECK (("erasure_request"."state" = 'CARRIED_OUT') = ("erasure_request"."approved_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" text NOT NULL,
	"placed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"lifted_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "quota_use" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quota" text NOT NULL,
	"actor" text NOT NULL,
	"organisation" text,
	"used_at" timestamp (6) with time zone DEFAULT clock_moment() NOT NULL
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
	"reason" text NOT NULL,
	"expires_at" timestamp (6) with time zone DEFAULT clock_timestamp() + interval '36 hours' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "used_proof" (
	"hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_session" (
	"hash" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"role" text NOT NULL,
	"cvr" text,
	"assurance" text NOT NULL,
	"may_be" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"name" text NOT NULL,
	"signed_in_at" timestamp (6) with time zone NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"movement_id" uuid,
	"bank_reference" text DEFAULT '' NOT NULL,
	"reason" text,
	"booked_on" date,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_exception" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"details" jsonb NOT NULL,
	"payment_ids" uuid[] DEFAULT '{}' NOT NULL,
	"amount_minor" bigint DEFAULT 0 NOT NULL,
	"resolution" text,
	"against_id" uuid,
	"owner_id" uuid,
	"proposed_by" text,
	"proposed_at" timestamp (6) with time zone,
	"resolved_by" text,
	"resolved_at" timestamp (6) with time zone,
	CONSTRAINT "bank_exception_is_listed_once" UNIQUE("fingerprint"),
	CONSTRAINT "exception_is_resolved_with_a_finding" CHECK ("bank_exception"."resolved_at" is null or "bank_exception"."resolution" is not null),
	CONSTRAINT "exception_has_four_eyes" CHECK ("bank_exception"."proposed_by" is null or "bank_exception"."resolved_by" is null or "bank_exception"."proposed_by" <> "bank_exception"."resolved_by"),
	CONSTRAINT "money_is_resolved_by_two" CHECK ("bank_exception"."amount_minor" = 0 or "bank_exception"."resolved_at" is null or "bank_exception"."proposed_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "bank_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"kind" text NOT NULL,
	"message_id" text NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"line_count" integer NOT NULL,
	CONSTRAINT "bank_file_is_read_once" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "bank_import" (
	"sha256" text PRIMARY KEY NOT NULL,
	"imported_by" text NOT NULL,
	"phase" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"said_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "import_phase_is_known" CHECK ("bank_import"."phase" in ('READING','WAITING','ENTERING','DONE','REFUSED')),
	CONSTRAINT "import_is_done_in_part_or_whole" CHECK ("bank_import"."done" between 0 and "bank_import"."total")
);
--> statement-breakpoint
CREATE TABLE "bank_movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"statement_id" uuid,
	"amount_minor" bigint NOT NULL,
	"booked_on" date,
	"reference" text NOT NULL,
	"transaction_reference" text NOT NULL,
	"entry_reference" text NOT NULL,
	"meaning" text NOT NULL,
	"exception_id" uuid,
	CONSTRAINT "movement_is_some_money" CHECK ("bank_movement"."amount_minor" <> 0),
	CONSTRAINT "movement_is_understood_or_listed" CHECK (("bank_movement"."meaning" = 'UNEXPLAINED') = ("bank_movement"."exception_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "bank_statement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"place" text NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"left_alone" text,
	"statement_reference" text NOT NULL,
	"opening_minor" bigint,
	"opening_on" date,
	"closing_minor" bigint,
	"closing_on" date,
	"entry_count" integer NOT NULL,
	"moved_minor" bigint,
	"opens_book" boolean DEFAULT false NOT NULL,
	CONSTRAINT "statement_has_both_balances_or_none" CHECK (("bank_statement"."opening_minor" is null) = ("bank_statement"."closing_minor" is null)),
	CONSTRAINT "balance_has_its_day" CHECK (("bank_statement"."closing_minor" is null) = ("bank_statement"."closing_on" is null))
);
--> statement-breakpoint
CREATE TABLE "dispute_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"finding" text NOT NULL,
	"came_at" timestamp (6) with time zone,
	"left_at" timestamp (6) with time zone,
	"practitioner_id" uuid,
	"in_record" boolean,
	"words" text,
	"answered_by" text NOT NULL,
	"answered_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "dispute_finding_is_known" CHECK ("dispute_answer"."finding" in ('TREATED_AS_BOOKED','TREATED_IN_PART','OTHER_SERVICE_GIVEN','NOT_TREATED')),
	CONSTRAINT "whoever_leaves_has_come" CHECK ("dispute_answer"."left_at" is null or ("dispute_answer"."came_at" is not null and "dispute_answer"."left_at" > "dispute_answer"."came_at")),
	CONSTRAINT "words_of_an_answer_are_some" CHECK (length("dispute_answer"."words") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"booking_id" uuid,
	"line_id" uuid,
	"payment_id" uuid,
	"resolves_id" uuid,
	"corrects_id" uuid,
	"reason" text,
	"effective_on" date NOT NULL,
	"accounted_on" date DEFAULT clock_today() NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "ledger_pending_is_resolved_once" UNIQUE("resolves_id"),
	CONSTRAINT "ledger_status_is_known" CHECK ("ledger_entry"."status" in ('PENDING','POSTED','VOIDED'))
);
--> statement-breakpoint
CREATE TABLE "payment_delivery" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"delivered_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"place" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"file_name" text NOT NULL,
	"payment_count" integer NOT NULL,
	"total_minor" bigint NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"civil_numbers" boolean DEFAULT false NOT NULL,
	"exported_by" text NOT NULL,
	"exported_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "payment_file_has_an_id_of_its_own" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "payout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reimbursement_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"decided_on" date NOT NULL,
	"state" text DEFAULT 'READY' NOT NULL,
	"payment_id" uuid,
	"tried_payment_ids" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "bill_is_paid_out_once" UNIQUE("reimbursement_id"),
	CONSTRAINT "payout_is_more_than_nothing" CHECK ("payout"."amount_minor" > 0),
	CONSTRAINT "payout_state_is_known" CHECK ("payout"."state" in ('READY','STOPPED','BATCHED','SENT','ACCEPTED','PAID','PAID_ELSEWHERE')),
	CONSTRAINT "payout_is_paid_through_a_payment" CHECK (("payout"."state" in ('READY','STOPPED','PAID_ELSEWHERE')) = ("payout"."payment_id" is null))
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"account" text NOT NULL,
	"owner_id" uuid,
	"amount_minor" bigint NOT NULL,
	"currency" text DEFAULT 'DKK' NOT NULL,
	CONSTRAINT "posting_account_is_known" CHECK ("posting"."account" in ('CLINIC_PAYABLE','INSURER_EXPENSE','DANMARK_RECEIVABLE','MEMBER_PAYABLE','MEMBER_RECEIVABLE','CLINIC_RECEIVABLE','BANK_IN_TRANSIT','BANK','SUSPENSE','BANK_CHARGES','BANK_INTEREST','OTHER_BUSINESS')),
	CONSTRAINT "posting_is_in_kroner" CHECK ("posting"."currency" = 'DKK')
);
--> statement-breakpoint
CREATE TABLE "provider_receivable" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"provider_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"repaid_minor" bigint DEFAULT 0 NOT NULL,
	"demanded_on" date NOT NULL,
	"demanded_by" text NOT NULL,
	"instalments" jsonb NOT NULL,
	"transferred_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "receivable_reference_is_unique" UNIQUE("reference"),
	CONSTRAINT "payment_is_claimed_once" UNIQUE("payment_id"),
	CONSTRAINT "receivable_is_more_than_nothing" CHECK ("provider_receivable"."amount_minor" > 0),
	CONSTRAINT "receivable_is_repaid_once" CHECK ("provider_receivable"."repaid_minor" between 0 and "provider_receivable"."amount_minor"),
	CONSTRAINT "receivable_is_transferred_by_another" CHECK ("provider_receivable"."transferred_by" is null or "provider_receivable"."transferred_by" <> "provider_receivable"."demanded_by")
);
--> statement-breakpoint
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
	"bill_key" text NOT NULL,
	"usage_id" uuid,
	"fee_minor" bigint NOT NULL,
	"reimbursed_minor" bigint NOT NULL,
	"member_pays_minor" bigint NOT NULL,
	"danmark_minor" bigint NOT NULL,
	"reasons" jsonb NOT NULL,
	"decision_id" uuid NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "treatment_is_billed_once" UNIQUE("usage_id"),
	CONSTRAINT "reimbursement_is_not_negative" CHECK ("reimbursement"."reimbursed_minor" >= 0),
	CONSTRAINT "reimbursement_is_within_the_fee" CHECK ("reimbursement"."reimbursed_minor" <= "reimbursement"."fee_minor"),
	CONSTRAINT "reimbursement_is_for_a_counted_treatment" CHECK ("reimbursement"."reimbursed_minor" = 0 or "reimbursement"."usage_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "self_bill" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"issued_on" date NOT NULL,
	"seller_name" text NOT NULL,
	"seller_cvr" text NOT NULL,
	"seller_address" text NOT NULL,
	"buyer_name" text NOT NULL,
	"buyer_cvr" text NOT NULL,
	"buyer_address" text NOT NULL,
	"accepted_on" date,
	"total_minor" bigint NOT NULL,
	"line_count" integer NOT NULL,
	CONSTRAINT "self_bill_number_is_unique" UNIQUE("number"),
	CONSTRAINT "self_bill_kind_is_known" CHECK ("self_bill"."kind" in ('INVOICE','CREDIT_NOTE')),
	CONSTRAINT "credit_note_takes_back" CHECK (("self_bill"."kind" = 'CREDIT_NOTE') = ("self_bill"."total_minor" < 0))
);
--> statement-breakpoint
CREATE TABLE "self_bill_line" (
	"line_id" uuid PRIMARY KEY NOT NULL,
	"self_bill_id" uuid NOT NULL,
	"booking_reference" text NOT NULL,
	"service_code" text NOT NULL,
	"reason" text,
	"corrects_number" text,
	"delivered_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"vat" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "self_billing_agreement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"text_version" text NOT NULL,
	"accepted_on" date NOT NULL,
	"accepted_by" text NOT NULL,
	"recorded_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_attempt" (
	"line_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"payment_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"ended_as" text NOT NULL,
	"ended_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "settlement_attempt_line_id_attempt_pk" PRIMARY KEY("line_id","attempt"),
	CONSTRAINT "attempt_end_is_known" CHECK ("settlement_attempt"."ended_as" in ('REJECTED','RETURNED'))
);
--> statement-breakpoint
CREATE TABLE "settlement_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"state" text DEFAULT 'CLOSED' NOT NULL,
	"pays" text DEFAULT 'CLINICS' NOT NULL,
	"through_on" date NOT NULL,
	"execution_on" date NOT NULL,
	"line_count" integer NOT NULL,
	"payment_count" integer NOT NULL,
	"total_minor" bigint NOT NULL,
	"closed_by" text NOT NULL,
	"closed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (6) with time zone,
	"approved_sha256" text,
	"exported_at" timestamp (6) with time zone,
	"changed_by" text,
	"changed_at" timestamp (6) with time zone,
	"change_reason" text,
	CONSTRAINT "batch_reference_is_unique" UNIQUE("reference"),
	CONSTRAINT "batch_state_is_known" CHECK ("settlement_batch"."state" in ('GATHERING','CLOSED','APPROVED','SENT','REJECTED')),
	CONSTRAINT "batch_pays_somebody_known" CHECK ("settlement_batch"."pays" in ('CLINICS','MEMBERS')),
	CONSTRAINT "batch_has_four_eyes" CHECK ("settlement_batch"."approved_by" is null or ("settlement_batch"."approved_by" <> "settlement_batch"."closed_by" and "settlement_batch"."approved_by" is distinct from "settlement_batch"."changed_by")),
	CONSTRAINT "batch_is_rejected_by_another" CHECK ("settlement_batch"."state" <> 'REJECTED' or "settlement_batch"."changed_by" <> "settlement_batch"."closed_by")
);
--> statement-breakpoint
CREATE TABLE "settlement_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"clinic_id" uuid NOT NULL,
	"kind" text DEFAULT 'TREATMENT' NOT NULL,
	"corrects_id" uuid,
	"amount_minor" bigint NOT NULL,
	"treated_on" date NOT NULL,
	"state" text DEFAULT 'READY' NOT NULL,
	"reason" text,
	"ready_at" timestamp (6) with time zone NOT NULL,
	"payment_id" uuid,
	"attempt" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "line_state_is_known" CHECK ("settlement_line"."state" in ('READY','DISPUTED','BATCHED','SENT','ACCEPTED','PAID','NETTED')),
	CONSTRAINT "line_kind_is_known" CHECK ("settlement_line"."kind" in ('TREATMENT','CORRECTION')),
	CONSTRAINT "line_is_paid_through_a_payment" CHECK (("settlement_line"."state" in ('READY','DISPUTED')) = ("settlement_line"."payment_id" is null))
);
--> statement-breakpoint
CREATE TABLE "settlement_payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid,
	"provider_id" uuid,
	"member_id" uuid,
	"end_to_end_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"file" integer DEFAULT 1 NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'BATCHED' NOT NULL,
	"state_reason" text,
	"expected_on" date NOT NULL,
	"paid_on" date,
	"payee_name" text,
	"registration_number" text,
	"account_number" text,
	"iban" text,
	"nem_konto" text,
	"claimed_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payment_end_to_end_id_is_unique" UNIQUE("end_to_end_id"),
	CONSTRAINT "payment_has_its_batch" CHECK ("settlement_payment"."batch_id" is not null or "settlement_payment"."state" = 'NETTED'),
	CONSTRAINT "payment_claims_where_nothing_is_paid" CHECK ("settlement_payment"."claimed_minor" >= 0 and ("settlement_payment"."claimed_minor" = 0 or "settlement_payment"."amount_minor" = 0)),
	CONSTRAINT "payment_has_a_whole_account_or_none" CHECK (("settlement_payment"."registration_number" is null) = ("settlement_payment"."account_number" is null)),
	CONSTRAINT "payment_goes_to_one_place" CHECK (num_nonnulls("settlement_payment"."account_number", "settlement_payment"."nem_konto", "settlement_payment"."member_id") = 1
        or ("settlement_payment"."amount_minor" = 0 and num_nonnulls("settlement_payment"."nem_konto", "settlement_payment"."member_id") = 0)),
	CONSTRAINT "payment_is_to_a_company_or_a_member" CHECK (num_nonnulls("settlement_payment"."provider_id", "settlement_payment"."member_id") = 1),
	CONSTRAINT "payment_names_its_company" CHECK (("settlement_payment"."payee_name" is null) = ("settlement_payment"."member_id" is not null)),
	CONSTRAINT "nem_konto_is_of_a_company" CHECK ("settlement_payment"."nem_konto" ~ '^[0-9]{8}$'),
	CONSTRAINT "payment_amount_is_not_negative" CHECK ("settlement_payment"."amount_minor" >= 0),
	CONSTRAINT "payment_state_is_known" CHECK ("settlement_payment"."state" in ('BATCHED','SENT','ACCEPTED','PAID','REJECTED','RETURNED','NETTED','WITHDRAWN')),
	CONSTRAINT "payment_of_nothing_is_netted" CHECK ("settlement_payment"."amount_minor" > 0 or "settlement_payment"."state" in ('BATCHED','NETTED','WITHDRAWN'))
);
--> statement-breakpoint
CREATE TABLE "settlement_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"line_count" integer NOT NULL,
	"total_minor" bigint NOT NULL,
	"raised_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"done_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "busy_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"as_of" timestamp (6) with time zone,
	"stale_after_minutes" integer NOT NULL,
	"busy" jsonb,
	"known_until" timestamp (6) with time zone,
	"unread" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"awaits_holds" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "busy_feed_stales_within_a_day" CHECK ("busy_feed"."stale_after_minutes" between 5 and 1440)
);
--> statement-breakpoint
CREATE TABLE "closure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"clinic_id" uuid,
	"practitioner_id" uuid,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"reason" text,
	"credential_id" uuid,
	"closed_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"opened_at" timestamp (6) with time zone,
	CONSTRAINT "closure_ends_after_it_starts" CHECK ("closure"."ends_at" > "closure"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slot_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"family_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"service_code" text NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"renewals" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "hold_state_is_known" CHECK ("hold"."state" in ('PENDING','CONFIRMED','RELEASED','EXPIRED')),
	CONSTRAINT "hold_is_renewed_at_most_once" CHECK ("hold"."renewals" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"definition" jsonb NOT NULL,
	"expanded_until" text,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"clinic_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"practitioner_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"ends_at" timestamp (6) with time zone NOT NULL,
	"service_mask" bigint NOT NULL,
	"channel" text NOT NULL,
	"audience" text NOT NULL,
	"languages" text[] NOT NULL,
	"funding" text NOT NULL,
	"capacity" integer NOT NULL,
	"booked" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp (6) with time zone,
	"cancellation_hours" integer,
	"on_call" boolean DEFAULT false NOT NULL,
	"overlap_allowed" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"offered" boolean DEFAULT true NOT NULL,
	"source" text DEFAULT 'API' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	CONSTRAINT "slot_ends_after_it_starts" CHECK ("slot"."ends_at" > "slot"."starts_at"),
	CONSTRAINT "slot_capacity_is_never_exceeded" CHECK ("slot"."booked" >= 0 and "slot"."booked" <= "slot"."capacity"),
	CONSTRAINT "slot_capacity_is_positive" CHECK ("slot"."capacity" between 1 and 500),
	CONSTRAINT "slot_state_is_known" CHECK ("slot"."state" in ('OPEN','WITHDRAWN')),
	CONSTRAINT "slot_is_open_only_while_offered" CHECK ("slot"."offered" or "slot"."state" = 'WITHDRAWN'),
	CONSTRAINT "slot_channel_is_known" CHECK ("slot"."channel" in ('IN_PERSON','ONLINE','PHONE')),
	CONSTRAINT "slot_audience_is_known" CHECK ("slot"."audience" in ('ADULT','CHILD','BOTH')),
	CONSTRAINT "slot_funding_is_known" CHECK ("slot"."funding" in ('PRIVATE','PUBLIC'))
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"provider_id" uuid,
	"position" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp (6) with time zone,
	"last_status" integer,
	"last_fault" text,
	"queued_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"ended_at" timestamp (6) with time zone,
	CONSTRAINT "webhook_delivery_state_is_known" CHECK ("webhook_delivery"."state" in ('WAITING','DELIVERED','GIVEN_UP'))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid,
	"url" "bytea" NOT NULL,
	"host" text NOT NULL,
	"topics" text[] NOT NULL,
	"secret" "bytea" NOT NULL,
	"former_secret" "bytea",
	"former_until" timestamp (6) with time zone,
	"state" text NOT NULL,
	"reason" text,
	"registered_by" text NOT NULL,
	"registered_at" timestamp (6) with time zone DEFAULT clock_now() NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (6) with time zone,
	"position" bigint NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp (6) with time zone,
	CONSTRAINT "webhook_state_is_known" CHECK ("webhook_endpoint"."state" in ('PROPOSED','ACTIVE','DISABLED')),
	CONSTRAINT "webhook_takes_two_persons" CHECK ("webhook_endpoint"."approved_by" is null or "webhook_endpoint"."approved_by" <> "webhook_endpoint"."registered_by"),
	CONSTRAINT "webhook_of_the_insurer_is_approved" CHECK ("webhook_endpoint"."state" <> 'ACTIVE' or "webhook_endpoint"."provider_id" is not null or "webhook_endpoint"."approved_by" is not null),
	CONSTRAINT "webhook_has_topics" CHECK (cardinality("webhook_endpoint"."topics") > 0)
);
--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_slot_id_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_usage" ADD CONSTRAINT "programme_usage_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treatment_usage" ADD CONSTRAINT "treatment_usage_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followed_source" ADD CONSTRAINT "followed_source_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_report" ADD CONSTRAINT "intake_report_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_report" ADD CONSTRAINT "intake_report_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_denial_id_denial_id_fk" FOREIGN KEY ("denial_id") REFERENCES "public"."denial"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_loss" ADD CONSTRAINT "cover_loss_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_loss" ADD CONSTRAINT "cover_loss_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denial" ADD CONSTRAINT "denial_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "designation" ADD CONSTRAINT "designation_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_event" ADD CONSTRAINT "claim_event_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_document" ADD CONSTRAINT "client_document_manifest_id_client_manifest_id_fk" FOREIGN KEY ("manifest_id") REFERENCES "public"."client_manifest"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_change" ADD CONSTRAINT "account_change_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic" ADD CONSTRAINT "clinic_postnr_postal_code_postnr_fk" FOREIGN KEY ("postnr") REFERENCES "public"."postal_code"("postnr") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_service" ADD CONSTRAINT "clinic_service_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_service" ADD CONSTRAINT "clinic_service_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_service" ADD CONSTRAINT "clinic_service_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner" ADD CONSTRAINT "practitioner_merged_into_practitioner_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_clinic" ADD CONSTRAINT "practitioner_clinic_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_clinic" ADD CONSTRAINT "practitioner_clinic_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_successor_id_provider_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_account" ADD CONSTRAINT "provider_account_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority" ADD CONSTRAINT "authority_representative_id_member_id_fk" FOREIGN KEY ("representative_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_guardian_id_member_id_fk" FOREIGN KEY ("guardian_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_child_id_member_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_cpr" ADD CONSTRAINT "member_cpr_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_withdrawal" ADD CONSTRAINT "policy_withdrawal_policy_id_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_ending" ADD CONSTRAINT "network_ending_credential_id_credential_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credential"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_intake" ADD CONSTRAINT "network_intake_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_about_member_id_member_id_fk" FOREIGN KEY ("about_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreed_rate" ADD CONSTRAINT "agreed_rate_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreed_rate" ADD CONSTRAINT "agreed_rate_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreed_rate" ADD CONSTRAINT "agreed_rate_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_tariff" ADD CONSTRAINT "public_tariff_service_code_service_code_fk" FOREIGN KEY ("service_code") REFERENCES "public"."service"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_event" ADD CONSTRAINT "bank_event_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_event" ADD CONSTRAINT "bank_event_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_event" ADD CONSTRAINT "bank_event_movement_id_bank_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."bank_movement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_exception" ADD CONSTRAINT "bank_exception_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_movement" ADD CONSTRAINT "bank_movement_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_movement" ADD CONSTRAINT "bank_movement_statement_id_bank_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."bank_statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_movement" ADD CONSTRAINT "bank_movement_exception_id_bank_exception_id_fk" FOREIGN KEY ("exception_id") REFERENCES "public"."bank_exception"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_answer" ADD CONSTRAINT "dispute_answer_line_id_settlement_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."settlement_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_answer" ADD CONSTRAINT "dispute_answer_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_answer" ADD CONSTRAINT "dispute_answer_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_delivery" ADD CONSTRAINT "payment_delivery_file_id_payment_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."payment_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_batch_id_settlement_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."settlement_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_reimbursement_id_reimbursement_id_fk" FOREIGN KEY ("reimbursement_id") REFERENCES "public"."reimbursement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_entry_id_ledger_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."ledger_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_receivable" ADD CONSTRAINT "provider_receivable_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_receivable" ADD CONSTRAINT "provider_receivable_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_usage_id_treatment_usage_id_fk" FOREIGN KEY ("usage_id") REFERENCES "public"."treatment_usage"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reimbursement" ADD CONSTRAINT "reimbursement_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_bill" ADD CONSTRAINT "self_bill_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_bill" ADD CONSTRAINT "self_bill_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_bill_line" ADD CONSTRAINT "self_bill_line_line_id_settlement_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."settlement_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_bill_line" ADD CONSTRAINT "self_bill_line_self_bill_id_self_bill_id_fk" FOREIGN KEY ("self_bill_id") REFERENCES "public"."self_bill"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_billing_agreement" ADD CONSTRAINT "self_billing_agreement_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_line_id_settlement_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."settlement_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_attempt" ADD CONSTRAINT "settlement_attempt_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_payment_id_settlement_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."settlement_payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_payment" ADD CONSTRAINT "settlement_payment_batch_id_settlement_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."settlement_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_payment" ADD CONSTRAINT "settlement_payment_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_payment" ADD CONSTRAINT "settlement_payment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_task" ADD CONSTRAINT "settlement_task_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "busy_feed" ADD CONSTRAINT "busy_feed_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_credential_id_credential_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credential"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_slot_id_slot_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot" ADD CONSTRAINT "slot_practitioner_id_practitioner_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_webhook_endpoint_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "month_act_is_one_at_a_time" ON "accounting_act" USING btree ("state") WHERE state = 'ASKED';--> statement-breakpoint
CREATE UNIQUE INDEX "booking_seat_is_taken_once" ON "booking" USING btree ("slot_id","seat") WHERE state in ('CONFIRMED','ATTENDED','NO_SHOW');--> statement-breakpoint
CREATE UNIQUE INDEX "booking_is_one_live_per_claim_and_start" ON "booking" USING btree ("claim_id","starts_at") WHERE state = 'CONFIRMED';--> statement-breakpoint
CREATE INDEX "booking_by_member" ON "booking" USING btree ("member_id","starts_at");--> statement-breakpoint
CREATE INDEX "booking_by_claim" ON "booking" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "booking_by_provider" ON "booking" USING btree ("provider_id","starts_at");--> statement-breakpoint
CREATE INDEX "booking_by_what_it_was_moved_to" ON "booking" USING btree ("moved_to") WHERE moved_to is not null;--> statement-breakpoint
CREATE INDEX "booking_by_clinic" ON "booking" USING btree ("clinic_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "programme_is_one_per_claim" ON "programme_usage" USING btree ("claim_id","service_code");--> statement-breakpoint
CREATE INDEX "programme_by_member" ON "programme_usage" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "usage_by_member" ON "treatment_usage" USING btree ("member_id","service_code") WHERE state <> 'RELEASED';--> statement-breakpoint
CREATE INDEX "usage_by_claim" ON "treatment_usage" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_secret_is_its_own" ON "calendar_feed" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "calendar_feed_by_member" ON "calendar_feed" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "calendar_feed_by_clinic" ON "calendar_feed" USING btree ("clinic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "followed_source_is_one_per_clinic_and_practitioner" ON "followed_source" USING btree ("clinic_id","kind",coalesce(practitioner_id, clinic_id));--> statement-breakpoint
CREATE INDEX "followed_source_due" ON "followed_source" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "intake_report_by_clinic" ON "intake_report" USING btree ("clinic_id","source","read_at");--> statement-breakpoint
CREATE INDEX "complaint_by_claim" ON "complaint" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "complaint_open" ON "complaint" USING btree ("due_on") WHERE state = 'OPEN';--> statement-breakpoint
CREATE UNIQUE INDEX "cover_loss_is_open_once" ON "cover_loss" USING btree (coalesce(booking_id, claim_id)) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "cover_loss_by_policy" ON "cover_loss" USING btree ("policy_id");--> statement-breakpoint
CREATE INDEX "denial_by_claim" ON "denial" USING btree ("claim_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "designation_is_one_in_force" ON "designation" USING btree ("claim_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "designation_by_claim" ON "designation" USING btree ("claim_id","designated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "status_report_is_asked_once" ON "status_report" USING btree ("claim_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "status_report_by_claim" ON "status_report" USING btree ("claim_id","asked_at");--> statement-breakpoint
CREATE INDEX "status_report_by_provider" ON "status_report" USING btree ("provider_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_is_of_one_document" ON "submission" USING btree ("claim_id","kind","document_reference");--> statement-breakpoint
CREATE INDEX "submission_waiting" ON "submission" USING btree ("submitted_at") WHERE state = 'WAITING';--> statement-breakpoint
CREATE INDEX "claim_by_member" ON "claim" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "claim_by_state" ON "claim" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "claim_promises_open" ON "claim" USING btree ("deadline_at") WHERE guarantee_outcome = 'RUNNING' and first_booking_id is null;--> statement-breakpoint
CREATE INDEX "claim_promises_watched" ON "claim" USING btree ("id") WHERE promise_state in ('SAFE','TIGHT','AT_RISK') or (guarantee_outcome = 'RUNNING' and promise_state = 'NONE');--> statement-breakpoint
CREATE INDEX "claim_event_by_claim" ON "claim_event" USING btree ("claim_id","at");--> statement-breakpoint
CREATE INDEX "decision_by_claim" ON "decision" USING btree ("claim_id","decided_at");--> statement-breakpoint
CREATE INDEX "client_document_by_id" ON "client_document" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_manifest_is_one_per_release" ON "client_manifest" USING btree ("owner","release","role");--> statement-breakpoint
CREATE INDEX "client_manifest_by_end" ON "client_manifest" USING btree ("ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "account_change_is_one_at_a_time" ON "account_change" USING btree ("provider_id") WHERE state in ('STATED','CONFIRMED');--> statement-breakpoint
CREATE INDEX "account_change_by_provider" ON "account_change" USING btree ("provider_id","stated_at");--> statement-breakpoint
CREATE INDEX "clinic_by_provider" ON "clinic" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "clinic_by_region" ON "clinic" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "listing_by_clinic" ON "listing" USING btree ("clinic_id");--> statement-breakpoint
CREATE INDEX "practitioner_merged" ON "practitioner" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "practitioner_clinic_by_clinic" ON "practitioner_clinic" USING btree ("clinic_id");--> statement-breakpoint
CREATE INDEX "event_by_provider" ON "event" USING btree ("provider_id","position");--> statement-breakpoint
CREATE INDEX "event_by_time" ON "event" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "authority_by_member" ON "authority" USING btree ("member_id","granted_at");--> statement-breakpoint
CREATE INDEX "authority_by_representative" ON "authority" USING btree ("representative_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "consent_by_member" ON "consent" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_is_one_live_per_claim" ON "consent" USING btree ("member_id","claim_id","purpose") WHERE withdrawn_on is null and replaced_by is null;--> statement-breakpoint
CREATE INDEX "member_by_family" ON "member" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "member_by_birth_date" ON "member" USING btree ("birth_date");--> statement-breakpoint
CREATE INDEX "member_by_phone" ON "member" USING btree (right(regexp_replace(phone, '[^0-9]', '', 'g'), 8));--> statement-breakpoint
CREATE INDEX "member_cpr_by_member" ON "member_cpr" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "policy_by_member" ON "policy" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "policy_withdrawal_by_day" ON "policy_withdrawal" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "network_change_of_part" ON "network_change" USING btree ("part_id","at");--> statement-breakpoint
CREATE INDEX "network_ending_to_do" ON "network_ending" USING btree ("credential_id") WHERE state <> 'DONE';--> statement-breakpoint
CREATE INDEX "proposal_by_state" ON "proposal" USING btree ("state","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_is_one_per_cause_and_receiver" ON "notification" USING btree ("notice","cause",coalesce(booking_id, claim_id, payment_id),coalesce(member_id, clinic_id));--> statement-breakpoint
CREATE INDEX "notification_due" ON "notification" USING btree ("due_at") WHERE state = 'WAITING';--> statement-breakpoint
CREATE INDEX "notification_by_member" ON "notification" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_by_person" ON "notification" USING btree ("about_member_id");--> statement-breakpoint
CREATE INDEX "notification_by_time" ON "notification" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_event_by_member" ON "audit_event" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_by_expiry" ON "idempotency" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("next_attempt_at") WHERE delivered_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting_by_aggregate" ON "outbox" USING btree ("aggregate_id","seq") WHERE delivered_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "rate_by_clinic" ON "agreed_rate" USING btree ("clinic_id","service_code","session","valid_from");--> statement-breakpoint
CREATE INDEX "public_tariff_by_service" ON "public_tariff" USING btree ("service_code","session","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "kept_scenario_has_a_name_of_its_own" ON "kept_scenario" USING btree ("name") WHERE "kept_scenario"."dropped_at" is null;--> statement-breakpoint
CREATE INDEX "alert_open" ON "alert" USING btree ("raised_at") WHERE resolved_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_is_requested_once" ON "erasure_request" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "legal_hold_by_member" ON "legal_hold" USING btree ("member_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "quota_use_by_actor" ON "quota_use" USING btree ("quota","actor","used_at");--> statement-breakpoint
CREATE INDEX "quota_use_by_organisation" ON "quota_use" USING btree ("quota","organisation","used_at");--> statement-breakpoint
CREATE INDEX "token_revocation_by_time" ON "token_revocation" USING btree ("revoked_at");--> statement-breakpoint
CREATE INDEX "used_proof_by_end" ON "used_proof" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "web_session_by_end" ON "web_session" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_event_counts_once" ON "bank_event" USING btree ("payment_id","kind");--> statement-breakpoint
CREATE INDEX "bank_event_by_movement" ON "bank_event" USING btree ("movement_id") WHERE movement_id is not null;--> statement-breakpoint
CREATE INDEX "bank_exception_open" ON "bank_exception" USING btree ("id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "bank_import_by_start" ON "bank_import" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "bank_movement_by_day" ON "bank_movement" USING btree ("booked_on");--> statement-breakpoint
CREATE INDEX "bank_movement_by_reference" ON "bank_movement" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "bank_movement_by_statement" ON "bank_movement" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "bank_movement_by_exception" ON "bank_movement" USING btree ("exception_id") WHERE exception_id is not null;--> statement-breakpoint
CREATE INDEX "bank_statement_by_file" ON "bank_statement" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "book_is_opened_once" ON "bank_statement" USING btree ("opens_book") WHERE opens_book;--> statement-breakpoint
CREATE INDEX "bank_statement_by_closing" ON "bank_statement" USING btree ("closing_on","id") WHERE closing_on is not null and left_alone is null;--> statement-breakpoint
CREATE INDEX "dispute_answer_by_line" ON "dispute_answer" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "dispute_answer_by_claim" ON "dispute_answer" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_booking" ON "ledger_entry" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_day" ON "ledger_entry" USING btree ("accounted_on");--> statement-breakpoint
CREATE INDEX "ledger_entry_by_payment" ON "ledger_entry" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_file_is_one_per_place" ON "payment_file" USING btree ("batch_id","place");--> statement-breakpoint
CREATE INDEX "payout_ready" ON "payout" USING btree ("decided_on","member_id") WHERE state = 'READY';--> statement-breakpoint
CREATE INDEX "payout_by_payment" ON "payout" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payout_by_member" ON "payout" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "posting_by_entry" ON "posting" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "posting_by_account" ON "posting" USING btree ("account","owner_id");--> statement-breakpoint
CREATE INDEX "receivable_by_provider" ON "provider_receivable" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bill_is_decided_once" ON "reimbursement" USING btree ("claim_id","treated_on","bill_key");--> statement-breakpoint
CREATE UNIQUE INDEX "bill_is_for_one_treatment" ON "reimbursement" USING btree ("member_id","treated_on","bill_key") WHERE "reimbursement"."usage_id" is not null;--> statement-breakpoint
CREATE INDEX "reimbursement_by_member" ON "reimbursement" USING btree ("member_id","service_code");--> statement-breakpoint
CREATE UNIQUE INDEX "self_bill_is_one_of_its_kind_per_payment" ON "self_bill" USING btree ("payment_id","kind");--> statement-breakpoint
CREATE INDEX "self_bill_by_provider" ON "self_bill" USING btree ("provider_id","number");--> statement-breakpoint
CREATE INDEX "self_bill_line_by_bill" ON "self_bill_line" USING btree ("self_bill_id");--> statement-breakpoint
CREATE INDEX "self_billing_agreement_by_provider" ON "self_billing_agreement" USING btree ("provider_id","recorded_at");--> statement-breakpoint
CREATE INDEX "attempt_by_payment" ON "settlement_attempt" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_batch_is_gathered" ON "settlement_batch" USING btree ("state") WHERE state = 'GATHERING';--> statement-breakpoint
CREATE UNIQUE INDEX "line_is_one_per_treatment" ON "settlement_line" USING btree ("booking_id") WHERE kind = 'TREATMENT';--> statement-breakpoint
CREATE INDEX "line_ready" ON "settlement_line" USING btree ("ready_at","provider_id") WHERE state = 'READY';--> statement-breakpoint
CREATE INDEX "line_by_provider" ON "settlement_line" USING btree ("provider_id","treated_on");--> statement-breakpoint
CREATE INDEX "line_by_payment" ON "settlement_line" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "line_by_correction" ON "settlement_line" USING btree ("corrects_id") WHERE corrects_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_is_one_per_provider_and_batch" ON "settlement_payment" USING btree ("batch_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_is_one_per_member_and_batch" ON "settlement_payment" USING btree ("batch_id","member_id");--> statement-breakpoint
CREATE INDEX "payment_by_provider" ON "settlement_payment" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "payment_by_member" ON "settlement_payment" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_task_is_raised_once" ON "settlement_task" USING btree ("provider_id") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "busy_feed_is_one_per_practitioner_and_clinic" ON "busy_feed" USING btree ("clinic_id","practitioner_id");--> statement-breakpoint
CREATE INDEX "closure_in_force" ON "closure" USING btree ("provider_id","ends_at") WHERE opened_at is null;--> statement-breakpoint
CREATE INDEX "closure_of_credential" ON "closure" USING btree ("credential_id") WHERE credential_id is not null;--> statement-breakpoint
CREATE INDEX "hold_live_by_slot" ON "hold" USING btree ("slot_id","expires_at") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "hold_live_by_member" ON "hold" USING btree ("member_id") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "hold_live_by_family" ON "hold" USING btree ("family_id") WHERE state = 'PENDING';--> statement-breakpoint
CREATE UNIQUE INDEX "hold_is_one_per_claim_and_service" ON "hold" USING btree ("claim_id","service_code") WHERE state = 'PENDING';--> statement-breakpoint
CREATE UNIQUE INDEX "slot_external_id_is_unique_per_clinic" ON "slot" USING btree ("clinic_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_delivery_is_one_per_event" ON "webhook_delivery" USING btree ("endpoint_id","position");--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery" USING btree ("endpoint_id","position") WHERE state = 'WAITING';--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting_by_subject" ON "webhook_delivery" USING btree ("endpoint_id","subject_id","position") WHERE state = 'WAITING';--> statement-breakpoint
CREATE INDEX "webhook_delivery_by_time" ON "webhook_delivery" USING btree ("queued_at");--> statement-breakpoint
CREATE INDEX "webhook_endpoint_by_provider" ON "webhook_endpoint" USING btree ("provider_id");