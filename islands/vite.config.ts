/* Every file of src that stands at its top is one island, built into one script of the same name. */
import { readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { dependenciesOf, licences, world } from "./plugins/world.ts";

const islands = readdirSync(new URL("src", import.meta.url))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name.slice(0, -3), `src/${name}`] as const);

/* A worker of a map ends in .mjs, which not every server calls a script. */
const asScript = (name: string): string => name.replace(/\.mjs$/, ".js");

const shipped = ["htmx.org", "maplibre-gl", ...dependenciesOf("maplibre-gl"), "pmtiles", "fflate", "topojson-client", "world-atlas"];

export default defineConfig({
  base: "/static/built/",
  publicDir: false,
  plugins: [world(), licences(shipped)],
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
        assetFileNames: (asset) => asScript(asset.names[0] ?? "[name][extname]"),
      },
    },
  },
});
