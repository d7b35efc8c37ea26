/** The process itself, for test/support/native-runtime.mjs: test files see the globals that the product sees. */
export default class NativeEnvironment {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = null;
  #exit = process.exit;

  async setup() {}

  async teardown() {
    process.exit = this.#exit;
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ["node", "node-addons"];
  }
}
