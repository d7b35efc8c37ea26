-- To remove an expired key's outcome the job must see that it has expired; outcomes hold ids only.
CREATE POLICY idempotency_sweep_read ON idempotency FOR SELECT USING (app_role() = 'WORKER' AND current_setting('app.purpose', true) = 'RETENTION');
