/** npm run demo: the journey from a published slot to a payment file, against a running gateway or one of its own. */
import "reflect-metadata";
import { openGateway } from "./demo/gateway.js";
import { journey } from "./demo/journey.js";
import { say } from "./demo/words.js";

try {
  const gateway = await openGateway(say);
  try {
    await journey(gateway.ask);
    say();
    say("That was the whole journey.");
  } finally {
    await gateway.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
