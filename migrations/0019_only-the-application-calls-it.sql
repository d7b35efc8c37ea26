-- A function that sees more than its caller is open to the role that needs it and to nobody else.
REVOKE ALL ON FUNCTION refresh_listings(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION refresh_listings(uuid[]) TO gateway_app;
