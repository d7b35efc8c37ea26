-- The application works as gateway_app, which owns nothing and bypasses nothing. The viewer is set per transaction:
-- app.role, app.subject, app.member_ids, app.provider_id. Without them no row of anybody is visible.
DO $$ BEGIN CREATE ROLE gateway_app NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT gateway_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gateway_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO gateway_app;
--> statement-breakpoint
GRANT DELETE ON hold, idempotency, outbox, schedule TO gateway_app;
--> statement-breakpoint
REVOKE UPDATE ON ledger_entry, posting, audit_event, audit_seal, claim_event, decision, bank_event, payment_file FROM gateway_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gateway_app;
--> statement-breakpoint
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT current_setting('app.role', true) $$;
--> statement-breakpoint
CREATE FUNCTION app_subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT current_setting('app.subject', true) $$;
--> statement-breakpoint
CREATE FUNCTION app_provider() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.provider_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_members() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(nullif(current_setting('app.member_ids', true), ''), '{}')::uuid[] $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['provider','provider_account','clinic','practitioner','practitioner_clinic','clinic_service','slot','hold','schedule',
    'member','member_cpr','guardianship','policy','consent','claim','claim_event','decision','booking','treatment_usage','programme_usage',
    'agreed_rate','ledger_entry','posting','settlement_batch','settlement_payment','settlement_line','payment_file','bank_file','bank_event',
    'bank_exception','idempotency','outbox','audit_event','audit_seal','job_run','installation']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The public directory: readable by everyone, written by its owner, the network manager and jobs.
