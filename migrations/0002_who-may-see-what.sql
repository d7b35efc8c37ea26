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

-- A gateway that does not migrate asks which steps were taken.
GRANT USAGE ON SCHEMA drizzle TO gateway_app;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO gateway_app;
--> statement-breakpoint
-- The powers of the product itself are roles, not words: only a session that works in one of these is the product, and
-- the login that serves requests can take on none of them. gateway_worker: jobs, and acts that reach beyond what their
-- caller may see once the database has said that they may. gateway_retention: removes what is old enough, table by
-- table. gateway_keys: moves and removes sealed civil registration numbers. gateway_verify: asks whether what must be true is
-- true; it reads what the questions are about, all of it, and changes nothing.
DO $$
DECLARE
  name text;
  pair text[];
BEGIN
  FOREACH name IN ARRAY ARRAY['gateway_worker', 'gateway_retention', 'gateway_keys', 'gateway_verify'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = name);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', name);
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role % is missing: an administrator runs the statements of deploy/roles.sql that name it',
          name;
    END;
  END LOOP;
  -- two databases of one server may do this at the same time: what counts is that in the end it is so
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['gateway_app', 'gateway_worker'], ['gateway_worker', 'gateway_retention'],
    ['gateway_identity', 'gateway_keys'], ['gateway_worker', 'gateway_keys'],
    ['gateway_worker', current_user::text], ['gateway_retention', current_user::text],
    ['gateway_keys', current_user::text], ['gateway_verify', current_user::text]] LOOP
    CONTINUE WHEN pg_has_role(pair[2], pair[1], 'USAGE');
    BEGIN
      EXECUTE format('GRANT %I TO %I', pair[1], pair[2]);
    EXCEPTION WHEN OTHERS THEN NULL;
    END;
    IF NOT pg_has_role(pair[2], pair[1], 'USAGE') THEN
      RAISE EXCEPTION '% is not granted %: an administrator runs deploy/roles.sql', pair[2], pair[1];
    END IF;
  END LOOP;
END $$;

-- Nobody makes anything: an object in pg_temp or public could stand before the one that a statement means.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO gateway_app, gateway_identity, gateway_directory, gateway_worker, gateway_retention,
  gateway_keys, gateway_verify;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO gateway_app, gateway_identity;

-- The viewer.
-- The word WORKER alone is worth nothing: without the role it is nobody's. Functions that answer one narrow question
-- run as the owner of the tables, who has the role.
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('app.role', true) = 'WORKER'
      AND NOT pg_has_role(current_user, 'gateway_worker', 'USAGE')
    THEN '' ELSE current_setting('app.role', true) END;
CREATE FUNCTION app_subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('app.subject', true);
CREATE FUNCTION app_provider() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.provider_id', true), '')::uuid;
CREATE FUNCTION app_members() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.member_ids', true), ''), '{}')::uuid[];

-- Nothing that is kept is removed by a role that serves, nor by jobs: only by retention, and there only what is old
-- enough, or belongs to somebody whose row has become nobody's.
CREATE FUNCTION is_erased(member_asked uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.member m WHERE m.id = member_asked AND m.erased_at IS NOT NULL)
$$;

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

-- postal_code, service, public_tariff: nobody's data, read by everyone. A tariff is money: it comes in with two people's
-- consent, through an act that goes on as the product.
GRANT SELECT, INSERT, UPDATE ON postal_code, service, public_tariff TO gateway_app;
GRANT SELECT ON postal_code, service TO gateway_directory;
ALTER TABLE public_tariff ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY public_tariff_read ON public_tariff FOR SELECT USING (true);
CREATE POLICY public_tariff_write ON public_tariff FOR ALL
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- provider: the public directory, written by the network manager and jobs.
GRANT SELECT, INSERT, UPDATE ON provider TO gateway_app;
GRANT SELECT ON provider TO gateway_directory;
CREATE POLICY provider_read ON provider FOR SELECT USING (true);
CREATE POLICY provider_write ON provider FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER'))
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- provider_account: where a provider is paid, between the provider and those who pay. Only the job puts another in its
-- place, one that was confirmed; whoever reads the bank's answers may block it.
GRANT SELECT, UPDATE (blocked_at, blocked_reason) ON provider_account TO gateway_app;
GRANT INSERT, UPDATE ON provider_account TO gateway_worker;
CREATE POLICY provider_account_read ON provider_account FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY provider_account_insert ON provider_account FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY provider_account_update ON provider_account FOR UPDATE
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- account_change: stated by the company, decided by the network manager, by finance, or, to stop it, by the company.
GRANT SELECT, INSERT, UPDATE ON account_change TO gateway_app;
CREATE POLICY account_change_read ON account_change FOR SELECT
  USING (app_role() IN ('FINANCE','NETWORK_MANAGER','WORKER')
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));
CREATE POLICY account_change_stated ON account_change FOR INSERT
  WITH CHECK (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider() AND state = 'STATED');
