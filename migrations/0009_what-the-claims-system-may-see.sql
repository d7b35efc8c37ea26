-- Settings of the rules are no secret: whoever is given a decision may know what it rests on. The table is new; ALTER holds ACCESS EXCLUSIVE for an instant.
ALTER TABLE rule_setting ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rule_setting FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON rule_setting TO gateway_app;
--> statement-breakpoint
CREATE POLICY rule_setting_read ON rule_setting FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY rule_setting_insert ON rule_setting FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER'));
--> statement-breakpoint
CREATE TRIGGER rule_setting_is_append_only BEFORE UPDATE OR DELETE ON rule_setting FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
-- The insurer's claims system reports and approves claims, so it must be able to read what a decision about them needs.
-- What of it leaves the gateway is narrower: its view of the API has no diagnosis, no referral and no name. CREATE POLICY
-- holds ACCESS EXCLUSIVE on its table for an instant.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['claim','claim_event','decision','consent','policy','member','treatment_usage','programme_usage'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_read_by_claims_system ON %1$I FOR SELECT USING (app_role() = 'INTEGRATION')$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Acts on a claim lock its member first; a lock asks for the right to update.
CREATE POLICY member_lock_by_claims_system ON member FOR UPDATE USING (app_role() = 'INTEGRATION');
