-- What is paid is what was quoted, whoever writes it. The checks below run as the owner of the tables; where that owner is
-- no superuser, forced row security hides the rows from it, so it gets a policy of its own. Without one a check would see nothing and pass.
CREATE POLICY posting_seen_by_owner ON posting FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY booking_seen_by_owner ON booking FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE POLICY settlement_line_seen_by_owner ON settlement_line FOR SELECT TO CURRENT_USER USING (true);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION posting_sums_to_zero() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE total bigint;
BEGIN
  SELECT sum(amount_minor) INTO total FROM posting WHERE entry_id = NEW.entry_id;
  IF total IS DISTINCT FROM 0 THEN
    RAISE EXCEPTION 'ledger entry does not sum to zero' USING ERRCODE = '23514', CONSTRAINT = 'posting_sums_to_zero';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- A clinic writes the line of an attended treatment, so the amount must not be its own: it is the booking's frozen one.
-- A correction may take back at most what its line holds, and add at most as much.
CREATE FUNCTION line_is_what_was_quoted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  quoted booking%ROWTYPE;
  corrected bigint;
  whole bigint;
BEGIN
  SELECT * INTO quoted FROM booking WHERE id = NEW.booking_id;
  IF quoted.state IS DISTINCT FROM 'ATTENDED' OR quoted.provider_id <> NEW.provider_id OR quoted.clinic_id <> NEW.clinic_id THEN
    RAISE EXCEPTION 'only an attended treatment is settled' USING ERRCODE = '23514', CONSTRAINT = 'line_is_of_an_attended_treatment';
  END IF;
  IF NEW.kind = 'TREATMENT' THEN
    IF NEW.amount_minor <> quoted.insurer_pays_minor THEN
      RAISE EXCEPTION 'a line is what was quoted' USING ERRCODE = '23514', CONSTRAINT = 'line_is_what_was_quoted';
    END IF;
    RETURN NULL;
  END IF;
  SELECT amount_minor INTO whole FROM settlement_line WHERE id = NEW.corrects_id AND kind = 'TREATMENT' AND booking_id = NEW.booking_id;
  SELECT sum(amount_minor) INTO corrected FROM settlement_line WHERE corrects_id = NEW.corrects_id;
  IF whole IS NULL OR NEW.amount_minor = 0 OR abs(corrected) > whole THEN
    RAISE EXCEPTION 'a correction is within its line' USING ERRCODE = '23514', CONSTRAINT = 'correction_is_within_its_line';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER line_is_what_was_quoted AFTER INSERT ON settlement_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION line_is_what_was_quoted();
--> statement-breakpoint
CREATE FUNCTION line_keeps_its_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a settlement line keeps its amount and its treatment' USING ERRCODE = '23514', CONSTRAINT = 'line_keeps_its_amount';
END $$;
--> statement-breakpoint
CREATE TRIGGER line_keeps_its_amount BEFORE UPDATE OF id, booking_id, provider_id, clinic_id, kind, corrects_id, amount_minor, treated_on ON settlement_line
  FOR EACH ROW EXECUTE FUNCTION line_keeps_its_amount();
--> statement-breakpoint
-- A used rate's period may be closed, and once closed only shortened.
CREATE OR REPLACE FUNCTION used_rate_keeps_its_figures() RETURNS trigger LANGUAGE plpgsql AS $$
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
       OR NEW.used_at IS NULL OR (OLD.valid_until IS NOT NULL AND (NEW.valid_until IS NULL OR NEW.valid_until > OLD.valid_until))) THEN
    RAISE EXCEPTION 'a used rate keeps its figures' USING ERRCODE = '23514', CONSTRAINT = 'used_rate_keeps_its_figures';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
ALTER TABLE settlement_attempt ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE settlement_attempt FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reimbursement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE reimbursement FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON settlement_attempt, reimbursement TO gateway_app;
--> statement-breakpoint
CREATE TRIGGER settlement_attempt_is_append_only BEFORE UPDATE OR DELETE ON settlement_attempt FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE TRIGGER reimbursement_is_append_only BEFORE UPDATE OR DELETE ON reimbursement FOR EACH ROW EXECUTE FUNCTION rows_are_never_changed();
--> statement-breakpoint
CREATE POLICY settlement_attempt_read ON settlement_attempt FOR SELECT
  USING (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER') OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
--> statement-breakpoint
CREATE POLICY settlement_attempt_insert ON settlement_attempt FOR INSERT WITH CHECK (app_role() IN ('FINANCE','BANK_CHANNEL','WORKER'));
--> statement-breakpoint
CREATE POLICY reimbursement_read ON reimbursement FOR SELECT USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER') OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY reimbursement_insert ON reimbursement FOR INSERT WITH CHECK (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER'));
--> statement-breakpoint
-- A member sees what is paid on the member's behalf and may dispute it while the window is open.
CREATE POLICY settlement_line_of_member ON settlement_line FOR SELECT USING (app_role() = 'MEMBER' AND EXISTS (
  SELECT 1 FROM booking b WHERE b.id = settlement_line.booking_id AND b.member_id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY settlement_line_disputed_by_member ON settlement_line FOR UPDATE
  USING (app_role() = 'MEMBER' AND state = 'READY' AND EXISTS (SELECT 1 FROM booking b WHERE b.id = settlement_line.booking_id AND b.member_id = ANY (app_members())))
  WITH CHECK (app_role() = 'MEMBER' AND state = 'DISPUTED');