CREATE POLICY account_change_decided ON account_change FOR UPDATE
  USING (app_role() IN ('FINANCE','NETWORK_MANAGER','WORKER')) WITH CHECK (true);
CREATE POLICY account_change_stopped ON account_change FOR UPDATE
  USING (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider())
  WITH CHECK (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider() AND state IN ('REFUSED','REPLACED'));

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

-- practitioner_clinic: the public directory; who leaves a clinic is taken off it.
GRANT SELECT, INSERT, UPDATE, DELETE ON practitioner_clinic TO gateway_app;
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

-- What a clinic changes of itself, its offers repeat.
CREATE POLICY clinic_service_follows_clinic ON clinic_service FOR UPDATE
  USING (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider())
  WITH CHECK (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider());

-- credential: agreements and authorisations are no secret to whoever treats, books or pays; a clinic sees its own.
GRANT SELECT, INSERT ON credential TO gateway_app;
GRANT UPDATE (valid_until, version) ON credential TO gateway_app;
CREATE POLICY credential_read ON credential FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','NETWORK_MANAGER','FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND (provider_id = app_provider()
      OR clinic_id IN (SELECT id FROM clinic k WHERE k.provider_id = app_provider())
      OR practitioner_id IN (SELECT w.practitioner_id FROM practitioner_clinic w JOIN clinic k ON k.id = w.clinic_id
        WHERE k.provider_id = app_provider()))));
CREATE POLICY credential_insert ON credential FOR INSERT WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
CREATE POLICY credential_update ON credential FOR UPDATE
  USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- network_ending: how far the closing of a part has come; a clinic sees what became of its openings.
GRANT SELECT, INSERT, UPDATE ON network_ending TO gateway_app;
CREATE POLICY network_ending_read ON network_ending FOR SELECT USING (app_role() IN ('NETWORK_MANAGER','WORKER'));
CREATE POLICY network_ending_insert ON network_ending FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY network_ending_update ON network_ending FOR UPDATE
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- network_change: who changed what; a clinic sees what was changed of its own company.
GRANT SELECT, INSERT ON network_change TO gateway_app;
CREATE POLICY network_change_read ON network_change FOR SELECT
  USING (app_role() IN ('NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY network_change_insert ON network_change FOR INSERT
  WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER')
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));

-- proposal, network_intake: between those who keep the network.
GRANT SELECT, INSERT ON proposal TO gateway_app;
GRANT UPDATE (state, decided_by, decided_at, version) ON proposal TO gateway_app;
CREATE POLICY proposal_all ON proposal FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));
GRANT SELECT, INSERT, UPDATE ON network_intake TO gateway_app;
CREATE POLICY network_intake_all ON network_intake FOR ALL
  USING (app_role() IN ('NETWORK_MANAGER','WORKER')) WITH CHECK (app_role() IN ('NETWORK_MANAGER','WORKER'));

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

-- price_cap: no secret; it comes in with two people's consent, through an act that goes on as the product.
GRANT SELECT, INSERT ON price_cap TO gateway_app;
CREATE POLICY price_cap_read ON price_cap FOR SELECT USING (true);
CREATE POLICY price_cap_insert ON price_cap FOR INSERT WITH CHECK (app_role() = 'WORKER');

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
GRANT SELECT, INSERT, UPDATE ON hold TO gateway_app;
GRANT DELETE ON hold TO gateway_retention;
CREATE POLICY hold_read ON hold FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_insert ON hold FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_update ON hold FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY hold_retention ON hold FOR DELETE TO gateway_retention
  USING ((created_at < clock_now() - interval '24 hours' AND state IN ('RELEASED','EXPIRED','PENDING')
    AND (state <> 'PENDING' OR expires_at < clock_now()))
    OR created_at < clock_now() - interval '3 years' OR is_erased(member_id));

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
GRANT SELECT ON member TO gateway_identity;
GRANT UPDATE (cpr_encrypted, version) ON member TO gateway_keys;
CREATE POLICY member_read ON member FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));
CREATE POLICY member_read_to_identify ON member FOR SELECT TO gateway_identity
  USING (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.member_id = member.id AND b.provider_id = app_provider()
      AND (b.state = 'CONFIRMED' OR b.starts_at > clock_now() - interval '30 days')));
CREATE POLICY member_insert ON member FOR INSERT
  WITH CHECK (app_role() IN ('INTEGRATION','WORKER') OR (app_role() = 'HEALTH_TEAM' AND external_key IS NULL));
