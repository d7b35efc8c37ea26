-- Who may see and change what. The gateway works in one of three roles which own nothing and bypass nothing; the
-- viewer is set per transaction: app.role, app.subject, app.member_ids, app.provider_id. Without them no row of
-- anybody is visible. What a role is granted bounds every viewer; a policy then says which rows are the viewer's.
-- Policies of a table add up.

-- The roles. A server has them once, for all its databases: deploy/roles.sql may have made them. gateway_app:
-- requests and jobs. gateway_identity: civil registration numbers, taken on for one transaction by the one file
-- that shows them, so that a hole in any other path does not lead to them. gateway_directory: the nearby search,
-- which sees the directory with its rates and nobody's personal data.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['gateway_app', 'gateway_identity', 'gateway_directory'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    BEGIN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    EXCEPTION WHEN OTHERS THEN NULL;
    END;
  END LOOP;
END $$;

-- Nobody makes anything: an object in pg_temp or public could stand before the one that a statement means.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO gateway_app, gateway_identity, gateway_directory;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gateway_app, gateway_identity;

-- The viewer.
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('app.role', true);
CREATE FUNCTION app_subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('app.subject', true);
CREATE FUNCTION app_provider() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.provider_id', true), '')::uuid;
CREATE FUNCTION app_members() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.member_ids', true), ''), '{}')::uuid[];

-- Every table is closed, also to its owner, but those of open reference data. A table of a later step closes
-- itself.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('postal_code', 'service', 'public_tariff') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

-- postal_code, service, public_tariff: nobody's data, read by everyone.
GRANT SELECT, INSERT, UPDATE ON postal_code, service, public_tariff TO gateway_app;
GRANT SELECT ON postal_code, service TO gateway_directory;

