-- closure: when a clinic is closed is its own business; the network sees the openings that are left. The health team
-- closes and opens for a clinic that telephones. Nobody takes a closing out: it is opened.
GRANT SELECT, INSERT, UPDATE ON closure TO gateway_app;
ALTER TABLE closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE closure FORCE ROW LEVEL SECURITY;
CREATE POLICY closure_read ON closure FOR SELECT
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY closure_insert ON closure FOR INSERT
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
CREATE POLICY closure_update ON closure FOR UPDATE
  USING (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()))
  WITH CHECK (app_role() IN ('HEALTH_TEAM','WORKER')
    OR (app_role() IN ('CLINIC_STAFF','CLINIC_SYSTEM') AND provider_id = app_provider()));
