-- What the nearby search reads: the directory as rows that are ready to be answered (listing), which follow what
-- they repeat, and the indexes and storage of openings.

-- Openings

-- The next openings of a clinic, answered from the index alone; the search passes over on-call capacity.
CREATE INDEX slot_next_free ON slot (clinic_id, starts_at)
  INCLUDE (id, ends_at, service_mask, channel, audience, funding, capacity, booked, held_until, practitioner_id,
    on_call)
  WHERE state = 'OPEN' AND booked < capacity;

-- Bookings touch two small columns of a slot: room on the page keeps such updates off the indexes' back where it
-- can. An index alone answers only where pages are known to be visible to everyone, so the calendar is tidied after
-- one changed row in a hundred instead of one in five.
ALTER TABLE slot SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE claim SET (fillfactor = 80);

-- A limit that is forgotten in a crash starts full: it need not be written to the log.
ALTER TABLE rate_bucket SET UNLOGGED;
-- A proof is good for a minute: a server that starts again after a crash takes about as long.
ALTER TABLE used_proof SET UNLOGGED;

-- The directory

-- Nearest first: one walk of such an index per search, service first, then distance on the plane.
CREATE INDEX clinic_service_nearest ON clinic_service USING gist (service_code, pos) WHERE active;
CREATE INDEX listing_nearest ON listing USING gist (service_bit, pos);

-- Cards are rewritten in place when a clinic synchronises; none of the indexed columns changes then.
ALTER TABLE listing SET (fillfactor = 70);