CREATE POLICY member_write ON member FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));

-- member_cpr: whose number it is, by blind index. Who shows a number may ask whose it is and is told one id; only
-- gateway_keys sees, writes and removes.
GRANT SELECT, INSERT, UPDATE, DELETE ON member_cpr TO gateway_keys;
CREATE POLICY member_cpr_keys ON member_cpr FOR ALL TO gateway_keys USING (true) WITH CHECK (true);

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
-- What a first-time caller says of a cover is not confirmed before the policy system says the same.
CREATE POLICY policy_told ON policy FOR INSERT
  WITH CHECK (app_role() = 'HEALTH_TEAM' AND NOT confirmed AND external_key IS NULL);

-- consent: the member's, with the health team and the claims system; retention removes what is over.
GRANT SELECT, INSERT, UPDATE ON consent TO gateway_app;
GRANT DELETE ON consent TO gateway_retention;
CREATE POLICY consent_read ON consent FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_insert ON consent FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_update ON consent FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY consent_retention ON consent FOR DELETE TO gateway_retention
  USING (coalesce(withdrawn_on, expires_on) < (clock_now() - interval '5 years')::date);

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
GRANT SELECT, INSERT ON claim_event TO gateway_app;
GRANT DELETE ON claim_event TO gateway_retention;
CREATE POLICY claim_event_read ON claim_event FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_event_insert ON claim_event FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY claim_event_retention ON claim_event FOR DELETE TO gateway_retention
  USING (at < clock_now() - interval '3 years' OR is_erased(member_id));

-- decision: history; a clinic that records attendance causes one and does not read it.
GRANT SELECT, INSERT ON decision TO gateway_app;
GRANT DELETE ON decision TO gateway_retention;
CREATE POLICY decision_read ON decision FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY decision_insert ON decision FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','CLINIC_STAFF','CLINIC_SYSTEM','WORKER')
    OR (app_role() = 'MEMBER' AND (member_id IS NULL OR member_id = ANY (app_members()))));
CREATE POLICY decision_retention ON decision FOR DELETE TO gateway_retention
  USING (decided_at < clock_now() - interval '3 years'
    OR EXISTS (SELECT FROM claim c WHERE c.id = decision.claim_id AND is_erased(c.member_id)));

-- rule_setting: no secret; whoever is given a decision may know what it rests on.
GRANT SELECT, INSERT ON rule_setting TO gateway_app;
CREATE POLICY rule_setting_read ON rule_setting FOR SELECT USING (true);
CREATE POLICY rule_setting_insert ON rule_setting FOR INSERT WITH CHECK (app_role() = 'WORKER');

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

-- accounting_act: months closed and reopened by finance.
GRANT SELECT, INSERT, UPDATE ON accounting_act TO gateway_app;
CREATE POLICY accounting_act_all ON accounting_act FOR ALL
  USING (app_role() IN ('FINANCE','WORKER')) WITH CHECK (app_role() IN ('FINANCE','WORKER'));

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

