import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The console is a page of its own: its policy is weaker than the desk's, and a production image does not hold it. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: "../../node_modules/.cache/console",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // GraphiQL is one piece, and nobody waits for it over a slow line
    chunkSizeWarningLimit: 2_000,
  },
});
