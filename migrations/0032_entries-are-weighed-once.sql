-- An entry of the book is weighed once per statement that adds to it, not once per posting, and at once instead of at the
-- COMMIT. Both take SHARE ROW EXCLUSIVE or more on posting for the moment of the change; no row is read.
DROP TRIGGER posting_sums_to_zero ON posting;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION posting_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM posting WHERE entry_id IN (SELECT entry_id FROM made) GROUP BY entry_id HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'ledger entry does not sum to zero' USING ERRCODE = '23514', CONSTRAINT = 'posting_sums_to_zero';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- It must see the whole entry, also when the writer may not read the book.
ALTER FUNCTION posting_sums_to_zero() SECURITY DEFINER SET search_path = public SET app.role = 'WORKER';
--> statement-breakpoint
CREATE TRIGGER posting_sums_to_zero AFTER INSERT ON posting REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION posting_sums_to_zero();