-- self_billing_agreement: given by the company, read by finance.
GRANT SELECT, INSERT ON self_billing_agreement TO gateway_app;
CREATE POLICY self_billing_agreement_read ON self_billing_agreement FOR SELECT
  USING (app_role() IN ('FINANCE','NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY self_billing_agreement_insert ON self_billing_agreement FOR INSERT
  WITH CHECK (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider());

-- self_bill, self_bill_line: issued with a file by finance; the provider sees its own.
GRANT SELECT, INSERT ON self_bill, self_bill_line TO gateway_app;
CREATE POLICY self_bill_read ON self_bill FOR SELECT
  USING (app_role() IN ('FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY self_bill_insert ON self_bill FOR INSERT WITH CHECK (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY self_bill_line_read ON self_bill_line FOR SELECT
  USING (app_role() IN ('FINANCE','WORKER') OR EXISTS (SELECT FROM self_bill b WHERE b.id = self_bill_id));
CREATE POLICY self_bill_line_insert ON self_bill_line FOR INSERT WITH CHECK (app_role() IN ('FINANCE','WORKER'));

-- settlement_batch: finance and the channel to the bank.
GRANT SELECT, INSERT, UPDATE ON settlement_batch TO gateway_app;
CREATE POLICY settlement_batch_all ON settlement_batch FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- settlement_payment: made by finance, followed by the bank channel; the provider and the member see their own, and the
-- health team those to members.
GRANT SELECT, INSERT, UPDATE ON settlement_payment TO gateway_app;
CREATE POLICY settlement_payment_read ON settlement_payment FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')
    OR (app_role() = 'HEALTH_TEAM' AND member_id IS NOT NULL)
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
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

-- payment_delivery: what the job has put into the outbox.
GRANT SELECT, INSERT ON payment_delivery TO gateway_app;
CREATE POLICY payment_delivery_all ON payment_delivery FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('WORKER'));

-- bank_import: how far a large file is; written beside the transaction that takes it in.
GRANT SELECT, INSERT, UPDATE ON bank_import TO gateway_app;
CREATE POLICY bank_import_all ON bank_import FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- dispute_answer: a clinic's, to be read by finance. It goes with the case of a member who is erased.
GRANT SELECT, INSERT ON dispute_answer TO gateway_app;
GRANT DELETE ON dispute_answer TO gateway_retention;
CREATE POLICY dispute_answer_read ON dispute_answer FOR SELECT
  USING (app_role() IN ('FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY dispute_answer_insert ON dispute_answer FOR INSERT
  WITH CHECK (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider());
CREATE POLICY dispute_answer_retention ON dispute_answer FOR DELETE TO gateway_retention
  USING (EXISTS (SELECT FROM claim c WHERE c.id = dispute_answer.claim_id AND is_erased(c.member_id)));

-- bank_file: what came.
GRANT SELECT, INSERT, UPDATE ON bank_file TO gateway_app;
CREATE POLICY bank_file_all ON bank_file FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- bank_statement: what a file says of one account; never changed.
GRANT SELECT, INSERT ON bank_statement TO gateway_app;
CREATE POLICY bank_statement_all ON bank_statement FOR ALL
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));

-- bank_movement: money that moved; a later file may add where it stands, and nothing else.
GRANT SELECT, INSERT, UPDATE (statement_id, transaction_reference, entry_reference) ON bank_movement TO gateway_app;
CREATE POLICY bank_movement_all ON bank_movement FOR ALL
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

-- provider_receivable: what a company has to pay back; between it and finance.
GRANT SELECT, INSERT, UPDATE ON provider_receivable TO gateway_app;
CREATE POLICY provider_receivable_read ON provider_receivable FOR SELECT
  USING (app_role() IN ('FINANCE','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY provider_receivable_insert ON provider_receivable FOR INSERT
  WITH CHECK (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY provider_receivable_update ON provider_receivable FOR UPDATE
  USING (app_role() IN ('FINANCE','WORKER')) WITH CHECK (app_role() IN ('FINANCE','WORKER'));

-- settlement_task: raised when a batch is closed, seen by whoever can do something about it.
GRANT SELECT, INSERT, UPDATE ON settlement_task TO gateway_app;
CREATE POLICY settlement_task_read ON settlement_task FOR SELECT
  USING (app_role() IN ('FINANCE','NETWORK_MANAGER','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY settlement_task_insert ON settlement_task FOR INSERT WITH CHECK (app_role() IN ('FINANCE','WORKER'));
CREATE POLICY settlement_task_update ON settlement_task FOR UPDATE
  USING (app_role() IN ('FINANCE','WORKER')) WITH CHECK (app_role() IN ('FINANCE','WORKER'));

-- reimbursement: what was decided about a bill of the member's own choice.
GRANT SELECT, INSERT ON reimbursement TO gateway_app;
CREATE POLICY reimbursement_read ON reimbursement FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY reimbursement_insert ON reimbursement FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));

-- payout: what a member is owed for a decided bill; paid by finance, which sees nothing else of it, and let go on by the
-- health team.
GRANT SELECT, INSERT, UPDATE ON payout TO gateway_app;
CREATE POLICY payout_read ON payout FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY payout_insert ON payout FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER'));
CREATE POLICY payout_update ON payout FOR UPDATE
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER') OR (app_role() = 'HEALTH_TEAM' AND state = 'STOPPED'))
  WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER')
    OR (app_role() = 'HEALTH_TEAM' AND state IN ('READY','PAID_ELSEWHERE')));

-- audit_event: whoever acts leaves a trace; members read who saw theirs. The access log is kept five years: not
-- even the job can shorten that.
GRANT SELECT, INSERT ON audit_event TO gateway_app;
GRANT DELETE ON audit_event TO gateway_retention;
GRANT INSERT ON audit_event TO gateway_identity;
CREATE POLICY audit_event_read ON audit_event FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY audit_event_insert ON audit_event FOR INSERT WITH CHECK (coalesce(app_role(), '') <> '');
CREATE POLICY audit_event_retention ON audit_event FOR DELETE TO gateway_retention
  USING (at < clock_now() - interval '5 years');

-- audit_seal: jobs; of a seal only the date of the purge is written later.
GRANT SELECT, INSERT, UPDATE (purged_at) ON audit_seal TO gateway_app;
CREATE POLICY audit_seal_all ON audit_seal FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- idempotency: a key belongs to the caller who sent it; retention sees that it has expired, and what it kept is ids
-- only.
GRANT SELECT, INSERT, UPDATE ON idempotency TO gateway_app;
GRANT DELETE ON idempotency TO gateway_retention;
CREATE POLICY idempotency_read ON idempotency FOR SELECT USING (principal = app_subject());
CREATE POLICY idempotency_claim ON idempotency FOR INSERT WITH CHECK (principal = app_subject());
CREATE POLICY idempotency_outcome ON idempotency FOR UPDATE
  USING (principal = app_subject()) WITH CHECK (principal = app_subject());
CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (expires_at < clock_now());
CREATE POLICY idempotency_sweep_read ON idempotency FOR SELECT TO gateway_retention USING (expires_at < clock_now());

-- outbox: written with the change by whoever is logged in, sent by jobs.
GRANT SELECT, INSERT, UPDATE ON outbox TO gateway_app;
GRANT DELETE ON outbox TO gateway_retention;
CREATE POLICY outbox_insert ON outbox FOR INSERT
  WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
CREATE POLICY outbox_relay ON outbox FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY outbox_relayed ON outbox FOR UPDATE USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY outbox_retention ON outbox FOR DELETE TO gateway_retention
  USING (delivered_at < now() - interval '7 days');

-- event: what happened, for the clinic it happened at and the insurer's own system; written by the relay, gone after a
-- month.
GRANT SELECT, INSERT ON event TO gateway_app;
GRANT DELETE ON event TO gateway_retention;
CREATE POLICY event_read ON event FOR SELECT
  USING (app_role() IN ('INTEGRATION','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY event_publish ON event FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY event_retention ON event FOR DELETE TO gateway_retention
  USING (published_at < clock_now() - interval '31 days');

-- webhook_endpoint: a company's own, or the insurer's, which two network managers register: who writes a name is who the
-- session says. Its address and secrets are sealed even from them; jobs send.
GRANT SELECT, INSERT, UPDATE ON webhook_endpoint TO gateway_app;
CREATE POLICY webhook_endpoint_read ON webhook_endpoint FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY webhook_endpoint_insert ON webhook_endpoint FOR INSERT
  WITH CHECK (registered_by = app_subject() AND approved_by IS NULL
    AND ((app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL AND state = 'PROPOSED')
      OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider())));
CREATE POLICY webhook_endpoint_update ON webhook_endpoint FOR UPDATE
  USING (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));

-- webhook_delivery: queued and sent by jobs; whose endpoint it is reads the log and has one sent again.
GRANT SELECT, INSERT, UPDATE ON webhook_delivery TO gateway_app;
GRANT DELETE ON webhook_delivery TO gateway_retention;
CREATE POLICY webhook_delivery_read ON webhook_delivery FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY webhook_delivery_queue ON webhook_delivery FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY webhook_delivery_update ON webhook_delivery FOR UPDATE
  USING (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER' OR (app_role() = 'NETWORK_MANAGER' AND provider_id IS NULL)
    OR (app_role() = 'CLINIC_STAFF' AND provider_id = app_provider()));
CREATE POLICY webhook_delivery_retention ON webhook_delivery FOR DELETE TO gateway_retention
  USING (state <> 'WAITING' AND queued_at < clock_now() - interval '31 days');

-- notification: planned and sent by jobs; nobody reads it but them. notification_choice: the member's own, and nobody's
-- for a child, whose messages go to a holder of custody by that person's own choice.
GRANT SELECT, INSERT, UPDATE ON notification, notification_choice TO gateway_app;
GRANT DELETE ON notification, notification_choice TO gateway_retention;
CREATE POLICY notification_read ON notification FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY notification_plan ON notification FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY notification_send ON notification FOR UPDATE
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY notification_retention ON notification FOR DELETE TO gateway_retention
  USING (created_at < clock_now() - interval '1 year' OR is_erased(member_id) OR is_erased(about_member_id));
CREATE POLICY notification_choice_read ON notification_choice FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() = 'MEMBER' AND member_id = (app_members())[1]));
CREATE POLICY notification_choice_insert ON notification_choice FOR INSERT
  WITH CHECK (app_role() = 'MEMBER' AND member_id = (app_members())[1]);
CREATE POLICY notification_choice_update ON notification_choice FOR UPDATE
  USING (app_role() = 'WORKER' OR (app_role() = 'MEMBER' AND member_id = (app_members())[1]))
  WITH CHECK (app_role() = 'MEMBER' AND member_id = (app_members())[1]);
CREATE POLICY notification_choice_retention ON notification_choice FOR DELETE TO gateway_retention
  USING (is_erased(member_id));

-- client_manifest, client_document: what clients run; registered by the operator, read by every gateway.
GRANT SELECT, INSERT, UPDATE (ends_on) ON client_manifest TO gateway_app;
GRANT SELECT, INSERT ON client_document TO gateway_app;
CREATE POLICY client_manifest_all ON client_manifest FOR ALL
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY client_document_all ON client_document FOR ALL
  USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');

-- kept_scenario: what the network manager wants to ask again; no persons. Dropped, never removed.
ALTER TABLE kept_scenario ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE (dropped_at) ON kept_scenario TO gateway_app;
CREATE POLICY kept_scenario_read ON kept_scenario FOR SELECT
  USING (app_role() IN ('NETWORK_MANAGER','HEALTH_TEAM','WORKER'));
CREATE POLICY kept_scenario_keep ON kept_scenario FOR INSERT WITH CHECK (app_role() = 'NETWORK_MANAGER');
CREATE POLICY kept_scenario_drop ON kept_scenario FOR UPDATE USING (app_role() = 'NETWORK_MANAGER');

-- alert: raised by whoever runs into something, looked at by the network manager.
GRANT SELECT, INSERT, UPDATE ON alert TO gateway_app;
GRANT INSERT ON alert TO gateway_identity;
CREATE POLICY alert_raise ON alert FOR INSERT WITH CHECK (coalesce(app_role(), '') NOT IN ('', 'ANONYMOUS'));
CREATE POLICY alert_read ON alert FOR SELECT USING (app_role() IN ('NETWORK_MANAGER','WORKER'));
CREATE POLICY alert_resolve ON alert FOR UPDATE USING (app_role() IN ('NETWORK_MANAGER','WORKER'));

-- quota_use: a clinic's limit counts what its colleagues used as well.
GRANT SELECT, INSERT ON quota_use TO gateway_app;
GRANT DELETE ON quota_use TO gateway_retention;
GRANT SELECT, INSERT ON quota_use TO gateway_identity;
CREATE POLICY quota_use_read ON quota_use FOR SELECT
  USING (app_role() = 'WORKER' OR actor = app_subject() OR organisation = app_provider()::text);
CREATE POLICY quota_use_insert ON quota_use FOR INSERT WITH CHECK (app_role() <> '' AND actor = app_subject());
CREATE POLICY quota_use_sweep ON quota_use FOR DELETE TO gateway_retention
  USING (used_at < clock_now() - interval '1 day');

-- rate_bucket, token_revocation, used_proof, web_session, job_run, installation: the gateway's own.
GRANT SELECT, INSERT, UPDATE ON rate_bucket TO gateway_app;
GRANT DELETE ON rate_bucket TO gateway_retention;
GRANT SELECT, INSERT ON token_revocation TO gateway_app;
GRANT DELETE ON token_revocation TO gateway_retention;
GRANT SELECT, INSERT ON used_proof TO gateway_app;
GRANT SELECT, DELETE ON used_proof TO gateway_retention;
GRANT SELECT, INSERT ON web_session TO gateway_app;
GRANT SELECT, DELETE ON web_session TO gateway_retention;
GRANT SELECT, INSERT, UPDATE ON job_run, installation TO gateway_app;
CREATE POLICY rate_bucket_read ON rate_bucket FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY rate_bucket_insert ON rate_bucket FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY rate_bucket_update ON rate_bucket FOR UPDATE USING (app_role() = 'WORKER');
CREATE POLICY rate_bucket_retention ON rate_bucket FOR DELETE TO gateway_retention
  USING (filled_at < now() - interval '10 minutes');
CREATE POLICY token_revocation_read ON token_revocation FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY token_revocation_insert ON token_revocation FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY token_revocation_retention ON token_revocation FOR DELETE TO gateway_retention
  USING (expires_at < clock_timestamp());
CREATE POLICY used_proof_read ON used_proof FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY used_proof_insert ON used_proof FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY used_proof_retention ON used_proof FOR DELETE TO gateway_retention
  USING (expires_at < clock_timestamp());
CREATE POLICY web_session_read ON web_session FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY web_session_insert ON web_session FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY web_session_retention ON web_session FOR DELETE TO gateway_retention
  USING (expires_at < clock_timestamp());
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

-- closure: when a clinic is closed is its own business; the network sees the openings that are left. The health team
-- closes and opens for a clinic that telephones. Nobody takes a closing out: it is opened.
GRANT SELECT, INSERT, UPDATE ON closure TO gateway_app;
CREATE POLICY closure_read ON closure FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY closure_insert ON closure FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY closure_update ON closure FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- followed_source: the clinic's own; its address is sealed even from the clinic. Jobs fetch.
GRANT SELECT, INSERT, UPDATE, DELETE ON followed_source TO gateway_app;
CREATE POLICY followed_source_all ON followed_source FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- intake_report: what became of what a clinic sent is its own business; it goes after thirty days.
GRANT SELECT, INSERT ON intake_report TO gateway_app;
GRANT DELETE ON intake_report TO gateway_worker;
CREATE POLICY intake_report_read ON intake_report FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY intake_report_insert ON intake_report FOR INSERT
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY intake_report_retention ON intake_report FOR DELETE TO gateway_worker
  USING (read_at < clock_now() - interval '30 days');

-- calendar_feed: the member's own, or the company's. Whoever comes with the secret is nobody: the feed is found as the
-- product and its appointments are read as whose it is. Nobody takes one out but an erasure: it is revoked.
GRANT SELECT, INSERT, UPDATE ON calendar_feed TO gateway_app;
GRANT DELETE ON calendar_feed TO gateway_retention;
CREATE POLICY calendar_feed_read ON calendar_feed FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY calendar_feed_insert ON calendar_feed FOR INSERT
  WITH CHECK ((app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY calendar_feed_update ON calendar_feed FOR UPDATE
  USING (app_role() = 'WORKER' OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER' OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY calendar_feed_retention ON calendar_feed FOR DELETE TO gateway_retention USING (is_erased(member_id));

-- designation: where a member is treated is the team's to say; the member reads it. Where two records turn out to be
-- one practitioner, it names the record that is kept.
GRANT SELECT, INSERT, UPDATE (ended_at) ON designation TO gateway_app;
GRANT UPDATE (practitioner_id) ON designation TO gateway_worker;
GRANT DELETE ON designation TO gateway_retention;
CREATE POLICY designation_read ON designation FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY designation_insert ON designation FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND designated_by = app_subject());
CREATE POLICY designation_end ON designation FOR UPDATE USING (app_role() IN ('HEALTH_TEAM','WORKER'));
CREATE POLICY designation_retention ON designation FOR DELETE TO gateway_retention USING (is_erased(member_id));

-- status_report: asked by the team, answered by the clinic that treats, or by the team for a therapist outside.
GRANT SELECT, INSERT ON status_report TO gateway_app;
GRANT DELETE ON status_report TO gateway_retention;
GRANT UPDATE (progress, treatments_needed, justification, written_on, answered_by, answered_at) ON status_report
  TO gateway_app;
CREATE POLICY status_report_read ON status_report FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY status_report_insert ON status_report FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND asked_by = app_subject());
CREATE POLICY status_report_answer ON status_report FOR UPDATE
  USING (answered_at IS NULL AND (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider())))
  WITH CHECK (answered_by = app_subject());
CREATE POLICY status_report_retention ON status_report FOR DELETE TO gateway_retention USING (is_erased(member_id));

-- policy_withdrawal: the claims system says who left; finance charges the company.
GRANT SELECT, INSERT ON policy_withdrawal TO gateway_app;
CREATE POLICY policy_withdrawal_read ON policy_withdrawal FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','FINANCE','WORKER'));
CREATE POLICY policy_withdrawal_insert ON policy_withdrawal FOR INSERT
  WITH CHECK (app_role() IN ('INTEGRATION','WORKER') AND recorded_by = app_subject());

-- cover_loss: found where a policy changes, dealt with by the team.
GRANT SELECT, INSERT, UPDATE (ended_at, ended_as, ended_by, note) ON cover_loss TO gateway_app;
GRANT DELETE ON cover_loss TO gateway_retention;
CREATE POLICY cover_loss_read ON cover_loss FOR SELECT USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));
CREATE POLICY cover_loss_insert ON cover_loss FOR INSERT WITH CHECK (app_role() IN ('INTEGRATION','WORKER'));
CREATE POLICY cover_loss_end ON cover_loss FOR UPDATE
  USING (ended_at IS NULL AND app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'))
  WITH CHECK (ended_by = app_subject());
CREATE POLICY cover_loss_retention ON cover_loss FOR DELETE TO gateway_retention
  USING (found_at < clock_now() - interval '3 years' OR is_erased(member_id));

-- submission: handed in by the member, decided by the team, once.
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, note) ON submission TO gateway_app;
GRANT DELETE ON submission TO gateway_retention;
CREATE POLICY submission_read ON submission FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY submission_insert ON submission FOR INSERT
  WITH CHECK (submitted_by = app_subject() AND state = 'WAITING'
    AND (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))));
