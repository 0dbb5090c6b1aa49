/* Every file of src that stands at its top is one island, built into one script of the same name. */
import { readdirSync } from "node:fs";
import { defineConfig } from "vite";

const islands = readdirSync(new URL("src", import.meta.url))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name.slice(0, -3), `src/${name}`] as const);

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  build: {
    outDir: "../sayso/desk/static/built",
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: Object.fromEntries(islands),
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
