-- The programmes a member began with other claims of the same insurance period, and the assessment of option H with any: few
-- members have one, and what is a function of its own costs those who have none nothing. It sees what its caller may see.
CREATE FUNCTION programmes_before(claim_asked uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('service', g.service_code, 'subject', g.subject)), '[]'::jsonb)
  FROM claim c JOIN programme_usage g ON g.member_id = c.member_id AND g.claim_id <> c.id JOIN claim gc ON gc.id = g.claim_id
  WHERE c.id = claim_asked AND (gc.policy_id = c.policy_id OR g.service_code = 'PSYCHIATRIC_ASSESSMENT')
    AND (EXISTS (SELECT FROM treatment_usage t WHERE t.claim_id = g.claim_id AND t.state <> 'RELEASED')
      OR NOT EXISTS (SELECT FROM treatment_usage t WHERE t.claim_id = g.claim_id))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION programmes_before(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION programmes_before(uuid) TO gateway_app;
