-- A clinic that stops sending a practitioner's calendar takes the feed away, and the schedule speaks for itself again. The policy
-- busy_feed_all keeps it to the clinic's own; a grant takes no lock on the rows.
GRANT DELETE ON busy_feed TO gateway_app;