-- provider: the public directory, written by the network manager and jobs.
GRANT SELECT, INSERT, UPDATE ON provider TO gateway_app;
GRANT SELECT ON provider TO gateway_directory;
CREATE POLICY provider_read ON provider FOR SELECT USING (true);
CREATE POLICY provider_write ON provider FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER'))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- provider_account: where a provider is paid, between the provider and finance; a clinic's system reads it only.
GRANT SELECT, INSERT, UPDATE ON provider_account TO gateway_app;
CREATE POLICY provider_account_all ON provider_account FOR ALL
  USING (app_role() IN ('FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('FINANCE','WORKER') OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));

-- clinic: the public directory; a provider writes its own clinics.
GRANT SELECT, INSERT, UPDATE ON clinic TO gateway_app;
GRANT SELECT ON clinic TO gateway_directory;
CREATE POLICY clinic_read ON clinic FOR SELECT USING (true);
CREATE POLICY clinic_write ON clinic FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- practitioner: the public directory.
GRANT SELECT, INSERT, UPDATE ON practitioner TO gateway_app;
GRANT SELECT ON practitioner TO gateway_directory;
CREATE POLICY practitioner_read ON practitioner FOR SELECT USING (true);
CREATE POLICY practitioner_write ON practitioner FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER'))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- practitioner_clinic: the public directory.
GRANT SELECT, INSERT, UPDATE ON practitioner_clinic TO gateway_app;
GRANT SELECT ON practitioner_clinic TO gateway_directory;
CREATE POLICY practitioner_clinic_read ON practitioner_clinic FOR SELECT USING (true);
CREATE POLICY practitioner_clinic_write ON practitioner_clinic FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER'))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- clinic_service: the public directory.
GRANT SELECT, INSERT, UPDATE ON clinic_service TO gateway_app;
GRANT SELECT ON clinic_service TO gateway_directory;
CREATE POLICY clinic_service_read ON clinic_service FOR SELECT USING (true);
CREATE POLICY clinic_service_write ON clinic_service FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER'))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- listing: rates are in its rows, so only the search reads it, in a role that no other statement takes on. Distance
-- operators are not leakproof: any condition here but a constant would keep them from their index.
GRANT SELECT ON listing TO gateway_directory;
CREATE POLICY listing_read ON listing FOR SELECT TO gateway_directory USING (true);
CREATE POLICY listing_write ON listing FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- agreed_rate: a clinic never sees another's; members and the health team need them to be quoted, and stamp them as
-- used.
GRANT SELECT, INSERT, UPDATE ON agreed_rate TO gateway_app;
CREATE POLICY agreed_rate_read ON agreed_rate FOR SELECT
  USING (app_role() IN ('MEMBER','HEALTH_TEAM','NETWORK_MANAGER','FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY agreed_rate_insert ON agreed_rate FOR INSERT
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER')
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider() AND state = 'PROPOSED'));
CREATE POLICY agreed_rate_update ON agreed_rate FOR UPDATE
  USING (app_role() IN ('MEMBER','HEALTH_TEAM','NETWORK_MANAGER','WORKER'));

-- slot: everyone sees openings. Members and the health team take and give back units; only the clinic itself makes,
-- changes or withdraws an opening.
GRANT SELECT, INSERT, UPDATE ON slot TO gateway_app;
GRANT SELECT ON slot TO gateway_identity, gateway_directory;
CREATE POLICY slot_read ON slot FOR SELECT USING (true);
CREATE POLICY slot_insert ON slot FOR INSERT
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY slot_update ON slot FOR UPDATE
  USING (app_role() IN ('MEMBER','HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('MEMBER','HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- hold: says who wants what kind of treatment when, so only its member and the health team read it. What everyone
-- may know of others' holds is how many units they take, and that comes from a function.
GRANT SELECT, INSERT, UPDATE, DELETE ON hold TO gateway_app;
CREATE POLICY hold_read ON hold FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_insert ON hold FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_update ON hold FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_delete ON hold FOR DELETE USING (app_role() = 'WORKER');

-- schedule: the clinic's own.
GRANT SELECT, INSERT, UPDATE, DELETE ON schedule TO gateway_app;
CREATE POLICY schedule_all ON schedule FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- busy_feed: when a practitioner is busy is the clinic's own business; the network sees the openings that are left.
-- A clinic that stops sending a calendar takes the feed away.
GRANT SELECT, INSERT, UPDATE, DELETE ON busy_feed TO gateway_app;
CREATE POLICY busy_feed_all ON busy_feed FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- member: the persons themselves, the health team, jobs, and the insurer's claims system, whose acts lock the
-- member first (a lock asks for the right to update). A clinic learns of those it treats from patients_of_bookings;
-- only the role of civil registration numbers, which may read that column for it, finds the row of somebody the
-- clinic treats.
DO $$
DECLARE plain text;
BEGIN
  SELECT string_agg(quote_ident(column_name), ', ') INTO plain FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = 'member' AND column_name <> 'cpr_encrypted';
  EXECUTE format('GRANT SELECT (%1$s), INSERT (%1$s), UPDATE (%1$s) ON member TO gateway_app', plain);
END $$;
GRANT SELECT, UPDATE (cpr_encrypted, version) ON member TO gateway_identity;
CREATE POLICY member_read ON member FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));
CREATE POLICY member_read_to_identify ON member FOR SELECT TO gateway_identity
  USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.member_id = member.id AND b.provider_id = app_provider()
      AND (b.state = 'CONFIRMED' OR b.starts_at > clock_now() - interval '30 days')));
CREATE POLICY member_insert ON member FOR INSERT WITH CHECK (app_role() IN ('INTEGRATION','WORKER'));
CREATE POLICY member_write ON member FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));

-- member_cpr: whose number it is, by blind index; jobs and what shows a number, in their own role.
GRANT SELECT, INSERT, UPDATE, DELETE ON member_cpr TO gateway_identity;
CREATE POLICY member_cpr_all ON member_cpr FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- guardianship: the register says who holds custody; a young person opens and closes its own cover to a guardian,
-- who then no longer finds the row.
GRANT SELECT, INSERT, UPDATE (checked_on, ended_on, restricted_at) ON guardianship TO gateway_app;
CREATE POLICY guardianship_read ON guardianship FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER'
    AND (child_id = ANY (app_members()) OR (guardian_id = (app_members())[1] AND restricted_at IS NULL))));
