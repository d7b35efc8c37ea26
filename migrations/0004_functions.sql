-- Questions that SQL answers in one place. Those that see more than their caller (SECURITY DEFINER) answer one
-- narrow question each and are listed in the test of the catalogue. They look names up where nobody but the owner
-- can put any: pg_temp comes last, and names are qualified.

-- A slot, and who stands in its way

-- What everyone may know of others' bookings and holds: which units of a slot are taken.
CREATE FUNCTION slot_seats_taken(slot_asked uuid) RETURNS int[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT coalesce(array_agg(seat ORDER BY seat), '{}') FROM public.booking
  WHERE slot_id = slot_asked AND state IN ('CONFIRMED','ATTENDED','NO_SHOW')
$$;

CREATE FUNCTION slot_live_holds(slot_asked uuid) RETURNS int LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT count(*)::int FROM public.hold
  WHERE slot_id = slot_asked AND state = 'PENDING' AND expires_at > public.clock_now()
$$;

-- Until when a slot is held by others than the hold that is being given up; null when by nobody.
CREATE FUNCTION slot_held_until(slot_asked uuid, without_hold uuid) RETURNS timestamptz LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT max(expires_at) FROM public.hold
  WHERE slot_id = slot_asked AND id <> without_hold AND state = 'PENDING' AND expires_at > public.clock_now()
$$;

-- A member may not read a relative's holds, and yet they count against the family's three: the number is all that
-- is told.
CREATE FUNCTION family_live_holds(family_asked uuid) RETURNS int LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT count(*)::int FROM public.hold
  WHERE family_id = family_asked AND state = 'PENDING' AND expires_at > public.clock_now()
$$;

-- A hold on a slot that its clinic has withdrawn is worth nothing; ending it frees the member's place for another.
-- The clinic does this without learning whose it was.
CREATE FUNCTION slots_release_holds(slots_asked uuid[]) RETURNS int LANGUAGE sql VOLATILE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  WITH ended AS (
    UPDATE public.hold h SET state = 'RELEASED' FROM public.slot s
    WHERE s.id = h.slot_id AND h.slot_id = ANY (slots_asked) AND s.state = 'WITHDRAWN' AND h.state = 'PENDING'
    RETURNING 1)
  SELECT count(*)::int FROM ended
$$;

-- What a clinic learns of a person

-- Whom a clinic treats: by name while the appointment is current and 30 days after, by initials later; own bookings
-- only.
CREATE FUNCTION patients_of_bookings(asked uuid[]) RETURNS TABLE (booking_id uuid, name text, birth_year int)
  LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT b.id,
    CASE WHEN b.state = 'CONFIRMED' OR b.starts_at > public.clock_now() - interval '30 days'
      THEN m.given_names || ' ' || m.family_name
      ELSE (SELECT string_agg(left(word, 1) || '.', ' ' ORDER BY place)
        FROM regexp_split_to_table(m.given_names || ' ' || m.family_name, '\s+')
          WITH ORDINALITY AS w (word, place)) END,
    extract(year FROM m.birth_date)::int
  FROM public.booking b JOIN public.member m ON m.id = b.member_id
  WHERE b.id = ANY (asked) AND b.provider_id = public.app_provider()
$$;

-- Whether the person of a booking agrees, at an instant, that the clinic learns what the booking needs: a consent
-- of the purpose TREATMENT for the booking's claim, given, not expired and not withdrawn on that day in Copenhagen.
CREATE FUNCTION consent_stands_at(booking uuid, instant timestamptz) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.booking b JOIN public.consent c ON c.claim_id = b.claim_id AND c.member_id = b.member_id
    CROSS JOIN (SELECT (instant AT TIME ZONE 'Europe/Copenhagen')::date AS today) clock
    WHERE b.id = consent_stands_at.booking AND c.purpose = 'TREATMENT' AND c.replaced_by IS NULL
      AND c.given_on <= clock.today AND clock.today <= c.expires_on
      AND (c.withdrawn_on IS NULL OR clock.today < c.withdrawn_on))
$$;

-- A clinic is told yes or no about its own bookings, today, and nothing else of the consent.
CREATE FUNCTION consent_stands(booking uuid) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT EXISTS (SELECT 1 FROM public.booking b
      WHERE b.id = consent_stands.booking AND b.provider_id = public.app_provider())
    AND public.consent_stands_at(consent_stands.booking, public.clock_now())
