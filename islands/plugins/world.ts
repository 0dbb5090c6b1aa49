/* What is built beside the islands: the map's base, and the licences of all that is shipped. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

const modules = new URL("../node_modules/", import.meta.url);

/** Land and borders at 1:50 million (Natural Earth, public domain; made into TopoJSON by world-atlas), without names. */
export function world(): Plugin {
  return {
    name: "world",
    generateBundle() {
      const atlas = JSON.parse(readFileSync(new URL("world-atlas/countries-50m.json", modules), "utf8"));
      for (const object of Object.values<{ geometries: object[] }>(atlas.objects)) {
        object.geometries = object.geometries.map((each) => ({ ...each, properties: undefined, id: undefined }));
      }
      this.emitFile({ type: "asset", fileName: "world.json", source: JSON.stringify(atlas) });
    },
  };
}

/** The licences of the packages of which something is in the built files, each in its own words. */
export function licences(packages: string[]): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const texts = packages.map(readLicence);
      this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: texts.join(`\n${"-".repeat(80)}\n\n`) });
    },
  };
}

/** The packages that one has within it; types are none of a script. */
export function dependenciesOf(name: string): string[] {
  const about = JSON.parse(readFileSync(new URL(`${name}/package.json`, modules), "utf8"));
  return Object.keys(about.dependencies).filter((each) => !each.startsWith("@types/"));
}

function readLicence(name: string): string {
  const folder = new URL(`${name}/`, modules);
  const about = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file && existsSync(new URL(file, folder)) ? readFileSync(new URL(file, folder), "utf8").trim() : "";
  return `${name} ${about.version} (${about.license})\n\n${text}\n`;
}
