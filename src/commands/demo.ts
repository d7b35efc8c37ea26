/** npm run demo: the journey from a published slot to a payment file, against a running gateway or one of its own. */
import { command } from "./command.js";
import { openGateway } from "./demo/gateway.js";
import { journey } from "./demo/journey.js";

export const demo = command({
  name: "demo",
  summary: "the journey from a published slot to a payment file, against a running gateway or one of its own",
  database: { which: "LIKE_START" },
  run: async (_, { config, opened, say }) => {
    const gateway = await openGateway(config, opened, say);
    try {
      await journey(gateway);
      say("");
      say("That was the whole journey.");
    } finally {
      await gateway.stop();
    }
  },
});