$$;

-- Custody

-- Custody as the gateway counts it: not ended, and the register asked within the last thirty days.
CREATE FUNCTION custody_stands(checked_on date, ended_on date, today date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT today <= checked_on + 30 AND (ended_on IS NULL OR today < ended_on)
$$;

-- What is left to a guardian from the 15th birthday to the 18th, Copenhagen midnight: that the young person is
-- there, and the cover. Not the row of the person, which holds address and telephone. Ages as everywhere: 29
-- February becomes 28 February (GEN-AGE).
CREATE FUNCTION dependants_at(guardian uuid, instant timestamptz)
  RETURNS TABLE (member_id uuid, name text, birth_year int, policy_id uuid, product text, role text, cover_start date,
    cover_end date)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, m.given_names || ' ' || m.family_name, extract(year FROM m.birth_date)::int, p.id, p.product, p.role,
    p.cover_start, p.cover_end
  FROM (SELECT (instant AT TIME ZONE 'Europe/Copenhagen')::date AS today) clock
  JOIN public.guardianship g ON g.guardian_id = guardian AND g.restricted_at IS NULL
    AND public.custody_stands(g.checked_on, g.ended_on, clock.today)
  JOIN public.member m ON m.id = g.child_id AND m.erased_at IS NULL
    AND (m.birth_date + interval '15 years')::date <= clock.today
    AND clock.today < (m.birth_date + interval '18 years')::date
  LEFT JOIN public.policy p ON p.member_id = m.id
  ORDER BY m.birth_date, m.id, p.cover_start, p.id
$$;

-- Whose guardian is asked is not the caller's to say: it is the person behind the login, and the clock is the
-- database's.
CREATE FUNCTION dependants()
  RETURNS TABLE (member_id uuid, name text, birth_year int, policy_id uuid, product text, role text, cover_start date,
    cover_end date)
  LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT * FROM public.dependants_at((public.app_members())[1], public.clock_now())
$$;

-- The other direction: who holds custody of the person behind the login, while that person is under 18.
CREATE FUNCTION guardians() RETURNS TABLE (member_id uuid, name text, access text)
  LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT m.id, m.given_names || ' ' || m.family_name,
    CASE WHEN NOT public.custody_stands(g.checked_on, g.ended_on, clock.today) THEN 'NONE'
      WHEN clock.today < (own.birth_date + interval '15 years')::date THEN 'CONTENT'
      WHEN g.restricted_at IS NULL THEN 'COVER' ELSE 'NONE' END
  FROM (SELECT public.clock_today() AS today) clock
  JOIN public.member own ON own.id = (public.app_members())[1]
    AND clock.today < (own.birth_date + interval '18 years')::date
  JOIN public.guardianship g ON g.child_id = own.id AND (g.ended_on IS NULL OR clock.today < g.ended_on)
  JOIN public.member m ON m.id = g.guardian_id AND m.erased_at IS NULL
  ORDER BY m.birth_date, m.id
$$;

-- Whom the clinic of a booking rings: the member, or for a child under 15 whoever holds custody and can be reached.
CREATE FUNCTION contact_of_booking(asked uuid) RETURNS TABLE (name text, phone text, "isGuardian" boolean)
  LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT w.name, w.phone, w.guardian
  FROM public.booking b JOIN public.member m ON m.id = b.member_id
  CROSS JOIN LATERAL (
    SELECT g.given_names || ' ' || g.family_name AS name, g.phone, true AS guardian, (g.phone IS NULL)::int AS place, g.id
    FROM public.guardianship s JOIN public.member g ON g.id = s.guardian_id AND g.erased_at IS NULL
    WHERE s.child_id = m.id AND (m.birth_date + interval '15 years')::date > public.clock_today()
      AND public.custody_stands(s.checked_on, s.ended_on, public.clock_today())
    UNION ALL
    SELECT m.given_names || ' ' || m.family_name, m.phone, false, 2, m.id
    ORDER BY place, id LIMIT 1) w
  WHERE b.id = asked AND b.provider_id = public.app_provider() AND b.channel = 'PHONE' AND b.state = 'CONFIRMED'
$$;

-- Totals and programmes

-- What was paid or is reserved against a total of this claim's service, in øre (PRC-ADDICTION-100000,
-- PRC-CONVALESCENT-65000, PRC-HOSPICE-100000, PRC-DENTAL-20000): booked and attended treatments with their
-- corrections, and reimbursements, of the same member and policy, or of the claim alone. The health team may not
-- read settlement lines, so one sum is answered.
CREATE FUNCTION paid_of_total(claim_asked uuid, per_claim boolean) RETURNS bigint LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT (coalesce((SELECT sum(r.reimbursed_minor) FROM public.reimbursement r
      WHERE r.member_id = c.member_id AND r.service_code = c.service_code
        AND CASE WHEN per_claim THEN r.claim_id = c.id ELSE r.policy_id = c.policy_id END), 0)
    + coalesce((SELECT sum(b.insurer_pays_minor
          + coalesce((SELECT sum(l.amount_minor) FROM public.settlement_line l
              WHERE l.booking_id = b.id AND l.kind = 'CORRECTION'), 0))
      FROM public.booking b JOIN public.claim o ON o.id = b.claim_id
      WHERE b.member_id = c.member_id AND b.service_code = c.service_code AND b.state IN ('CONFIRMED','ATTENDED')
        AND CASE WHEN per_claim THEN o.id = c.id ELSE o.policy_id = c.policy_id END), 0))::bigint
  FROM public.claim c WHERE c.id = claim_asked
