-- Only the new table and new functions are named here: no lock on anything that is in use.
ALTER TABLE busy_feed ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE busy_feed FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- When a practitioner is busy is the clinic's own business; the network sees the openings that are left.
CREATE POLICY busy_feed_all ON busy_feed FOR ALL
  USING (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() = 'WORKER' OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON busy_feed TO gateway_app;
--> statement-breakpoint
-- A member may not read a relative's holds, and yet they count against the family's three: the number is all that is told.
CREATE FUNCTION family_live_holds(family_asked uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT count(*)::int FROM hold WHERE family_id = family_asked AND state = 'PENDING' AND expires_at > now()
$$;
--> statement-breakpoint
-- Until when a slot is held by others than the hold that is being given up; null when by nobody.
CREATE FUNCTION slot_held_until(slot_asked uuid, without_hold uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT max(expires_at) FROM hold WHERE slot_id = slot_asked AND id <> without_hold AND state = 'PENDING' AND expires_at > now()
$$;
--> statement-breakpoint
-- A hold on a slot that its clinic has withdrawn is worth nothing; ending it frees the member's place for another. The clinic
-- does this without learning whose it was.
CREATE FUNCTION slots_release_holds(slots_asked uuid[]) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  WITH ended AS (
    UPDATE hold h SET state = 'RELEASED' FROM slot s
    WHERE s.id = h.slot_id AND h.slot_id = ANY (slots_asked) AND s.state = 'WITHDRAWN' AND h.state = 'PENDING' RETURNING 1)
  SELECT count(*)::int FROM ended
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION family_live_holds(uuid), slot_held_until(uuid, uuid), slots_release_holds(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION family_live_holds(uuid), slot_held_until(uuid, uuid), slots_release_holds(uuid[]) TO gateway_app;
