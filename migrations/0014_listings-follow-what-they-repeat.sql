-- The nearby search works as a role of its own, which sees the directory and nobody's personal data. Rates are in its rows,
-- and no other role can read those. All statements but the triggers touch the new, empty table; CREATE TRIGGER holds
-- SHARE ROW EXCLUSIVE on the four small tables for an instant.
DO $$ BEGIN CREATE ROLE gateway_directory NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT gateway_directory TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gateway_directory;
--> statement-breakpoint
REVOKE ALL ON listing FROM gateway_app;
--> statement-breakpoint
GRANT SELECT ON listing, clinic, provider, practitioner, practitioner_clinic, clinic_service, slot, service, postal_code TO gateway_directory;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION slot_live_holds(uuid) TO gateway_directory;
--> statement-breakpoint
ALTER TABLE listing ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE listing FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Distance operators are not leakproof: any condition here but a constant would keep them from their index.
CREATE POLICY listing_read ON listing FOR SELECT TO gateway_directory USING (true);
--> statement-breakpoint
CREATE POLICY listing_write ON listing FOR ALL USING (app_role() = 'WORKER') WITH CHECK (app_role() = 'WORKER');
--> statement-breakpoint
-- Cards are rewritten in place when a clinic synchronises; none of the indexed columns changes then.
ALTER TABLE listing SET (fillfactor = 70);
--> statement-breakpoint
CREATE INDEX listing_nearest ON listing USING gist (service_bit, pos);
--> statement-breakpoint
CREATE FUNCTION global_id(type text, id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(encode(convert_to(type || ':' || id, 'UTF8'), 'base64'), E'+/=\n', '-_')
$$;
--> statement-breakpoint
CREATE FUNCTION clinic_card(k clinic, kind text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT json_build_object('id', global_id('Clinic', k.id), 'clinicId', k.id, 'providerId', k.provider_id, 'kind', kind, 'name', k.name,
    'address', k.address, 'postalCode', k.postnr, 'town', k.town, 'regionCode', k.region_code, 'lat', k.lat, 'lon', k.lon, 'phone', k.phone,
    'languages', k.languages, 'treatsChildren', k.treats_children, 'cancellationHours', k.cancellation_hours,
    'lastSyncedAt', to_char(k.last_synced_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', k.version)::text
$$;
--> statement-breakpoint
CREATE FUNCTION listed_rates(clinic_asked uuid, service_asked text, session_asked text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_agg(json_build_array(r.id, r.amount_minor, r.channel, r.valid_from, r.valid_until) ORDER BY r.valid_from), '[]')::text
  FROM agreed_rate r WHERE r.clinic_id = clinic_asked AND r.service_code = service_asked AND r.session = session_asked
    AND r.state = 'APPROVED' AND (r.valid_until IS NULL OR r.valid_until > current_date - 1)
$$;
--> statement-breakpoint
CREATE VIEW listing_wanted WITH (security_invoker = true) AS
  SELECT cs.id, cs.clinic_id, cs.service_bit, cs.pos, cs.channels, cs.languages, cs.treats_children,
    p.agreement_from::timestamp AT TIME ZONE 'Europe/Copenhagen' AS agreed_from,
    coalesce(p.agreement_until::timestamp AT TIME ZONE 'Europe/Copenhagen', 'infinity') AS agreed_until,
    p.has_public_agreement, clinic_card(k, p.kind) AS card,
    listed_rates(cs.clinic_id, cs.service_code, 'FIRST') AS first_rates, listed_rates(cs.clinic_id, cs.service_code, 'FOLLOW_UP') AS follow_up_rates
  FROM clinic_service cs JOIN clinic k ON k.id = cs.clinic_id JOIN provider p ON p.id = k.provider_id WHERE cs.active;
--> statement-breakpoint
-- Locks first and reads in a later statement: of two that change the same clinic, the second sees what the first did.
CREATE FUNCTION refresh_listings(clinics uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
BEGIN
  PERFORM 1 FROM clinic_service WHERE clinic_id = ANY (clinics) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM listing l WHERE l.clinic_id = ANY (clinics) AND NOT EXISTS (SELECT 1 FROM clinic_service cs WHERE cs.id = l.id AND cs.active);
  UPDATE listing l SET service_bit = w.service_bit, pos = w.pos, channels = w.channels, languages = w.languages, treats_children = w.treats_children,
      agreed_from = w.agreed_from, agreed_until = w.agreed_until, has_public_agreement = w.has_public_agreement, card = w.card,
      first_rates = w.first_rates, follow_up_rates = w.follow_up_rates
    FROM listing_wanted w WHERE w.clinic_id = ANY (clinics) AND l.id = w.id
      AND (l.service_bit, l.pos[0], l.pos[1], l.channels, l.languages, l.treats_children, l.agreed_from, l.agreed_until, l.has_public_agreement, l.card, l.first_rates, l.follow_up_rates)
        IS DISTINCT FROM (w.service_bit, w.pos[0], w.pos[1], w.channels, w.languages, w.treats_children, w.agreed_from, w.agreed_until, w.has_public_agreement, w.card, w.first_rates, w.follow_up_rates);
  INSERT INTO listing SELECT w.* FROM listing_wanted w WHERE w.clinic_id = ANY (clinics) AND NOT EXISTS (SELECT 1 FROM listing l WHERE l.id = w.id);
END $$;
--> statement-breakpoint
REVOKE ALL ON listing_wanted FROM gateway_app;
--> statement-breakpoint
-- Whoever may change what is repeated calls refresh_listings through a trigger; it can do nothing but make rows true.
REVOKE ALL ON FUNCTION listed_rates(uuid, text, text) FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION listings_follow_services() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_listings(array_agg(DISTINCT clinic_id)) FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_new_services AFTER INSERT ON clinic_service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
--> statement-breakpoint
CREATE TRIGGER listing_of_changed_services AFTER UPDATE ON clinic_service REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
--> statement-breakpoint
CREATE TRIGGER listing_of_removed_services AFTER DELETE ON clinic_service REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
--> statement-breakpoint
CREATE TRIGGER listing_of_new_rates AFTER INSERT ON agreed_rate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
--> statement-breakpoint
CREATE FUNCTION listings_follow_clinics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_listings(array_agg(id)) FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_changed_clinics AFTER UPDATE ON clinic REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_clinics();
--> statement-breakpoint
CREATE FUNCTION listings_follow_providers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_listings(array_agg(k.id)) FROM clinic k JOIN changed c ON c.id = k.provider_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_changed_providers AFTER UPDATE ON provider REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_providers();
--> statement-breakpoint
-- A booking stamps the rate it used: that changes nothing that is listed.
CREATE FUNCTION listings_follow_rates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_listings(array_agg(DISTINCT n.clinic_id)) FROM changed n JOIN before o ON o.id = n.id
    WHERE (n.amount_minor, n.channel, n.valid_from, n.valid_until, n.state) IS DISTINCT FROM (o.amount_minor, o.channel, o.valid_from, o.valid_until, o.state);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER listing_of_changed_rates AFTER UPDATE ON agreed_rate REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_rates();
--> statement-breakpoint
SELECT refresh_listings(coalesce(array_agg(id), ARRAY[]::uuid[])) FROM clinic;