$$;

-- The programmes a member began with other claims of the same insurance period, and the assessment of option H with
-- any: few members have one, and what is a function of its own costs those who have none nothing. It sees what its
-- caller may see.
CREATE FUNCTION programmes_before(claim_asked uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('service', g.service_code, 'subject', g.subject, 'attended', EXISTS (
    SELECT FROM public.treatment_usage a WHERE a.claim_id = g.claim_id AND a.state = 'COUNTED'))), '[]'::jsonb)
  FROM public.claim c JOIN public.programme_usage g ON g.member_id = c.member_id AND g.claim_id <> c.id
  JOIN public.claim gc ON gc.id = g.claim_id
  WHERE c.id = claim_asked AND (gc.policy_id = c.policy_id OR g.service_code = 'PSYCHIATRIC_ASSESSMENT')
    AND (EXISTS (SELECT FROM public.treatment_usage t WHERE t.claim_id = g.claim_id AND t.state <> 'RELEASED')
      OR NOT EXISTS (SELECT FROM public.treatment_usage t WHERE t.claim_id = g.claim_id))
$$;

-- The book

-- The first day that is not in a closed month; the beginning of time where none was closed.
CREATE FUNCTION book_opens_on() RETURNS date LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT coalesce((SELECT CASE act WHEN 'CLOSE' THEN (month + interval '1 month')::date ELSE month END
    FROM public.accounting_act WHERE state = 'DONE' ORDER BY decided_at DESC LIMIT 1), '0001-01-01')
$$;

-- The platform

-- What an act must have changed is checked where it is changed, so that its last statement can travel with the
-- COMMIT. The name of the change that found other rows than it needs is reported like that of a constraint.
CREATE FUNCTION act_does_not_stand(change text) RETURNS int LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a change found other rows than the act needs' USING ERRCODE = '23514', CONSTRAINT = change;
END $$;

-- The one who asks takes from every bucket at once or from none; buckets restore their whole capacity in a minute.
-- A request dearer than a full bucket is let through when the bucket is full, and leaves a debt. No ON CONFLICT DO
-- UPDATE: before 15.20, 16.16, 17.12 and 18.7 that statement read past row-level security (CVE-2026-120154).
CREATE FUNCTION lease_tokens(keys text[], capacities float8[], needed float8, wanted float8,
  OUT granted float8, OUT available float8, OUT wait_seconds float8)
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  balance float8;
  i int;
