-- A clinic learns name and year of birth of those it treats from patients_of_bookings, which gives no more. Their rows, with
-- address, telephone and e-mail, are no business of a clinic's at any time. Only the role that shows civil registration numbers,
-- which can read that column and no other personal one, still finds the row of somebody the clinic treats.
-- DROP and CREATE POLICY hold ACCESS EXCLUSIVE on member for an instant.
DROP POLICY member_read ON member;
--> statement-breakpoint
CREATE POLICY member_read ON member FOR SELECT USING (
  app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND id = ANY (app_members())));
--> statement-breakpoint
CREATE POLICY member_read_to_identify ON member FOR SELECT TO gateway_identity USING (
  app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND EXISTS (
    SELECT 1 FROM booking b WHERE b.member_id = member.id AND b.provider_id = app_provider()
      AND (b.state = 'CONFIRMED' OR b.starts_at > now() - interval '30 days')));
