-- A booked opening in closed time offers nobody what is left of it, and its practitioner is there all the same. Both
-- statements lock slot for the while it takes to look through the practitioners' calendars; the index of before goes first.
ALTER TABLE slot DROP CONSTRAINT practitioner_slots_never_overlap;
ALTER TABLE slot ADD CONSTRAINT practitioner_slots_never_overlap
  EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE ((state = 'OPEN' OR booked > 0) AND NOT overlap_allowed);

-- followed_source: the clinic's own; its address is sealed even from the clinic. Jobs fetch.
GRANT SELECT, INSERT, UPDATE, DELETE ON followed_source TO gateway_app;
ALTER TABLE followed_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE followed_source FORCE ROW LEVEL SECURITY;
CREATE POLICY followed_source_all ON followed_source FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));

-- intake_report: what became of what a clinic sent is its own business.
GRANT SELECT, INSERT, DELETE ON intake_report TO gateway_app;
ALTER TABLE intake_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_report FORCE ROW LEVEL SECURITY;
CREATE POLICY intake_report_read ON intake_report FOR SELECT
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY intake_report_insert ON intake_report FOR INSERT
  WITH CHECK (app_role() = 'WORKER'
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY intake_report_delete ON intake_report FOR DELETE USING (app_role() = 'WORKER');

-- calendar_feed: the member's own, or the company's. Whoever comes with the secret is nobody: the feed is found as the
-- product and its appointments are read as whose it is. Nobody takes one out but an erasure: it is revoked.
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO gateway_app;
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
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
CREATE POLICY calendar_feed_delete ON calendar_feed FOR DELETE USING (app_role() = 'WORKER');

-- How far the openings of clinics can be relied on: everyone may know that, and nothing of whose calendar is silent.
CREATE FUNCTION availability_of_clinics(asked uuid[]) RETURNS TABLE (clinic_id uuid, availability text)
  LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT k.id,
    CASE WHEN f.silent > 0 AND f.silent >= p.working THEN 'UNKNOWN'
      WHEN f.silent > 0 THEN 'PARTLY_UNKNOWN'
      WHEN EXISTS (SELECT FROM public.followed_source s WHERE s.clinic_id = k.id AND s.kind = 'SMART'
        AND coalesce(s.read_at, s.saved_at) + make_interval(mins => s.stale_after_minutes) <= public.clock_now())
        THEN 'STALE'
      ELSE 'CURRENT' END
  FROM public.clinic k
    CROSS JOIN LATERAL (SELECT count(*) AS silent FROM public.busy_feed b WHERE b.clinic_id = k.id
      AND (b.busy IS NULL OR b.as_of IS NULL
        OR b.as_of + make_interval(mins => b.stale_after_minutes) <= public.clock_now())) f
    CROSS JOIN LATERAL (SELECT count(*) AS working FROM public.practitioner_clinic w WHERE w.clinic_id = k.id) p
  WHERE k.id = ANY (asked)
$$;
REVOKE EXECUTE ON FUNCTION availability_of_clinics(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION availability_of_clinics(uuid[]) TO gateway_app, gateway_directory;