BEGIN
  available := 'infinity';
  wait_seconds := 0;
  FOR i IN 1 .. array_length(keys, 1) LOOP
    LOOP
      UPDATE public.rate_bucket SET
          tokens = least(capacities[i],
            tokens + greatest(0, extract(epoch FROM clock_timestamp() - filled_at)) * capacities[i] / 60),
          filled_at = clock_timestamp()
        WHERE key = keys[i] RETURNING tokens INTO balance;
      EXIT WHEN FOUND;
      INSERT INTO public.rate_bucket (key, tokens, filled_at) VALUES (keys[i], capacities[i], clock_timestamp())
        ON CONFLICT DO NOTHING;
    END LOOP;
    available := least(available, balance);
    wait_seconds := greatest(wait_seconds, (least(needed, capacities[i]) - balance) * 60 / capacities[i]);
  END LOOP;
  granted := CASE WHEN wait_seconds > 0 THEN 0 ELSE greatest(needed, least(wanted, available)) END;
  UPDATE public.rate_bucket SET tokens = tokens - granted WHERE key = ANY (keys) AND granted > 0;
  available := available - granted;
END $$;

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

-- Whose a number is: one id, and nothing of the number.
CREATE FUNCTION member_of_number(digests bytea[]) RETURNS uuid LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT c.member_id FROM public.member_cpr c WHERE c.blind_index = ANY (digests) LIMIT 1
$$;

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

-- Where the feed of events ends: the place from which a new endpoint is told. A company sees no event but its own, and
-- this is a number.
CREATE FUNCTION feed_horizon() RETURNS bigint LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT coalesce(max(position), 0) FROM public.event
$$;

-- Companies that would be paid to another account than the last that was confirmed. Whoever asks sees no account.
CREATE FUNCTION unconfirmed_accounts() RETURNS SETOF uuid LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT a.provider_id FROM public.provider_account a
    JOIN LATERAL (SELECT c.* FROM public.account_change c WHERE c.provider_id = a.provider_id AND c.state = 'IN_FORCE'
      ORDER BY c.in_force_at DESC LIMIT 1) c ON true
   WHERE (a.registration_number, a.account_number) <> (c.registration_number, c.account_number)
     OR a.iban IS DISTINCT FROM c.iban
$$;

-- Whether a member can be paid by civil registration number: finance is told yes or no, and sees neither the person nor the
-- number.
CREATE FUNCTION has_civil_number(member_asked uuid) RETURNS boolean LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT EXISTS (SELECT FROM public.member m
    WHERE m.id = member_asked AND m.cpr_encrypted IS NOT NULL AND m.erased_at IS NULL)
$$;

-- Who may call what
-- What is not named here is called by triggers or by other functions of the owner.

GRANT EXECUTE ON FUNCTION app_role(), app_subject(), app_provider(), app_members(),
  clock_now(), clock_today(), clock_moment()
  TO gateway_app, gateway_identity, gateway_directory, gateway_verify;
GRANT EXECUTE ON FUNCTION
  slot_seats_taken(uuid), slot_live_holds(uuid), slot_held_until(uuid, uuid), family_live_holds(uuid),
  slots_release_holds(uuid[]), patients_of_bookings(uuid[]), contact_of_booking(uuid), consent_stands(uuid),
  custody_stands(date, date, date), dependants(), guardians(), paid_of_total(uuid, boolean), programmes_before(uuid),
  act_does_not_stand(text), feed_horizon(), has_civil_number(uuid), lease_tokens(text[], float8[], float8, float8), refresh_listings(uuid[])
  TO gateway_app;
GRANT EXECUTE ON FUNCTION slot_live_holds(uuid), clinic_card(clinic, text), global_id(text, uuid)
  TO gateway_directory;
GRANT EXECUTE ON FUNCTION members_of_subject(text, timestamptz) TO gateway_app;
GRANT EXECUTE ON FUNCTION book_opens_on() TO gateway_app;
GRANT EXECUTE ON FUNCTION unconfirmed_accounts() TO gateway_worker, gateway_verify;
GRANT EXECUTE ON FUNCTION represented(text) TO gateway_app, gateway_identity;
GRANT EXECUTE ON FUNCTION member_of_number(bytea[]) TO gateway_identity;
GRANT EXECUTE ON FUNCTION consent_stands_at(uuid, timestamptz) TO gateway_worker;
GRANT EXECUTE ON FUNCTION is_erased(uuid) TO gateway_retention;
GRANT EXECUTE ON FUNCTION availability_of_clinics(uuid[]) TO gateway_app, gateway_directory;
