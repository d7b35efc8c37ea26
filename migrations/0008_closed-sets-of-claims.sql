-- Nothing is released: the checks are tried on the rows of a test database only. On a large table of claims each takes an
-- ACCESS EXCLUSIVE lock for one pass over it.
ALTER TABLE "claim" ADD CONSTRAINT "claim_product_is_known" CHECK ("claim"."product" in ('OCCUPATIONAL','FLEX'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_cover_is_known" CHECK ("claim"."under" in ('BASE','A','B','C','E','F','H','K'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_mode_is_known" CHECK ("claim"."mode" in ('NETWORK','OWN_CHOICE'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_report_channel_is_known" CHECK ("claim"."reported_via" in ('ONLINE','PHONE'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_cause_is_known" CHECK ("claim"."work_related" in ('YES','NO','DOUBT'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_referral_is_known" CHECK ("claim"."referral_type" in ('GP','SPECIALIST','RECOMMENDATION'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_guarantee_outcome_is_known" CHECK ("claim"."guarantee_outcome" in ('RUNNING','PENDING','NONE'));--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_guarantee_class_is_known" CHECK ("claim"."guarantee_class" in ('NETWORK_10','SPECIALIST_10','FLEX_SPECIALIST_15','CRISIS_3H','NONE'));--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_is_known_to_the_rules" CHECK ("service"."code" in ('PHYSIOTHERAPY','GROUP_TRAINING','CHIROPRACTIC','REHABILITATION','GLAD','PSYCHOLOGIST','PSYCHOTHERAPIST','CHILD_MENTAL_PROGRAMME','COOL_KIDS','CHILLED','PSYCHIATRIST','CRISIS_COUNSELLING','SPECIALIST_EXAMINATION','SPECIALIST_TREATMENT','DIAGNOSTIC_IMAGING','FOLLOW_UP_CHECK','HEALTH_PROGRAMME','ACUPUNCTURE','REFLEXOLOGY','OSTEOPATHY','DIETICIAN','ADDICTION_TREATMENT','MASSAGE','SHOCKWAVE','PODIATRY','CHRONIC_PSYCH_SUPPORT','PSYCHIATRIC_ASSESSMENT','CHRONIC_SURGERY','BLOCKADE'));