/** Loaded into a gateway to see that the check sees it: wastes $SLOWED_BY microseconds of processor time in every request. */
import http from "node:http";

const wasted = Number(process.env.SLOWED_BY);
const { emit } = http.Server.prototype;
const spent = () => process.threadCpuUsage().user;

http.Server.prototype.emit = function slowed(event, ...rest) {
  if (event === "request") for (const began = spent(); spent() - began < wasted;);
  return emit.call(this, event, ...rest);
};
