import type { PaymentChannel } from "./channel.js";
import { iso20022v03 } from "./iso20022-v03.js";
import { iso20022v09 } from "./iso20022-v09.js";

/** Every way for payments to leave. A new one is a file and a line here; the contract test runs over this list. */
export const CHANNELS: readonly PaymentChannel[] = [iso20022v03, iso20022v09];

export function channelNamed(code: string, channels: readonly PaymentChannel[] = CHANNELS): PaymentChannel | undefined {
  return channels.find((channel) => channel.code === code);
}
