-- The search passes over on-call capacity, so the index it reads must say which that is. DROP INDEX holds ACCESS EXCLUSIVE
-- on slot for an instant; CREATE INDEX holds SHARE while it reads the table: about 10 s for five million slots, in which
-- searches go on, slower, and bookings wait.
DROP INDEX slot_next_free;
--> statement-breakpoint
CREATE INDEX slot_next_free ON slot (clinic_id, starts_at)
  INCLUDE (id, ends_at, service_mask, channel, audience, funding, capacity, booked, held_until, practitioner_id, on_call)
  WHERE state = 'OPEN' AND booked < capacity;