CREATE POLICY submission_decide ON submission FOR UPDATE
  USING (state = 'WAITING' AND app_role() IN ('HEALTH_TEAM','WORKER')) WITH CHECK (decided_by = app_subject());
CREATE POLICY submission_retention ON submission FOR DELETE TO gateway_retention
  USING (submitted_at < clock_now() - interval '3 years' OR is_erased(member_id));

-- denial: history, as it was told to the member.
GRANT SELECT, INSERT ON denial TO gateway_app;
GRANT DELETE ON denial TO gateway_retention;
CREATE POLICY denial_read ON denial FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY denial_insert ON denial FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND decided_by = app_subject());
CREATE POLICY denial_retention ON denial FOR DELETE TO gateway_retention
  USING (decided_at < clock_now() - interval '3 years' OR is_erased(member_id));

-- complaint: recorded for the member or by the member, answered by another of the team than who denied.
GRANT SELECT, INSERT, UPDATE (state, answered_by, answered_at, answer) ON complaint TO gateway_app;
GRANT DELETE ON complaint TO gateway_retention;
CREATE POLICY complaint_read ON complaint FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY complaint_insert ON complaint FOR INSERT
  WITH CHECK (recorded_by = app_subject() AND state = 'OPEN'
    AND (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))));
CREATE POLICY complaint_answer ON complaint FOR UPDATE
  USING (state = 'OPEN' AND app_role() IN ('HEALTH_TEAM','WORKER')) WITH CHECK (answered_by = app_subject());
