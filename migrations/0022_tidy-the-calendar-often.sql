-- The search answers from an index alone only where pages are known to be visible to everyone, so the calendar is tidied
-- after one changed row in a hundred instead of one in five. ALTER holds SHARE UPDATE EXCLUSIVE for an instant.
ALTER TABLE slot SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
