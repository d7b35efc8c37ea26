import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Built into node_modules/.cache/desk by default; a production image keeps it beside the compiled gateway. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react()],
  build: {
    outDir: process.env["DESK_OUT"] ?? "../node_modules/.cache/desk",
    emptyOutDir: true,
    // a small file as a data: address would be refused by the page's own policy
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
});
