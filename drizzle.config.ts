import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./schema/tables/*.ts",
  out: "./migrations",
  breakpoints: true,
  strict: true,
  verbose: false,
  entities: { roles: false },
});
