// Plain JavaScript: Jest would turn a TypeScript setup file into CommonJS and leave its imports unmapped.
import { register } from "node:module";

register("@swc-node/register/esm", import.meta.url);
const { default: setup } = await import("./global-setup.ts");

export default setup;
