/** Addresses of the web among the settings; that production takes https alone is said where it is known. */
import { kind } from "../../platform/settings/setting.js";

const isWeb = (text: string): boolean => URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);

export const webAddress = kind("must be an https address", (text) => (isWeb(text) ? text : undefined));
export const origin = kind("is an origin like https://api.example", (text) =>
  isWeb(text) && new URL(text).origin === text ? text : undefined,
);
