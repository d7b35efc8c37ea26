-- Whether the person of a booking agrees, at an instant, that the clinic learns what the booking needs: a consent of the purpose
-- TREATMENT for the booking's claim, given, not expired and not withdrawn on that day in Copenhagen. Creating a function takes no
-- lock on a table.
CREATE FUNCTION consent_stands_at(booking uuid, instant timestamptz) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM booking b JOIN consent c ON c.claim_id = b.claim_id AND c.member_id = b.member_id
    CROSS JOIN (SELECT (instant AT TIME ZONE 'Europe/Copenhagen')::date AS today) clock
    WHERE b.id = consent_stands_at.booking AND c.purpose = 'TREATMENT' AND c.replaced_by IS NULL
      AND c.given_on <= clock.today AND clock.today <= c.expires_on AND (c.withdrawn_on IS NULL OR clock.today < c.withdrawn_on))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION consent_stands_at(uuid, timestamptz) FROM PUBLIC;
--> statement-breakpoint
-- A clinic is told yes or no about its own bookings, today, and nothing else of the consent.
CREATE FUNCTION consent_stands(booking uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT EXISTS (SELECT 1 FROM booking b WHERE b.id = consent_stands.booking AND b.provider_id = app_provider())
    AND consent_stands_at(consent_stands.booking, now())
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION consent_stands(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION consent_stands(uuid) TO gateway_app;
