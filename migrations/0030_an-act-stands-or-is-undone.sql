-- What an act must have changed is checked where it is changed, so that its last statement can travel with the COMMIT. The
-- name of the change that found other rows than it needs is reported like that of a constraint.
CREATE FUNCTION act_does_not_stand(change text) RETURNS int LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  RAISE EXCEPTION 'a change found other rows than the act needs' USING ERRCODE = '23514', CONSTRAINT = change;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION act_does_not_stand(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION act_does_not_stand(text) TO gateway_app;
