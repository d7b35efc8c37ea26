-- A hold says who wants what kind of treatment when: only its member and the health team may read it. What everyone may
-- know of others' bookings and holds is which units of a slot are taken, and that comes from the two functions below.
DROP POLICY hold_read ON hold;
--> statement-breakpoint
CREATE POLICY hold_read ON hold FOR SELECT USING (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
-- The check of the book must see the whole entry, also when the writer may not read the book.
ALTER FUNCTION posting_sums_to_zero() SET app.role = 'WORKER';
--> statement-breakpoint
CREATE FUNCTION slot_seats_taken(slot_asked uuid) RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT coalesce(array_agg(seat ORDER BY seat), '{}') FROM booking WHERE slot_id = slot_asked AND state IN ('CONFIRMED','ATTENDED','NO_SHOW')
$$;
--> statement-breakpoint
CREATE FUNCTION slot_live_holds(slot_asked uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT count(*)::int FROM hold WHERE slot_id = slot_asked AND state = 'PENDING' AND expires_at > now()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION slot_seats_taken(uuid), slot_live_holds(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION slot_seats_taken(uuid), slot_live_holds(uuid) TO gateway_app;
