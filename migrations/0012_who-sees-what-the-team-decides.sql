-- designation: where a member is treated is the team's to say; the member reads it.
GRANT SELECT, INSERT, UPDATE (ended_at), DELETE ON designation TO gateway_app;
ALTER TABLE designation ENABLE ROW LEVEL SECURITY;
ALTER TABLE designation FORCE ROW LEVEL SECURITY;
CREATE POLICY designation_read ON designation FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members())));
CREATE POLICY designation_insert ON designation FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND designated_by = app_subject());
CREATE POLICY designation_end ON designation FOR UPDATE USING (app_role() IN ('HEALTH_TEAM','WORKER'));
CREATE POLICY designation_retention ON designation FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- status_report: asked by the team, answered by the clinic that treats, or by the team for a therapist outside.
GRANT SELECT, INSERT, DELETE ON status_report TO gateway_app;
GRANT UPDATE (progress, treatments_needed, justification, written_on, answered_by, answered_at) ON status_report
  TO gateway_app;
ALTER TABLE status_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE status_report FORCE ROW LEVEL SECURITY;
CREATE POLICY status_report_read ON status_report FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND member_id = ANY (app_members()))
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY status_report_insert ON status_report FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND asked_by = app_subject());
CREATE POLICY status_report_answer ON status_report FOR UPDATE
  USING (answered_at IS NULL AND (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider())))
  WITH CHECK (answered_by = app_subject());
CREATE POLICY status_report_retention ON status_report FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- policy_withdrawal: the claims system says who left; finance charges the company.
GRANT SELECT, INSERT ON policy_withdrawal TO gateway_app;
ALTER TABLE policy_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY policy_withdrawal_read ON policy_withdrawal FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','INTEGRATION','FINANCE','WORKER'));
CREATE POLICY policy_withdrawal_insert ON policy_withdrawal FOR INSERT
  WITH CHECK (app_role() IN ('INTEGRATION','WORKER') AND recorded_by = app_subject());

-- authority: recorded by the team from what the person has signed, withdrawn by the person alone or by the team; whom it
-- names reads that it stands. A holder of custody has no part in it: only the person behind the login, who comes first.
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_by), DELETE ON authority TO gateway_app;
ALTER TABLE authority ENABLE ROW LEVEL SECURITY;
ALTER TABLE authority FORCE ROW LEVEL SECURITY;
CREATE POLICY authority_read ON authority FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() = 'MEMBER' AND (member_id = (app_members())[1]
      OR (representative_id = (app_members())[1] AND withdrawn_at IS NULL))));
CREATE POLICY authority_grant ON authority FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER') AND granted_by = app_subject() AND withdrawn_at IS NULL);
CREATE POLICY authority_withdraw ON authority FOR UPDATE
  USING (withdrawn_at IS NULL
    AND (app_role() IN ('HEALTH_TEAM','WORKER') OR (app_role() = 'MEMBER' AND member_id = (app_members())[1])))
  WITH CHECK (withdrawn_by = app_subject());
CREATE POLICY authority_retention ON authority FOR DELETE
  USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');

-- Whom the person behind the login represents today, for one scope: asked of the register itself in every statement, so
-- that a withdrawal holds at once. Nobody represents a person who is gone.
CREATE FUNCTION represented(scope text) RETURNS uuid[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET app.role = 'WORKER' AS $$
  SELECT coalesce(array_agg(DISTINCT a.member_id), '{}')
  FROM public.authority a JOIN public.member m ON m.id = a.member_id AND m.erased_at IS NULL
  WHERE a.representative_id = (public.app_members())[1] AND represented.scope = ANY (a.scopes)
    AND a.withdrawn_at IS NULL AND public.clock_today() BETWEEN a.valid_from AND a.valid_through
$$;
GRANT EXECUTE ON FUNCTION represented(text) TO gateway_app, gateway_identity;

-- What a representative reads: rows of the scope, and none beside them. Nothing can be written through it. One question
-- per statement and not per row: hence the subselect.
CREATE POLICY claim_represented ON claim FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY claim_event_represented ON claim_event FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY decision_represented ON decision FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('CLAIMS'))::uuid[]));
CREATE POLICY booking_represented ON booking FOR SELECT
  USING (app_role() = 'MEMBER' AND member_id = ANY ((SELECT represented('APPOINTMENTS'))::uuid[]));
