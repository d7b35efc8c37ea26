-- Constraints, triggers and indexes that the table definitions cannot say. Names are sentences: they become messages.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- A practitioner is in one place at a time, even across clinics, unless the clinic's policy allows overlap.
ALTER TABLE slot ADD CONSTRAINT practitioner_slots_never_overlap
  EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (state = 'OPEN' AND NOT overlap_allowed);
--> statement-breakpoint
ALTER TABLE agreed_rate ADD CONSTRAINT approved_rates_never_overlap
  EXCLUDE USING gist (clinic_id WITH =, service_code WITH =, session WITH =, channel WITH =, daterange(valid_from, valid_until, '[)') WITH &&)
  WHERE (state = 'APPROVED');
--> statement-breakpoint
ALTER TABLE public_tariff ADD CONSTRAINT tariffs_never_overlap
  EXCLUDE USING gist (service_code WITH =, session WITH =, daterange(valid_from, valid_until, '[)') WITH &&);
--> statement-breakpoint
-- Nearest first: one walk of this index per search, service first, then distance on the plane.
CREATE INDEX clinic_service_nearest ON clinic_service USING gist (service_code, pos) WHERE active;
--> statement-breakpoint
-- The next openings of a clinic, answered from the index alone.
CREATE INDEX slot_next_free ON slot (clinic_id, starts_at)
  INCLUDE (id, ends_at, service_mask, channel, audience, funding, capacity, booked, held_until, practitioner_id)
  WHERE state = 'OPEN' AND booked < capacity;
--> statement-breakpoint
-- Bookings touch two small columns of a slot: room on the page keeps such updates off the indexes' back where it can.
ALTER TABLE slot SET (fillfactor = 90);
--> statement-breakpoint
ALTER TABLE claim SET (fillfactor = 80);
--> statement-breakpoint
CREATE FUNCTION posting_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE total bigint;
BEGIN
  SELECT sum(amount_minor) INTO total FROM posting WHERE entry_id = NEW.entry_id;
  IF total <> 0 THEN
    RAISE EXCEPTION 'ledger entry does not sum to zero' USING ERRCODE = '23514', CONSTRAINT = 'posting_sums_to_zero';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
ALTER FUNCTION posting_sums_to_zero() SECURITY DEFINER SET search_path = public;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER posting_sums_to_zero AFTER INSERT ON posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION posting_sums_to_zero();
--> statement-breakpoint
CREATE FUNCTION rows_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER posting_is_append_only BEFORE UPDATE OR DELETE ON posting FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER claim_event_is_append_only BEFORE UPDATE OR DELETE ON claim_event FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER bank_event_is_append_only BEFORE UPDATE OR DELETE ON bank_event FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
-- A rate that priced a booking keeps its figures; its period may only be closed, never moved or reopened.
CREATE FUNCTION used_rate_keeps_its_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a used rate is never removed' USING ERRCODE = '23514', CONSTRAINT = 'used_rate_keeps_its_figures';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.used_at IS NOT NULL AND (
       NEW.amount_minor <> OLD.amount_minor OR NEW.valid_from <> OLD.valid_from OR NEW.clinic_id <> OLD.clinic_id
       OR NEW.service_code <> OLD.service_code OR NEW.session <> OLD.session OR NEW.channel <> OLD.channel OR NEW.state <> OLD.state
       OR NEW.used_at IS NULL) THEN
    RAISE EXCEPTION 'a used rate keeps its figures' USING ERRCODE = '23514', CONSTRAINT = 'used_rate_keeps_its_figures';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER used_rate_keeps_its_figures BEFORE UPDATE OR DELETE ON agreed_rate FOR EACH ROW EXECUTE FUNCTION used_rate_keeps_its_figures();
--> statement-breakpoint
-- A booking that has ended stays as it ended.
CREATE FUNCTION final_booking_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'CONFIRMED' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a final booking state never changes' USING ERRCODE = '23514', CONSTRAINT = 'final_booking_never_changes';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER final_booking_never_changes BEFORE UPDATE OF state ON booking FOR EACH ROW EXECUTE FUNCTION final_booking_never_changes();
--> statement-breakpoint
-- A breach, once stamped, is never taken back.
CREATE FUNCTION breach_is_never_silent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.breached_at IS NOT NULL AND NEW.breached_at IS DISTINCT FROM OLD.breached_at THEN
    RAISE EXCEPTION 'a breach is never taken back' USING ERRCODE = '23514', CONSTRAINT = 'breach_is_never_silent';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER breach_is_never_silent BEFORE UPDATE OF breached_at ON claim FOR EACH ROW EXECUTE FUNCTION breach_is_never_silent();
--> statement-breakpoint
CREATE SEQUENCE booking_reference_number START 1000;
--> statement-breakpoint
CREATE SEQUENCE claim_reference_number START 1000;
--> statement-breakpoint
CREATE SEQUENCE batch_reference_number START 1;
--> statement-breakpoint
CREATE SEQUENCE self_bill_number START 1000;
