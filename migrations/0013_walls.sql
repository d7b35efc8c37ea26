-- The powers of the product itself are roles, not words. Until here whoever could say app.role = 'WORKER' was the
-- product; now only a session that works in one of these roles is, and the login that serves requests can take on none
-- of them. gateway_worker: jobs, and acts that reach beyond what their caller may see once the database has said that
-- they may. gateway_retention: removes what is old enough, table by table. gateway_keys: moves and removes sealed
-- civil registration numbers.
DO $$
DECLARE
  name text;
  pair text[];
BEGIN
  FOREACH name IN ARRAY ARRAY['gateway_worker', 'gateway_retention', 'gateway_keys'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = name);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', name);
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role % is missing: an administrator runs the statements of deploy/roles.sql that name it', name;
    END;
  END LOOP;
  -- two databases of one server may do this at the same time: what counts is that in the end it is so
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['gateway_app', 'gateway_worker'], ['gateway_worker', 'gateway_retention'],
    ['gateway_identity', 'gateway_keys'], ['gateway_worker', 'gateway_keys'],
    ['gateway_worker', current_user::text], ['gateway_retention', current_user::text],
    ['gateway_keys', current_user::text]] LOOP
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

GRANT USAGE ON SCHEMA public TO gateway_worker, gateway_retention, gateway_keys;

-- The word alone is worth nothing: without the role it is nobody's. Functions that answer one narrow question run as
-- the owner of the tables, who has the role.
CREATE OR REPLACE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('app.role', true) = 'WORKER' AND NOT pg_has_role(current_user, 'gateway_worker', 'USAGE')
    THEN '' ELSE current_setting('app.role', true) END;

-- Whom a login acts for is asked before there is a viewer. One narrow question instead of the powers of the product:
-- the person's own row first, then children in its custody until they are 15.
CREATE FUNCTION members_of_subject(subject text, instant timestamptz) RETURNS TABLE (id uuid) LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  WITH clock AS (
    SELECT (coalesce(instant, public.clock_now()) AT TIME ZONE 'Europe/Copenhagen')::date AS today),
  self AS (
    SELECT m.id FROM public.member m WHERE m.identity_subject = subject AND m.erased_at IS NULL),
  found AS (
    SELECT self.id, 0 AS place FROM self
    UNION ALL
    SELECT child.id, 1 FROM self
      JOIN public.guardianship g ON g.guardian_id = self.id
      JOIN public.member child ON child.id = g.child_id AND child.erased_at IS NULL
      CROSS JOIN clock
      WHERE public.custody_stands(g.checked_on, g.ended_on, clock.today)
        AND (child.birth_date + interval '15 years')::date > clock.today)
  SELECT found.id FROM found ORDER BY found.place, found.id
$$;
GRANT EXECUTE ON FUNCTION members_of_subject(text, timestamptz) TO gateway_app;

-- Numbers: whoever works in the role for them may ask whose a number is, and is told one id; only gateway_keys sees,
-- writes and removes.
DROP POLICY member_cpr_all ON member_cpr;
CREATE POLICY member_cpr_keys ON member_cpr FOR ALL TO gateway_keys USING (true) WITH CHECK (true);
REVOKE ALL ON member_cpr FROM gateway_identity;
CREATE FUNCTION member_of_number(digests bytea[]) RETURNS uuid LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT c.member_id FROM public.member_cpr c WHERE c.blind_index = ANY (digests) LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION member_of_number(bytea[]) TO gateway_identity;
REVOKE UPDATE ON member FROM gateway_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON member_cpr TO gateway_keys;
GRANT UPDATE (cpr_encrypted, version) ON member TO gateway_keys;

-- A token that was taken back stays so until it would have ended by itself.
ALTER TABLE "token_revocation" ADD COLUMN "expires_at" timestamp (6) with time zone DEFAULT clock_timestamp() + interval '36 hours' NOT NULL;

-- Nothing that is kept is removed by a role that serves, nor by jobs: only by retention, and there only what is old
-- enough, or belongs to somebody whose row has become nobody's.
REVOKE DELETE ON hold, consent, claim_event, decision, audit_event, idempotency, outbox, quota_use, rate_bucket,
  token_revocation FROM gateway_app;
GRANT DELETE ON hold, consent, claim_event, decision, audit_event, idempotency, outbox, quota_use, rate_bucket,
  token_revocation TO gateway_retention;

CREATE FUNCTION is_erased(member_asked uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.member m WHERE m.id = member_asked AND m.erased_at IS NOT NULL)
$$;
GRANT EXECUTE ON FUNCTION is_erased(uuid) TO gateway_retention;