CREATE POLICY complaint_retention ON complaint FOR DELETE TO gateway_retention
  USING (received_at < clock_now() - interval '3 years' OR is_erased(member_id));

-- authority: recorded by the team from what the person has signed, withdrawn by the person alone or by the team; whom
-- it names reads that it stands. A holder of custody has no part in it: only the person behind the login, who comes first.
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by) ON authority TO gateway_app;
GRANT DELETE ON authority TO gateway_retention;
CREATE POLICY authority_read ON authority FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND (member_id = (app_members())[1]
      OR (representative_id = (app_members())[1] AND withdrawn_at IS NULL))));
CREATE POLICY authority_grant ON authority FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND granted_by = app_subject() AND withdrawn_at IS NULL);
CREATE POLICY authority_withdraw ON authority FOR UPDATE
  USING (withdrawn_at IS NULL
    AND (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = (app_members())[1])))
  WITH CHECK (withdrawn_by = app_subject());
CREATE POLICY authority_retention ON authority FOR DELETE TO gateway_retention
  USING (coalesce(withdrawn_at::date, valid_through) < (clock_now() - interval '5 years')::date
    OR is_erased(member_id) OR is_erased(representative_id));

-- Whom the person behind the login represents today, for one scope: asked of the register itself in every statement, so
-- that a withdrawal holds at once. Nobody represents a person who is gone.
CREATE FUNCTION represented(scope text) RETURNS uuid[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT coalesce(array_agg(DISTINCT a.member_id), '{}')
  FROM public.authority a JOIN public.member m ON m.id = a.member_id AND m.erased_at IS NULL
  WHERE a.representative_id = (public.app_members())[1] AND represented.scope = ANY (a.scopes)
    AND a.withdrawn_at IS NULL AND public.clock_today() BETWEEN a.valid_from AND a.valid_through
$$;

-- What a representative reads: rows of the scope, and none beside them. Nothing can be written through it. One question
-- per statement and not per row: hence the subselect.
CREATE POLICY claim_represented ON claim FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY claim_event_represented ON claim_event FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY decision_represented ON decision FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY booking_represented ON booking FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('APPOINTMENTS'))::uuid[]));

