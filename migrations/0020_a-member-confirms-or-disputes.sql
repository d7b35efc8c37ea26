-- A member may dispute a treatment, and confirm it after all; both only while it is not part of a payment. Amounts are out of
-- reach: a trigger keeps every line as it was quoted.
DROP POLICY settlement_line_disputed_by_member ON settlement_line;
--> statement-breakpoint
CREATE POLICY settlement_line_answered_by_member ON settlement_line FOR UPDATE
  USING (app_role() = 'MEMBER' AND state IN ('READY','DISPUTED') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.id = settlement_line.booking_id AND b.member_id = ANY (app_members())))
  WITH CHECK (app_role() = 'MEMBER' AND state IN ('READY','DISPUTED') AND payment_id IS NULL);