DROP POLICY hold_delete ON hold;
CREATE POLICY hold_retention ON hold FOR DELETE TO gateway_retention
  USING ((created_at < clock_now() - interval '24 hours' AND state IN ('RELEASED','EXPIRED','PENDING')
    AND (state <> 'PENDING' OR expires_at < clock_now()))
    OR created_at < clock_now() - interval '3 years' OR is_erased(member_id));

DROP POLICY consent_retention ON consent;
CREATE POLICY consent_retention ON consent FOR DELETE TO gateway_retention
  USING (coalesce(withdrawn_on, expires_on) < (clock_now() - interval '5 years')::date);

DROP POLICY claim_event_retention ON claim_event;
CREATE POLICY claim_event_retention ON claim_event FOR DELETE TO gateway_retention
  USING (at < clock_now() - interval '3 years' OR is_erased(member_id));

DROP POLICY decision_retention ON decision;
CREATE POLICY decision_retention ON decision FOR DELETE TO gateway_retention
  USING (decided_at < clock_now() - interval '3 years'
    OR EXISTS (SELECT FROM claim c WHERE c.id = decision.claim_id AND is_erased(c.member_id)));

DROP POLICY audit_event_retention ON audit_event;
CREATE POLICY audit_event_retention ON audit_event FOR DELETE TO gateway_retention
  USING (at < clock_now() - interval '5 years');

DROP POLICY idempotency_sweep ON idempotency;
DROP POLICY idempotency_sweep_read ON idempotency;
CREATE POLICY idempotency_sweep ON idempotency FOR DELETE TO gateway_retention USING (expires_at < clock_now());
CREATE POLICY idempotency_sweep_read ON idempotency FOR SELECT TO gateway_retention USING (expires_at < clock_now());

DROP POLICY quota_use_sweep ON quota_use;
CREATE POLICY quota_use_sweep ON quota_use FOR DELETE TO gateway_retention
  USING (used_at < clock_now() - interval '1 day');

DROP POLICY outbox_relay ON outbox;
CREATE POLICY outbox_relay ON outbox FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY outbox_relayed ON outbox FOR UPDATE USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
CREATE POLICY outbox_retention ON outbox FOR DELETE TO gateway_retention
  USING (delivered_at < now() - interval '7 days');

DROP POLICY rate_bucket_all ON rate_bucket;
CREATE POLICY rate_bucket_read ON rate_bucket FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY rate_bucket_insert ON rate_bucket FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY rate_bucket_update ON rate_bucket FOR UPDATE USING (app_role() = 'WORKER');
CREATE POLICY rate_bucket_retention ON rate_bucket FOR DELETE TO gateway_retention
  USING (filled_at < now() - interval '10 minutes');

DROP POLICY token_revocation_all ON token_revocation;
CREATE POLICY token_revocation_read ON token_revocation FOR SELECT USING (app_role() = 'WORKER');
CREATE POLICY token_revocation_insert ON token_revocation FOR INSERT WITH CHECK (app_role() = 'WORKER');
CREATE POLICY token_revocation_retention ON token_revocation FOR DELETE TO gateway_retention
  USING (expires_at < clock_timestamp());

-- Reports of what clinics sent go after thirty days, by the job that fetches; a private calendar with its person.
REVOKE DELETE ON intake_report, calendar_feed FROM gateway_app;
GRANT DELETE ON intake_report TO gateway_worker;
GRANT DELETE ON calendar_feed TO gateway_retention;
DROP POLICY intake_report_delete ON intake_report;
CREATE POLICY intake_report_retention ON intake_report FOR DELETE TO gateway_worker
  USING (read_at < clock_now() - interval '30 days');
DROP POLICY calendar_feed_delete ON calendar_feed;
CREATE POLICY calendar_feed_retention ON calendar_feed FOR DELETE TO gateway_retention USING (member_id IS NOT NULL);

-- What the team has decided of a person goes with the person; an authority also five years after its end.
REVOKE DELETE ON designation, status_report, authority FROM gateway_app;
GRANT DELETE ON designation, status_report, authority TO gateway_retention;
DROP POLICY designation_retention ON designation;
CREATE POLICY designation_retention ON designation FOR DELETE TO gateway_retention USING (is_erased(member_id));
DROP POLICY status_report_retention ON status_report;
CREATE POLICY status_report_retention ON status_report FOR DELETE TO gateway_retention USING (is_erased(member_id));
DROP POLICY authority_retention ON authority;
CREATE POLICY authority_retention ON authority FOR DELETE TO gateway_retention
  USING (coalesce(withdrawn_at::date, valid_through) < (clock_now() - interval '5 years')::date
    OR is_erased(member_id) OR is_erased(representative_id));

-- An approval is of what the bank will get: its hash is compared when the file is made. A batch that was approved before
-- is approved again.
ALTER TABLE "settlement_batch" ADD COLUMN "approved_sha256" text;
