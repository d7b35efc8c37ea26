/** npm run migrate: brings the schema and the reference data of DATABASE_URL up to date, as the owner in MIGRATE_DATABASE_URL if there is one. */
import { seedReference } from "../../seeds/load.js";
import { migrateUp } from "../platform/postgres/migrate.js";
import { command } from "./command.js";

export const migrate = command({
  name: "migrate",
  summary: "applies pending migrations and loads reference data, as the owner of MIGRATE_DATABASE_URL if that is set",
  database: { which: "NAMED" },
  run: async (_, { config, opened, say }) => {
    await migrateUp(opened.ownerUrl, "migrations", say);
    if (config.seed !== "none") await seedReference(opened.ownerUrl);
    say("the schema is up to date");
  },
});
