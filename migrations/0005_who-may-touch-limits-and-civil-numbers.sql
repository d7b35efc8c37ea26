-- All tables named here are new or small at this point; ALTER and REVOKE hold ACCESS EXCLUSIVE for an instant.
ALTER TABLE rate_bucket SET UNLOGGED;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rate_bucket','quota_use','token_revocation','legal_hold','erasure_journal','alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO gateway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON quota_use, token_revocation TO gateway_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON erasure_journal TO gateway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON legal_hold, alert TO gateway_app;
--> statement-breakpoint
CREATE POLICY rate_bucket_all ON rate_bucket FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
-- A clinic's limit counts what its colleagues used as well.
CREATE POLICY quota_use_read ON quota_use FOR SELECT USING (app_role() = 'WORKER' OR actor = app_subject() OR organisation = app_provider()::text);
--> statement-breakpoint
CREATE POLICY quota_use_insert ON quota_use FOR INSERT WITH CHECK (app_role() <> '' AND actor = app_subject());
--> statement-breakpoint
CREATE POLICY quota_use_sweep ON quota_use FOR DELETE USING (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY token_revocation_all ON token_revocation FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY legal_hold_all ON legal_hold FOR ALL USING (app_role() IN ('HEALTH_TEAM','WORKER')) WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER'));
--> statement-breakpoint
CREATE POLICY erasure_journal_all ON erasure_journal FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY alert_raise ON alert FOR INSERT WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
--> statement-breakpoint
CREATE POLICY alert_read ON alert FOR SELECT USING (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
CREATE POLICY alert_resolve ON alert FOR UPDATE USING (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
-- The one who asks takes from every bucket at once or from none; buckets restore their whole capacity in a minute. A
-- request dearer than a full bucket is let through when the bucket is full, and leaves a debt. No ON CONFLICT DO UPDATE:
-- before 15.20, 16.16, 17.12 and 18.7 that statement read past row-level security (CVE-2026-120154).
CREATE FUNCTION lease_tokens(keys text[], capacities float8[], needed float8, wanted float8, OUT granted float8, OUT available float8, OUT wait_seconds float8)
LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  balance float8;
  i int;
BEGIN
  available := 'infinity';
  wait_seconds := 0;
  FOR i IN 1 .. array_length(keys, 1) LOOP
    LOOP
      UPDATE rate_bucket SET tokens = least(capacities[i], tokens + greatest(0, extract(epoch FROM clock_timestamp() - filled_at)) * capacities[i] / 60), filled_at = clock_timestamp()
        WHERE key = keys[i] RETURNING tokens INTO balance;
      EXIT WHEN FOUND;
      INSERT INTO rate_bucket (key, tokens, filled_at) VALUES (keys[i], capacities[i], clock_timestamp()) ON CONFLICT DO NOTHING;
    END LOOP;
    available := least(available, balance);
    wait_seconds := greatest(wait_seconds, (least(needed, capacities[i]) - balance) * 60 / capacities[i]);
  END LOOP;
  granted := CASE WHEN wait_seconds > 0 THEN 0 ELSE greatest(needed, least(wanted, available)) END;
  UPDATE rate_bucket SET tokens = tokens - granted WHERE key = ANY (keys) AND granted > 0;
  available := available - granted;
END $$;
--> statement-breakpoint
-- Civil registration numbers have a role of their own: the application's usual role can neither read nor write them, so
-- that a hole in any other path does not lead to them. It is taken on for one transaction by the one file that shows them.
DO $$ BEGIN CREATE ROLE gateway_identity NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT gateway_identity TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gateway_identity;
--> statement-breakpoint
REVOKE SELECT, INSERT, UPDATE ON member, member_cpr FROM gateway_app;
--> statement-breakpoint
DO $$
DECLARE plain text;
BEGIN
  SELECT string_agg(quote_ident(column_name), ', ') INTO plain FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = 'member' AND column_name <> 'cpr_encrypted';
  EXECUTE format('GRANT SELECT (%1$s), INSERT (%1$s), UPDATE (%1$s) ON member TO gateway_app', plain);
END $$;
--> statement-breakpoint
GRANT SELECT ON member, booking, slot TO gateway_identity;
--> statement-breakpoint
GRANT UPDATE (cpr_encrypted, version) ON member TO gateway_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON member_cpr TO gateway_identity;
--> statement-breakpoint
GRANT INSERT ON audit_event, alert, quota_use TO gateway_identity;
--> statement-breakpoint
GRANT SELECT ON quota_use TO gateway_identity;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gateway_identity;
--> statement-breakpoint
-- Retention and erasure may remove what no act may: rows whose time is over, and what was decided about an erased person.
CREATE FUNCTION rows_go_only_when_their_time_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only';
END $$;
--> statement-breakpoint
DROP TRIGGER claim_event_is_append_only ON claim_event;
--> statement-breakpoint
DROP TRIGGER decision_is_append_only ON decision;
--> statement-breakpoint
DROP TRIGGER audit_event_is_append_only ON audit_event;
--> statement-breakpoint
CREATE TRIGGER claim_event_is_append_only BEFORE UPDATE OR DELETE ON claim_event FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
--> statement-breakpoint
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
--> statement-breakpoint
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
--> statement-breakpoint
GRANT DELETE ON claim_event, decision, consent, audit_event TO gateway_app;
--> statement-breakpoint
GRANT UPDATE (purged_at) ON audit_seal TO gateway_app;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['claim_event','decision','consent'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_retention ON %1$I FOR DELETE USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION')$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The access log is kept five years; not even the job can shorten that.
CREATE POLICY audit_event_retention ON audit_event FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION' AND at < now() - interval '5 years');