CREATE POLICY guardianship_recorded ON guardianship FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));
CREATE POLICY guardianship_checked ON guardianship FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND child_id = (app_members())[1]))
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND child_id = (app_members())[1]));

-- policy: the cover, as the claims system reports it.
GRANT SELECT, INSERT, UPDATE ON policy TO gateway_app;
CREATE POLICY policy_read ON policy FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY policy_write ON policy FOR ALL
  USING (app_role() IN ('INTEGRATION','WORKER')) WITH CHECK (app_role() IN ('INTEGRATION','WORKER'));

-- consent: the member's, with the health team and the claims system; retention removes what is over.
GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO gateway_app;
CREATE POLICY consent_read ON consent FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_insert ON consent FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_update ON consent FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_retention ON consent FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- claim: the insurer's claims system reports and approves claims, so it reads what a decision about them needs.
-- What of it leaves the gateway is narrower: its view of the API has no diagnosis, no referral and no name.
GRANT SELECT, INSERT, UPDATE ON claim TO gateway_app;
CREATE POLICY claim_read ON claim FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_insert ON claim FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_update ON claim FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));

-- claim_event: history of a claim; nobody changes it, retention removes it.
GRANT SELECT, INSERT, DELETE ON claim_event TO gateway_app;
CREATE POLICY claim_event_read ON claim_event FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_event_insert ON claim_event FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_event_retention ON claim_event FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- decision: history; a clinic that records attendance causes one and does not read it.
GRANT SELECT, INSERT, DELETE ON decision TO gateway_app;
CREATE POLICY decision_read ON decision FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY decision_insert ON decision FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','CLINIC_STAFF','CLINIC_SYSTEM','WORKER')
    OR (app_role() = 'MEMBER' AND (member_id IS NULL OR member_id = ANY (app_members()))));
CREATE POLICY decision_retention ON decision FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- rule_setting: no secret; whoever is given a decision may know what it rests on.
GRANT SELECT, INSERT ON rule_setting TO gateway_app;
CREATE POLICY rule_setting_read ON rule_setting FOR SELECT USING (true);
CREATE POLICY rule_setting_insert ON rule_setting FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER'));

-- treatment_usage: what counts against a limit. A clinic that records attendance makes its own bookings' count.
GRANT SELECT, INSERT, UPDATE ON treatment_usage TO gateway_app;
CREATE POLICY treatment_usage_read ON treatment_usage FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY treatment_usage_insert ON treatment_usage FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY treatment_usage_update ON treatment_usage FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY treatment_usage_seen_by_clinic ON treatment_usage FOR SELECT
  USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.id = treatment_usage.booking_id AND b.provider_id = app_provider()));
CREATE POLICY treatment_usage_by_clinic ON treatment_usage FOR UPDATE
  USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.id = treatment_usage.booking_id AND b.provider_id = app_provider()));

-- programme_usage: programmes a member has begun.
GRANT SELECT, INSERT, UPDATE ON programme_usage TO gateway_app;
CREATE POLICY programme_usage_read ON programme_usage FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY programme_usage_insert ON programme_usage FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY programme_usage_update ON programme_usage FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));

-- booking: member, clinic, health team; finance reads what it pays for. The check of settlement lines runs as the
-- owner of the tables. Where that owner is no superuser, forced row security hides the rows from it too, and a
-- check that sees nothing passes: hence a policy for the owner here and on the two tables below.
GRANT SELECT, INSERT, UPDATE ON booking TO gateway_app;
GRANT SELECT ON booking TO gateway_identity;
CREATE POLICY booking_read ON booking FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','FINANCE','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY booking_insert ON booking FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY booking_update ON booking FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY booking_seen_by_owner ON booking FOR SELECT TO CURRENT_USER USING (true);