CREATE POLICY provider_read ON provider FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY provider_write ON provider FOR ALL USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
CREATE POLICY provider_account_all ON provider_account FOR ALL
  USING (app_role() IN ('FINANCE','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('FINANCE','WORKER') OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY clinic_read ON clinic FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY clinic_write ON clinic FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY practitioner_read ON practitioner FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY practitioner_write ON practitioner FOR ALL USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
CREATE POLICY practitioner_clinic_read ON practitioner_clinic FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY practitioner_clinic_write ON practitioner_clinic FOR ALL USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
CREATE POLICY clinic_service_read ON clinic_service FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY clinic_service_write ON clinic_service FOR ALL USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
CREATE POLICY slot_read ON slot FOR SELECT USING (true);
--> statement-breakpoint
-- Members and the health team take and give back units; only the clinic itself makes, changes or withdraws openings.
CREATE POLICY slot_insert ON slot FOR INSERT
  WITH CHECK (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY slot_update ON slot FOR UPDATE
  USING (app_role() IN ('MEMBER','HEALTH_TEAM','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('MEMBER','HEALTH_TEAM','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY schedule_all ON schedule FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
-- A live hold takes a place for everyone: everyone may see that it exists (slot, expiry), through search only.
CREATE POLICY hold_read ON hold FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY hold_insert ON hold FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY hold_update ON hold FOR UPDATE USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY hold_delete ON hold FOR DELETE USING (app_role() = 'WORKER');
--> statement-breakpoint
-- Members: themselves, the health team, jobs; a clinic sees whom it treats, through its own bookings.
CREATE POLICY member_read ON member FOR SELECT USING (
  app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members()))
  OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
        SELECT 1 FROM booking b WHERE b.member_id = member.id AND b.provider_id = app_provider()
          AND (b.state = 'CONFIRMED' OR b.starts_at > now() - interval '30 days'))));
--> statement-breakpoint
CREATE POLICY member_write ON member FOR UPDATE USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY member_insert ON member FOR INSERT WITH CHECK (app_role() IN ('INTEGRATION','WORKER'));
--> statement-breakpoint
CREATE POLICY member_cpr_all ON member_cpr FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY guardianship_read ON guardianship FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND (guardian_id = ANY (app_members()) OR child_id = ANY (app_members()))));
--> statement-breakpoint
CREATE POLICY guardianship_write ON guardianship FOR INSERT WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY policy_read ON policy FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY policy_write ON policy FOR ALL USING (app_role() IN ('INTEGRATION','WORKER')) WITH CHECK (app_role() IN ('INTEGRATION','WORKER'));
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent','claim','claim_event','treatment_usage','programme_usage'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_read ON %1$I FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())))$p$, t);
    EXECUTE format($p$CREATE POLICY %1$s_insert ON %1$I FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER','INTEGRATION') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['consent','claim','treatment_usage','programme_usage'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_update ON %1$I FOR UPDATE USING (app_role() IN ('HEALTH_TEAM','WORKER','INTEGRATION') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A clinic records attendance: the treatment counts, the claim goes on, its history grows. It reads none of that.
CREATE POLICY treatment_usage_by_clinic ON treatment_usage FOR UPDATE USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (SELECT 1 FROM booking b WHERE b.id = treatment_usage.booking_id AND b.provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY treatment_usage_seen_by_clinic ON treatment_usage FOR SELECT USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (SELECT 1 FROM booking b WHERE b.id = treatment_usage.booking_id AND b.provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY decision_read ON decision FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY decision_insert ON decision FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER','INTEGRATION','CLINIC_STAFF','CLINIC_SYSTEM') OR (app_role() = 'MEMBER' AND (member_id IS NULL OR member_id = ANY (app_members()))));
--> statement-breakpoint
CREATE POLICY booking_read ON booking FOR SELECT USING (
  app_role() IN ('HEALTH_TEAM','FINANCE','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
  OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY booking_insert ON booking FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY booking_update ON booking FOR UPDATE USING (
  app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
  OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
-- A clinic never sees another's rates; members and the health team need them to be quoted.
CREATE POLICY agreed_rate_read ON agreed_rate FOR SELECT USING (
  app_role() IN ('MEMBER','HEALTH_TEAM','NETWORK_MANAGER','FINANCE','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY agreed_rate_insert ON agreed_rate FOR INSERT WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER') OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider() AND state = 'PROPOSED'));
--> statement-breakpoint
CREATE POLICY agreed_rate_update ON agreed_rate FOR UPDATE USING (app_role() IN ('MEMBER','HEALTH_TEAM','NETWORK_MANAGER','WORKER'));
--> statement-breakpoint
-- The book: written by the acts that move money, read by finance and jobs.
CREATE POLICY ledger_entry_read ON ledger_entry FOR SELECT USING (app_role() IN ('FINANCE','WORKER'));
--> statement-breakpoint
CREATE POLICY ledger_entry_insert ON ledger_entry FOR INSERT WITH CHECK (app_role() IN ('MEMBER','CLINIC_STAFF','CLINIC_SYSTEM','HEALTH_TEAM','FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
CREATE POLICY posting_read ON posting FOR SELECT USING (app_role() IN ('FINANCE','WORKER'));
--> statement-breakpoint
CREATE POLICY posting_insert ON posting FOR INSERT WITH CHECK (app_role() IN ('MEMBER','CLINIC_STAFF','CLINIC_SYSTEM','HEALTH_TEAM','FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
CREATE POLICY settlement_batch_all ON settlement_batch FOR ALL USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')) WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
CREATE POLICY settlement_payment_read ON settlement_payment FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY settlement_payment_insert ON settlement_payment FOR INSERT WITH CHECK (app_role() IN ('FINANCE','WORKER'));
--> statement-breakpoint
CREATE POLICY settlement_payment_update ON settlement_payment FOR UPDATE USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
CREATE POLICY settlement_line_read ON settlement_line FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY settlement_line_insert ON settlement_line FOR INSERT
  WITH CHECK (app_role() IN ('FINANCE','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY settlement_line_update ON settlement_line FOR UPDATE USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['payment_file','bank_file','bank_event','bank_exception'] LOOP
    EXECUTE format($p$CREATE POLICY %1$s_all ON %1$I FOR ALL USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')) WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A key belongs to the caller who sent it.
CREATE POLICY idempotency_all ON idempotency FOR ALL USING (principal = app_subject()) WITH CHECK (principal = app_subject());
--> statement-breakpoint
CREATE POLICY idempotency_sweep ON idempotency FOR DELETE USING (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY outbox_insert ON outbox FOR INSERT WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
--> statement-breakpoint
CREATE POLICY outbox_relay ON outbox FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY audit_event_insert ON audit_event FOR INSERT WITH CHECK (coalesce(app_role(), '') <> '');
--> statement-breakpoint
CREATE POLICY audit_event_read ON audit_event FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY audit_seal_all ON audit_seal FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY job_run_all ON job_run FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
CREATE POLICY installation_all ON installation FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
