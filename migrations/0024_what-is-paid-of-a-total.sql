-- What was paid or is reserved against a total of this claim's service, in øre (PRC-ADDICTION-100000, PRC-CONVALESCENT-65000,
-- PRC-HOSPICE-100000, PRC-DENTAL-20000): booked and attended treatments with their corrections, and reimbursements, of the same
-- member and policy, or of the claim alone. The health team may not read settlement lines, so the function answers one sum.
-- It locks no table.
CREATE FUNCTION paid_of_total(claim_asked uuid, per_claim boolean) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET app.role = 'WORKER' AS $$
  SELECT (coalesce((SELECT sum(r.reimbursed_minor) FROM reimbursement r
      WHERE r.member_id = c.member_id AND r.service_code = c.service_code
        AND CASE WHEN per_claim THEN r.claim_id = c.id ELSE r.policy_id = c.policy_id END), 0)
    + coalesce((SELECT sum(b.insurer_pays_minor
          + coalesce((SELECT sum(l.amount_minor) FROM settlement_line l WHERE l.booking_id = b.id AND l.kind = 'CORRECTION'), 0))
      FROM booking b JOIN claim o ON o.id = b.claim_id
      WHERE b.member_id = c.member_id AND b.service_code = c.service_code AND b.state IN ('CONFIRMED','ATTENDED')
        AND CASE WHEN per_claim THEN o.id = c.id ELSE o.policy_id = c.policy_id END), 0))::bigint
  FROM claim c WHERE c.id = claim_asked
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION paid_of_total(uuid, boolean) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION paid_of_total(uuid, boolean) TO gateway_app;
