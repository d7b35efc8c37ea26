-- Custody as the gateway counts it: not ended, and the register asked within the last thirty days.
CREATE FUNCTION custody_stands(checked_on date, ended_on date, today date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT today <= checked_on + 30 AND (ended_on IS NULL OR today < ended_on)
$$;
--> statement-breakpoint
-- What is left to a guardian from the 15th birthday to the 18th, Copenhagen midnight: that the young person is there, and the cover.
-- Not the row of the person, which holds address and telephone. Ages as everywhere: 29 February becomes 28 February (GEN-AGE).
CREATE FUNCTION dependants_at(guardian uuid, instant timestamptz)
  RETURNS TABLE (member_id uuid, name text, birth_year int, policy_id uuid, product text, role text, cover_start date, cover_end date)
  LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT m.id, m.given_names || ' ' || m.family_name, extract(year FROM m.birth_date)::int, p.id, p.product, p.role, p.cover_start, p.cover_end
  FROM (SELECT (instant AT TIME ZONE 'Europe/Copenhagen')::date AS today) clock
  JOIN guardianship g ON g.guardian_id = guardian AND g.restricted_at IS NULL AND custody_stands(g.checked_on, g.ended_on, clock.today)
  JOIN member m ON m.id = g.child_id AND m.erased_at IS NULL
    AND (m.birth_date + interval '15 years')::date <= clock.today AND clock.today < (m.birth_date + interval '18 years')::date
  LEFT JOIN policy p ON p.member_id = m.id
  ORDER BY m.birth_date, m.id, p.cover_start, p.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dependants_at(uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
-- Whose guardian is asked is not the caller's to say: it is the person behind the login, and the clock is the database's.
CREATE FUNCTION dependants()
  RETURNS TABLE (member_id uuid, name text, birth_year int, policy_id uuid, product text, role text, cover_start date, cover_end date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT * FROM dependants_at((app_members())[1], now())
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dependants() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dependants() TO gateway_app;
--> statement-breakpoint
-- The other direction: who holds custody of the person behind the login, while that person is under 18.
CREATE FUNCTION guardians()
  RETURNS TABLE (member_id uuid, name text, access text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT m.id, m.given_names || ' ' || m.family_name,
    CASE WHEN NOT custody_stands(g.checked_on, g.ended_on, clock.today) THEN 'NONE'
      WHEN clock.today < (own.birth_date + interval '15 years')::date THEN 'CONTENT'
      WHEN g.restricted_at IS NULL THEN 'COVER' ELSE 'NONE' END
  FROM (SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date AS today) clock
  JOIN member own ON own.id = (app_members())[1] AND clock.today < (own.birth_date + interval '18 years')::date
  JOIN guardianship g ON g.child_id = own.id AND (g.ended_on IS NULL OR clock.today < g.ended_on)
  JOIN member m ON m.id = g.guardian_id AND m.erased_at IS NULL
  ORDER BY m.birth_date, m.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guardians() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION guardians() TO gateway_app;
--> statement-breakpoint
-- A young person opens and closes its own cover to a guardian; the register says who holds custody. DROP and CREATE POLICY and
-- the grants hold ACCESS EXCLUSIVE on guardianship for an instant; the table has a row per child and guardian.
REVOKE UPDATE ON guardianship FROM gateway_app;
--> statement-breakpoint
GRANT UPDATE (checked_on, ended_on, restricted_at) ON guardianship TO gateway_app;
--> statement-breakpoint
DROP POLICY guardianship_read ON guardianship;
--> statement-breakpoint
CREATE POLICY guardianship_read ON guardianship FOR SELECT USING (
  app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
  OR (app_role() = 'MEMBER' AND (child_id = ANY (app_members()) OR (guardian_id = (app_members())[1] AND restricted_at IS NULL))));
--> statement-breakpoint
DROP POLICY guardianship_write ON guardianship;
--> statement-breakpoint
CREATE POLICY guardianship_recorded ON guardianship FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));
--> statement-breakpoint
CREATE POLICY guardianship_checked ON guardianship FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND child_id = (app_members())[1]))
  WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND child_id = (app_members())[1]));
--> statement-breakpoint
-- An erasure is asked for by one person and carried out by another; who writes a row is who the session says.
ALTER TABLE erasure_request ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE erasure_request FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON erasure_request TO gateway_app;
--> statement-breakpoint
GRANT UPDATE (state, approved_by, approved_at) ON erasure_request TO gateway_app;
--> statement-breakpoint
CREATE POLICY erasure_request_read ON erasure_request FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER'));
--> statement-breakpoint
CREATE POLICY erasure_request_insert ON erasure_request FOR INSERT WITH CHECK (app_role() = 'HEALTH_TEAM' AND requested_by = app_subject());
--> statement-breakpoint
CREATE POLICY erasure_request_approve ON erasure_request FOR UPDATE
  USING (app_role() = 'HEALTH_TEAM' AND state = 'REQUESTED')
  WITH CHECK (app_role() = 'HEALTH_TEAM' AND approved_by = app_subject());