-- What `verify` asks about. Every row, whoever it belongs to: a question whose answer depended on who asks could not
-- turn red. Not the persons, their numbers, their accounts or the files of the bank: a question about them is refused,
-- not blind.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['accounting_act', 'audit_event', 'audit_seal', 'bank_event', 'bank_movement', 'booking', 'claim',
    'claim_event', 'clinic', 'closure', 'decision', 'idempotency', 'installation', 'job_run', 'ledger_entry', 'outbox',
    'payout', 'posting', 'provider_receivable', 'reimbursement', 'self_bill', 'self_bill_line', 'settlement_attempt',
    'settlement_batch', 'settlement_line',
    'settlement_payment', 'slot', 'treatment_usage'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO gateway_verify', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO gateway_verify USING (true)', name || '_verify', name);
  END LOOP;
END $$;
-- Of the files that left: how many payments, and how much, not to whom.
GRANT SELECT (id, batch_id, place, payment_count, total_minor) ON payment_file TO gateway_verify;
CREATE POLICY payment_file_verify ON payment_file FOR SELECT TO gateway_verify USING (true);
-- Of what waits for a person: the money, not what the bank wrote.
GRANT SELECT (id, reason, payment_ids, amount_minor, resolution, against_id, owner_id, resolved_at)
  ON bank_exception TO gateway_verify;
CREATE POLICY bank_exception_verify ON bank_exception FOR SELECT TO gateway_verify USING (true);
