export default async function teardown() {
  await globalThis.testRun?.stop();
}