-- ledger_entry: the book, written by the acts that move money, read by finance and jobs.
GRANT SELECT, INSERT ON ledger_entry TO gateway_app;
CREATE POLICY ledger_entry_read ON ledger_entry FOR SELECT USING (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY ledger_entry_insert ON ledger_entry FOR INSERT
  WITH CHECK (app_role() IN
    ('MEMBER','CLINIC_STAFF','CLINIC_SYSTEM','HEALTH_TEAM','FINANCE','BANK_CHANNEL','WORKER'));

-- posting: as the entry it belongs to.
GRANT SELECT, INSERT ON posting TO gateway_app;
CREATE POLICY posting_read ON posting FOR SELECT USING (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY posting_insert ON posting FOR INSERT
  WITH CHECK (app_role() IN
    ('MEMBER','CLINIC_STAFF','CLINIC_SYSTEM','HEALTH_TEAM','FINANCE','BANK_CHANNEL','WORKER'));
CREATE POLICY posting_seen_by_owner ON posting FOR SELECT TO CURRENT_USER USING (true);

-- settlement_line: a clinic writes the line of what it has treated and sees its own; a member sees what is paid on
-- the member's behalf, and may dispute it and confirm it after all while it is not part of a payment.
GRANT SELECT, INSERT, UPDATE ON settlement_line TO gateway_app;
CREATE POLICY settlement_line_read ON settlement_line FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY settlement_line_of_member ON settlement_line FOR SELECT
  USING (app_role() = 'MEMBER' AND EXISTS (
    SELECT 1 FROM booking b WHERE b.id = settlement_line.booking_id AND b.member_id = ANY (app_members())));
CREATE POLICY settlement_line_seen_by_owner ON settlement_line FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY settlement_line_insert ON settlement_line FOR INSERT
  WITH CHECK (app_role() IN ('FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY settlement_line_update ON settlement_line FOR UPDATE
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));
CREATE POLICY settlement_line_answered_by_member ON settlement_line FOR UPDATE
  USING (app_role() = 'MEMBER' AND state IN ('READY','DISPUTED') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.id = settlement_line.booking_id AND b.member_id = ANY (app_members())))
  WITH CHECK (app_role() = 'MEMBER' AND state IN ('READY','DISPUTED') AND payment_id IS NULL);

-- settlement_attempt: what came back from the bank; the provider sees its own.
GRANT SELECT, INSERT ON settlement_attempt TO gateway_app;
CREATE POLICY settlement_attempt_read ON settlement_attempt FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY settlement_attempt_insert ON settlement_attempt FOR INSERT
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- settlement_batch: finance and the channel to the bank.
GRANT SELECT, INSERT, UPDATE ON settlement_batch TO gateway_app;
CREATE POLICY settlement_batch_all ON settlement_batch FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- settlement_payment: made by finance, followed by the bank channel; the provider sees its own.
GRANT SELECT, INSERT, UPDATE ON settlement_payment TO gateway_app;
CREATE POLICY settlement_payment_read ON settlement_payment FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY settlement_payment_insert ON settlement_payment FOR INSERT
  WITH CHECK (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY settlement_payment_update ON settlement_payment FOR UPDATE
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- payment_file: what left, byte for byte; never changed.
GRANT SELECT, INSERT ON payment_file TO gateway_app;
CREATE POLICY payment_file_all ON payment_file FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- bank_file: what came.
GRANT SELECT, INSERT, UPDATE ON bank_file TO gateway_app;
CREATE POLICY bank_file_all ON bank_file FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- bank_event: history; never changed.
GRANT SELECT, INSERT ON bank_event TO gateway_app;
CREATE POLICY bank_event_all ON bank_event FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- bank_exception: what a person of finance has to look at.
GRANT SELECT, INSERT, UPDATE ON bank_exception TO gateway_app;
CREATE POLICY bank_exception_all ON bank_exception FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- reimbursement: what was decided about a bill of the member's own choice; paid by the claims system.
GRANT SELECT, INSERT ON reimbursement TO gateway_app;
CREATE POLICY reimbursement_read ON reimbursement FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY reimbursement_insert ON reimbursement FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));