CREATE FUNCTION global_id(type text, id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(encode(convert_to(type || ':' || id, 'UTF8'), 'base64'), E'+/=\n', '-_')
$$;

CREATE FUNCTION clinic_card(k clinic, kind text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT json_build_object('id', public.global_id('Clinic', k.id), 'clinicId', k.id, 'providerId', k.provider_id,
    'kind', kind, 'name', k.name, 'address', k.address, 'postalCode', k.postnr, 'town', k.town,
    'regionCode', k.region_code, 'lat', k.lat, 'lon', k.lon,
    'precision', k.place_precision, 'phone', k.phone, 'wayIn', k.way_in,
    'accessibility', k.accessibility, 'languages', k.languages,
    'treatsChildren', k.treats_children, 'cancellationHours', k.cancellation_hours,
    'lastSyncedAt', to_char(k.last_synced_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'version', k.version)::text
$$;

CREATE FUNCTION listed_rates(clinic_asked uuid, service_asked text, session_asked text) RETURNS text
  LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_agg(json_build_array(r.id, r.amount_minor, r.channel, r.valid_from, r.valid_until)
    ORDER BY r.valid_from), '[]')::text
  FROM public.agreed_rate r
  WHERE r.clinic_id = clinic_asked AND r.service_code = service_asked AND r.session = session_asked
    AND r.state = 'APPROVED' AND (r.valid_until IS NULL OR r.valid_until > public.clock_today())
$$;

-- Periods of days as instants, midnight in Denmark.
CREATE FUNCTION instants_of(days datemultirange) RETURNS tstzmultirange LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(range_agg(tstzrange(lower(d)::timestamp AT TIME ZONE 'Europe/Copenhagen',
    upper(d)::timestamp AT TIME ZONE 'Europe/Copenhagen')), '{}') FROM unnest(days) d
$$;

CREATE FUNCTION listed_periods(days datemultirange) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_agg(json_build_array(lower(d), upper(d)) ORDER BY d), '[]')::text
  FROM unnest(days) d WHERE upper(d) IS NULL OR upper(d) > public.clock_today()
$$;

-- The rows that listing should have.
CREATE VIEW listing_wanted WITH (security_invoker = true) AS
  SELECT cs.id, cs.clinic_id, cs.service_bit, cs.pos, cs.channels, cs.languages, cs.treats_children,
    CASE WHEN isempty(a.agreed) THEN 'infinity' ELSE coalesce(lower(a.agreed), '-infinity') END AS agreed_from,
    coalesce(upper(a.agreed), 'infinity') AS agreed_until, a.agreed,
    listed_periods(p.publicly_agreed) AS publicly_agreed, clinic_card(k, p.kind) AS card,
    listed_rates(cs.clinic_id, cs.service_code, 'FIRST') AS first_rates,
    listed_rates(cs.clinic_id, cs.service_code, 'FOLLOW_UP') AS follow_up_rates
  FROM clinic_service cs JOIN clinic k ON k.id = cs.clinic_id JOIN provider p ON p.id = k.provider_id
  CROSS JOIN LATERAL (SELECT instants_of(p.agreed - k.suspended) AS agreed) a
  WHERE cs.active;

-- Whoever may change what is repeated comes here through a trigger: it can do nothing but make rows true. It locks
-- first and reads in a later statement, so that of two that change the same clinic the second sees what the first
-- did. Strict: a trigger that found no clinic to list calls it with NULL, and it is not run.
CREATE FUNCTION refresh_listings(clinics uuid[]) RETURNS void LANGUAGE plpgsql STRICT
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
BEGIN
  PERFORM 1 FROM public.clinic_service WHERE clinic_id = ANY (clinics) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM public.listing l WHERE l.clinic_id = ANY (clinics)
    AND NOT EXISTS (SELECT 1 FROM public.clinic_service cs WHERE cs.id = l.id AND cs.active);
  UPDATE public.listing l SET service_bit = w.service_bit, pos = w.pos, channels = w.channels, languages = w.languages,
      treats_children = w.treats_children, agreed_from = w.agreed_from, agreed_until = w.agreed_until,
      agreed = w.agreed, publicly_agreed = w.publicly_agreed, card = w.card, first_rates = w.first_rates,
      follow_up_rates = w.follow_up_rates
    FROM public.listing_wanted w WHERE w.clinic_id = ANY (clinics) AND l.id = w.id
      AND (l.service_bit, l.pos[0], l.pos[1], l.channels, l.languages, l.treats_children, l.agreed_from, l.agreed_until,
          l.agreed, l.publicly_agreed, l.card, l.first_rates, l.follow_up_rates)
        IS DISTINCT FROM
          (w.service_bit, w.pos[0], w.pos[1], w.channels, w.languages, w.treats_children, w.agreed_from, w.agreed_until,
          w.agreed, w.publicly_agreed, w.card, w.first_rates, w.follow_up_rates);
  INSERT INTO public.listing (id, clinic_id, service_bit, pos, channels, languages, treats_children, agreed_from,
      agreed_until, agreed, publicly_agreed, card, first_rates, follow_up_rates)
    SELECT w.id, w.clinic_id, w.service_bit, w.pos, w.channels, w.languages, w.treats_children, w.agreed_from,
      w.agreed_until, w.agreed, w.publicly_agreed, w.card, w.first_rates, w.follow_up_rates
    FROM public.listing_wanted w
    WHERE w.clinic_id = ANY (clinics) AND NOT EXISTS (SELECT 1 FROM public.listing l WHERE l.id = w.id);
END $$;

-- What listings follow

CREATE FUNCTION listings_follow_services() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.refresh_listings(array_agg(DISTINCT clinic_id)) FROM changed;
  RETURN NULL;
END $$;

CREATE TRIGGER listing_of_new_services AFTER INSERT ON clinic_service REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
CREATE TRIGGER listing_of_changed_services AFTER UPDATE ON clinic_service REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
CREATE TRIGGER listing_of_removed_services AFTER DELETE ON clinic_service REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();
CREATE TRIGGER listing_of_new_rates AFTER INSERT ON agreed_rate REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_services();

-- A booking stamps the rate it used: that changes nothing that is listed.
CREATE FUNCTION listings_follow_rates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.refresh_listings(array_agg(DISTINCT n.clinic_id)) FROM changed n JOIN before o ON o.id = n.id
    WHERE (n.amount_minor, n.channel, n.valid_from, n.valid_until, n.state)
      IS DISTINCT FROM (o.amount_minor, o.channel, o.valid_from, o.valid_until, o.state);
  RETURN NULL;
END $$;

CREATE TRIGGER listing_of_changed_rates AFTER UPDATE ON agreed_rate
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_rates();

CREATE FUNCTION listings_follow_clinics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.refresh_listings(array_agg(id)) FROM changed;
  RETURN NULL;
END $$;

CREATE TRIGGER listing_of_changed_clinics AFTER UPDATE ON clinic REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_clinics();

CREATE FUNCTION listings_follow_providers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.refresh_listings(array_agg(k.id)) FROM public.clinic k JOIN changed c ON c.id = k.provider_id;
  RETURN NULL;
END $$;

CREATE TRIGGER listing_of_changed_providers AFTER UPDATE ON provider REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION listings_follow_providers();

-- What a part of the network may do follows its credentials

CREATE FUNCTION credential_days(subject uuid, kinds text[]) RETURNS datemultirange LANGUAGE sql STABLE AS $$
  SELECT coalesce(range_agg(daterange(c.valid_from, c.valid_until)), '{}') FROM public.credential c
  WHERE c.subject_id = subject AND c.kind = ANY (kinds)
$$;

CREATE FUNCTION parts_follow_credentials() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
BEGIN
  UPDATE public.provider p SET
      agreed = public.credential_days(p.id, '{AGREEMENT}') - public.credential_days(p.id, '{SUSPENSION,END}'),
      publicly_agreed = public.credential_days(p.id, '{PUBLIC_AGREEMENT}')
    WHERE p.id IN (SELECT provider_id FROM changed);
  UPDATE public.clinic k SET suspended = public.credential_days(k.id, '{SUSPENSION,END}')
    WHERE k.id IN (SELECT clinic_id FROM changed);
  UPDATE public.practitioner t SET
      authorised = public.credential_days(t.id, '{AUTHORISATION}'),
      rab_approved = public.credential_days(t.id, '{RAB_APPROVAL}'),
      suspended = public.credential_days(t.id, '{SUSPENSION,END}')
    WHERE t.id IN (SELECT practitioner_id FROM changed);
  RETURN NULL;
END $$;

CREATE TRIGGER parts_follow_new_credentials AFTER INSERT ON credential REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION parts_follow_credentials();
CREATE TRIGGER parts_follow_changed_credentials AFTER UPDATE ON credential REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION parts_follow_credentials();
