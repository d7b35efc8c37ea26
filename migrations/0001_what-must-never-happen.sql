-- What must never happen, whoever writes: periods that overlap, books that are out of balance, history that
-- changes. The definitions of the tables cannot say it. Names are sentences, because they become messages.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- From here on a function is closed until it is granted (the list stands at the end of 0004), also one of a later
-- step.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Periods

-- A practitioner is in one place at a time, even across clinics, unless the clinic's policy allows overlap. A booked
-- opening in closed time offers nobody what is left of it, and its practitioner is there all the same.
ALTER TABLE slot ADD CONSTRAINT practitioner_slots_never_overlap
  EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE ((state = 'OPEN' OR booked > 0) AND NOT overlap_allowed);

ALTER TABLE agreed_rate ADD CONSTRAINT approved_rates_never_overlap
  EXCLUDE USING gist (clinic_id WITH =, service_code WITH =, session WITH =, channel WITH =,
    daterange(valid_from, valid_until, '[)') WITH &&)
  WHERE (state = 'APPROVED');

ALTER TABLE public_tariff ADD CONSTRAINT tariffs_never_overlap
  EXCLUDE USING gist (service_code WITH =, session WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

-- Two agreements of one company, or two authorisations of one practitioner, never hold on the same day.
ALTER TABLE credential ADD CONSTRAINT credentials_of_a_kind_never_overlap
  EXCLUDE USING gist (subject_id WITH =, kind WITH =, daterange(valid_from, valid_until, '[)') WITH &&);

-- History

CREATE FUNCTION rows_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only';
END $$;

CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER posting_is_append_only BEFORE UPDATE OR DELETE ON posting
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER price_cap_is_append_only BEFORE UPDATE OR DELETE ON price_cap
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER network_change_is_append_only BEFORE UPDATE OR DELETE ON network_change
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER bank_event_is_append_only BEFORE UPDATE OR DELETE ON bank_event
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER bank_statement_is_append_only BEFORE UPDATE OR DELETE ON bank_statement
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER bank_movement_keeps_its_money BEFORE DELETE OR UPDATE OF
  id, file_id, amount_minor, booked_on, reference, meaning, exception_id ON bank_movement
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER settlement_attempt_is_append_only BEFORE UPDATE OR DELETE ON settlement_attempt
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER dispute_answer_is_never_changed BEFORE UPDATE ON dispute_answer
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER self_bill_is_append_only BEFORE UPDATE OR DELETE ON self_bill
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER self_bill_line_is_append_only BEFORE UPDATE OR DELETE ON self_bill_line
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER self_billing_agreement_is_append_only BEFORE UPDATE OR DELETE ON self_billing_agreement
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER reimbursement_is_append_only BEFORE UPDATE OR DELETE ON reimbursement
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
CREATE TRIGGER rule_setting_is_append_only BEFORE UPDATE OR DELETE ON rule_setting
  FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();

-- Retention and erasure may remove what no act may: rows whose time is over, and what was decided about an erased
-- person.
CREATE FUNCTION rows_go_only_when_their_time_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND public.app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only';
END $$;

CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
CREATE TRIGGER claim_event_is_append_only BEFORE UPDATE OR DELETE ON claim_event
  FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();
CREATE TRIGGER denial_is_append_only BEFORE UPDATE OR DELETE ON denial
  FOR EACH ROW EXECUTE FUNCTION rows_go_only_when_their_time_is_over();

-- A booking that has ended stays as it ended.
CREATE FUNCTION final_booking_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'CONFIRMED' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a final booking state never changes'
      USING ERRCODE = '23514', CONSTRAINT = 'final_booking_never_changes';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER final_booking_never_changes BEFORE UPDATE OF state ON booking
  FOR EACH ROW EXECUTE FUNCTION final_booking_never_changes();

-- A breach, once stamped, is never taken back.
CREATE FUNCTION breach_is_never_silent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.breached_at IS NOT NULL AND NEW.breached_at IS DISTINCT FROM OLD.breached_at THEN
    RAISE EXCEPTION 'a breach is never taken back' USING ERRCODE = '23514', CONSTRAINT = 'breach_is_never_silent';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER breach_is_never_silent BEFORE UPDATE OF breached_at ON claim
  FOR EACH ROW EXECUTE FUNCTION breach_is_never_silent();

-- What was decided stays decided, by whoever decided it.
CREATE FUNCTION decided_proposal_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'PROPOSED' OR (NEW.kind, NEW.content, NEW.proposed_by) IS DISTINCT FROM
      (OLD.kind, OLD.content, OLD.proposed_by) THEN
    RAISE EXCEPTION 'a proposal is decided once, and never edited'
      USING ERRCODE = '23514', CONSTRAINT = 'decided_proposal_never_changes';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER decided_proposal_never_changes BEFORE UPDATE ON proposal
  FOR EACH ROW EXECUTE FUNCTION decided_proposal_never_changes();

-- Of a credential only its end moves.
CREATE FUNCTION credential_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- the subject that is made of these three is not yet made
  IF (NEW.kind, NEW.provider_id, NEW.clinic_id, NEW.practitioner_id, NEW.number, NEW.valid_from, NEW.source,
      NEW.recorded_by, NEW.approved_by) IS DISTINCT FROM (OLD.kind, OLD.provider_id, OLD.clinic_id, OLD.practitioner_id,
      OLD.number, OLD.valid_from, OLD.source, OLD.recorded_by, OLD.approved_by) THEN
    RAISE EXCEPTION 'a credential keeps its facts; only its end moves'
      USING ERRCODE = '23514', CONSTRAINT = 'credential_keeps_its_facts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER credential_keeps_its_facts BEFORE UPDATE ON credential
  FOR EACH ROW EXECUTE FUNCTION credential_keeps_its_facts();

-- Money

-- A rate that priced a booking keeps its figures. Its period may be closed, and once closed only shortened.
CREATE FUNCTION used_rate_keeps_its_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a used rate is never removed'
        USING ERRCODE = '23514', CONSTRAINT = 'used_rate_keeps_its_figures';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.used_at IS NOT NULL AND (
       NEW.amount_minor <> OLD.amount_minor OR NEW.valid_from <> OLD.valid_from OR NEW.clinic_id <> OLD.clinic_id
       OR NEW.service_code <> OLD.service_code OR NEW.session <> OLD.session OR NEW.channel <> OLD.channel
       OR NEW.state <> OLD.state OR NEW.used_at IS NULL
       OR (OLD.valid_until IS NOT NULL AND (NEW.valid_until IS NULL OR NEW.valid_until > OLD.valid_until))) THEN
    RAISE EXCEPTION 'a used rate keeps its figures'
      USING ERRCODE = '23514', CONSTRAINT = 'used_rate_keeps_its_figures';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER used_rate_keeps_its_figures BEFORE UPDATE OR DELETE ON agreed_rate
  FOR EACH ROW EXECUTE FUNCTION used_rate_keeps_its_figures();

-- An entry is dated by the book itself. Its instant is after that of every entry which a reader may have seen: whoever
-- writes holds the lock of the book, shared, from before it looks at the clock to the end of its transaction, so a reader
-- knows whom to wait for (src/features/ledger/as-of.ts). Its day of accounting is never in a closed month. The number of
-- the lock stands in src/platform/postgres/locks.ts.
CREATE FUNCTION ledger_entry_is_dated() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(4711, 10);
  NEW.recorded_at := public.clock_moment();
  NEW.accounted_on := greatest(NEW.effective_on, public.book_opens_on());
  RETURN NEW;
END $$;

CREATE TRIGGER ledger_entry_is_dated BEFORE INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_entry_is_dated();

-- An entry of the book is weighed once per statement that adds to it, and at once. The check sees the whole entry,
-- also when the writer may not read the book.
CREATE FUNCTION posting_sums_to_zero() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.posting WHERE entry_id IN (SELECT entry_id FROM made)
    GROUP BY entry_id HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'ledger entry does not sum to zero'
      USING ERRCODE = '23514', CONSTRAINT = 'posting_sums_to_zero';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER posting_sums_to_zero AFTER INSERT ON posting REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION posting_sums_to_zero();

-- A clinic writes the line of an attended treatment, so the amount must not be its own: it is the booking's frozen
-- one. A correction may take back at most what its line holds, and add at most as much.
CREATE FUNCTION line_is_what_was_quoted() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  quoted public.booking%ROWTYPE;
  corrected bigint;
  whole bigint;
BEGIN
  SELECT * INTO quoted FROM public.booking WHERE id = NEW.booking_id;
  IF quoted.state IS DISTINCT FROM 'ATTENDED'
     OR quoted.provider_id <> NEW.provider_id OR quoted.clinic_id <> NEW.clinic_id THEN
    RAISE EXCEPTION 'only an attended treatment is settled'
      USING ERRCODE = '23514', CONSTRAINT = 'line_is_of_an_attended_treatment';
  END IF;
  IF NEW.kind = 'TREATMENT' THEN
    IF NEW.amount_minor <> quoted.insurer_pays_minor THEN
      RAISE EXCEPTION 'a line is what was quoted' USING ERRCODE = '23514', CONSTRAINT = 'line_is_what_was_quoted';
    END IF;
    RETURN NULL;
  END IF;
  SELECT amount_minor INTO whole FROM public.settlement_line
    WHERE id = NEW.corrects_id AND kind = 'TREATMENT' AND booking_id = NEW.booking_id;
  SELECT sum(amount_minor) INTO corrected FROM public.settlement_line WHERE corrects_id = NEW.corrects_id;
  IF whole IS NULL OR NEW.amount_minor = 0 OR abs(corrected) > whole THEN
    RAISE EXCEPTION 'a correction is within its line'
      USING ERRCODE = '23514', CONSTRAINT = 'correction_is_within_its_line';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER line_is_what_was_quoted AFTER INSERT ON settlement_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION line_is_what_was_quoted();

CREATE FUNCTION line_keeps_its_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a settlement line keeps its amount and its treatment'
    USING ERRCODE = '23514', CONSTRAINT = 'line_keeps_its_amount';
END $$;

CREATE TRIGGER line_keeps_its_amount
  BEFORE UPDATE OF id, booking_id, provider_id, clinic_id, kind, corrects_id, amount_minor, treated_on
  ON settlement_line FOR EACH ROW EXECUTE FUNCTION line_keeps_its_amount();

-- What was approved is what is paid: to whom, where and how much was settled when the batch was closed.
CREATE FUNCTION payment_keeps_its_payee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a payment keeps its payee, its account and its amount'
    USING ERRCODE = '23514', CONSTRAINT = 'payment_keeps_its_payee';
END $$;

CREATE TRIGGER payment_keeps_its_payee
  BEFORE UPDATE OF id, batch_id, provider_id, member_id, end_to_end_id, amount_minor, line_count, payee_name, registration_number,
    account_number, iban, nem_konto, claimed_minor
  ON settlement_payment FOR EACH ROW EXECUTE FUNCTION payment_keeps_its_payee();

CREATE FUNCTION payout_keeps_its_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a member is owed for a bill is never changed or removed'
    USING ERRCODE = '23514', CONSTRAINT = 'payout_keeps_its_amount';
END $$;

CREATE TRIGGER payout_keeps_its_amount
  BEFORE DELETE OR UPDATE OF id, reimbursement_id, member_id, amount_minor, decided_on
  ON payout FOR EACH ROW EXECUTE FUNCTION payout_keeps_its_amount();

-- A stated account keeps its figures: what is confirmed is what was stated. What is decided stays decided.
CREATE FUNCTION account_change_keeps_its_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.provider_id, NEW.registration_number, NEW.account_number, NEW.stated_by, NEW.stated_at, NEW.applies_at)
      IS DISTINCT FROM
      (OLD.id, OLD.provider_id, OLD.registration_number, OLD.account_number, OLD.stated_by, OLD.stated_at, OLD.applies_at)
    OR NEW.iban IS DISTINCT FROM OLD.iban
    OR NOT (OLD.state = 'STATED' AND NEW.state IN ('CONFIRMED','REFUSED','REPLACED')
      OR OLD.state = 'CONFIRMED' AND NEW.state IN ('IN_FORCE','REFUSED','REPLACED')) THEN
    RAISE EXCEPTION 'a stated account keeps its figures'
      USING ERRCODE = '23514', CONSTRAINT = 'account_change_keeps_its_figures';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER account_change_keeps_its_figures BEFORE UPDATE ON account_change
  FOR EACH ROW EXECUTE FUNCTION account_change_keeps_its_figures();

-- Numbers that are never given twice

CREATE SEQUENCE booking_reference_number START 1000;
CREATE SEQUENCE claim_reference_number START 1000;
CREATE SEQUENCE batch_reference_number START 1;
CREATE SEQUENCE self_bill_number START 1000;
