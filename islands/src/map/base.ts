/* The base of the map: land and borders from a file of the desk's own, in the colours of the page. */
import type { StyleSpecification } from "maplibre-gl";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { token } from "./colour";

type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

export const paints = [
  ["water", "background-color", "--map-water"],
  ["land", "fill-color", "--map-land"],
  ["border", "line-color", "--map-border"],
  ["coast", "line-color", "--map-border"],
] as const;

export async function loadBase(address: string): Promise<StyleSpecification> {
  const answer = await fetch(address);
  const world = (await answer.json()) as World;
  const borders = mesh(world, world.objects.countries, (one, other) => one !== other);
  return {
    version: 8,
    sources: {
      land: {
        type: "geojson",
        data: feature(world, world.objects.land),
        attribution: "Natural Earth",
        tolerance: 0.2,
      },
      borders: { type: "geojson", data: { type: "Feature", properties: {}, geometry: borders }, tolerance: 0.2 },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": token("--map-water") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": token("--map-land") } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": token("--map-border"), "line-width": 0.8 } },
      {
        id: "border",
        type: "line",
        source: "borders",
        paint: { "line-color": token("--map-border"), "line-width": 1.2, "line-dasharray": [3, 2] },
      },
    ],
  };
}