-- audit_event: whoever acts leaves a trace; members read who saw theirs. The access log is kept five years: not
-- even the job can shorten that.
GRANT SELECT, INSERT, DELETE ON audit_event TO gateway_app;
GRANT INSERT ON audit_event TO gateway_identity;
CREATE POLICY audit_event_read ON audit_event FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY audit_event_insert ON audit_event FOR INSERT WITH CHECK (coalesce(app_role(), '') <> '');
CREATE POLICY audit_event_retention ON audit_event FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION'
    AND at < clock_now() - interval '5 years');

-- audit_seal: jobs; of a seal only the date of the purge is written later.
GRANT SELECT, INSERT, UPDATE (purged_at) ON audit_seal TO gateway_app;
CREATE POLICY audit_seal_all ON audit_seal FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- idempotency: a key belongs to the caller who sent it; retention sees that it has expired, and what it kept is ids
-- only.
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO gateway_app;
CREATE POLICY idempotency_all ON idempotency FOR ALL
  USING (principal = app_subject()) WITH CHECK (principal = app_subject());
CREATE POLICY idempotency_sweep ON idempotency FOR DELETE USING (app_role() = 'WORKER');
CREATE POLICY idempotency_sweep_read ON idempotency FOR SELECT
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- outbox: written with the change by whoever is logged in, sent by jobs.
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO gateway_app;
CREATE POLICY outbox_insert ON outbox FOR INSERT
  WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
CREATE POLICY outbox_relay ON outbox FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- alert: raised by whoever runs into something, looked at by the network manager.
GRANT SELECT, INSERT, UPDATE ON alert TO gateway_app;
GRANT INSERT ON alert TO gateway_identity;
CREATE POLICY alert_raise ON alert FOR INSERT WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
CREATE POLICY alert_read ON alert FOR SELECT USING (app_role() IN ('NETWORK_MANAGER','WORKER'));
CREATE POLICY alert_resolve ON alert FOR UPDATE USING (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- quota_use: a clinic's limit counts what its colleagues used as well.
GRANT SELECT, INSERT, DELETE ON quota_use TO gateway_app;
GRANT SELECT, INSERT ON quota_use TO gateway_identity;
CREATE POLICY quota_use_read ON quota_use FOR SELECT
  USING (app_role() = 'WORKER' OR actor = app_subject() OR organisation = app_provider()::text);
CREATE POLICY quota_use_insert ON quota_use FOR INSERT WITH CHECK (app_role() <> '' AND actor = app_subject());
CREATE POLICY quota_use_sweep ON quota_use FOR DELETE USING (app_role() = 'WORKER');

-- rate_bucket, token_revocation, job_run, installation: the gateway's own.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO gateway_app;
GRANT SELECT, INSERT, DELETE ON token_revocation TO gateway_app;
GRANT SELECT, INSERT, UPDATE ON job_run, installation TO gateway_app;
CREATE POLICY rate_bucket_all ON rate_bucket FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY token_revocation_all ON token_revocation FOR ALL
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY job_run_all ON job_run FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY installation_all ON installation FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- legal_hold: placed and lifted by the health team.
GRANT SELECT, INSERT, UPDATE ON legal_hold TO gateway_app;
CREATE POLICY legal_hold_all ON legal_hold FOR ALL
  USING (app_role() IN ('HEALTH_TEAM','WORKER')) WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER'));

-- erasure_request: asked for by one person, carried out by another; who writes a row is who the session says.
GRANT SELECT, INSERT, UPDATE (state, approved_by, approved_at) ON erasure_request TO gateway_app;
CREATE POLICY erasure_request_read ON erasure_request FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER'));
CREATE POLICY erasure_request_insert ON erasure_request FOR INSERT
  WITH CHECK (app_role() = 'HEALTH_TEAM' AND requested_by = app_subject());
CREATE POLICY erasure_request_approve ON erasure_request FOR UPDATE
  USING (app_role() = 'HEALTH_TEAM' AND state = 'REQUESTED')
  WITH CHECK (app_role() = 'HEALTH_TEAM' AND approved_by = app_subject());

-- erasure_journal: who was erased and when, by jobs.
GRANT SELECT, INSERT ON erasure_journal TO gateway_app;
CREATE POLICY erasure_journal_all ON erasure_journal FOR ALL
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
