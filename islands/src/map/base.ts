/* The base of the map: land and borders from a file of the desk's own, in the colours of the page. */
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
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

/* The atlas is one sphere, whose shapes run on over the antimeridian; on a plane they would run back across it all. */

function unwrap(line: Position[]): Position[] {
  let turns = 0;
  return line.map((each, place) => {
    const step = place ? (each[0] ?? 0) - (line[place - 1]?.[0] ?? 0) : 0;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [(each[0] ?? 0) + turns * 360, each[1] ?? 0];
  });
}

/** A ring on the plane; one that goes round a pole is closed along it. */
function unwrapRing(ring: Position[]): Position[] {
  const plane = unwrap(ring);
  const [first, last] = [plane[0], plane.at(-1)];
  if (!first || !last || Math.abs((last[0] ?? 0) - (first[0] ?? 0)) < 180) return plane;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...plane, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

function onPlane(land: Feature<Polygon | MultiPolygon>): Feature<MultiPolygon> {
  const { geometry } = land;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const coordinates = polygons.map((rings) => rings.map(unwrapRing));
  return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates } };
}

export async function loadBase(address: string): Promise<StyleSpecification> {
  const answer = await fetch(address);
  const world = (await answer.json()) as World;
  const lines = (topology: World, of: keyof World["objects"], inner: boolean): Feature => {
    const found = mesh(topology, topology.objects[of], (one, other) => !inner || one !== other);
    return { type: "Feature", properties: {}, geometry: { ...found, coordinates: found.coordinates.map(unwrap) } };
  };
  const land = feature(world, world.objects.land);
  const pieces = land.type === "FeatureCollection" ? land.features : [land];
  return {
    version: 8,
    sources: {
      land: {
        type: "geojson",
        data: { type: "FeatureCollection", features: (pieces as Feature<Polygon | MultiPolygon>[]).map(onPlane) },
        attribution: "Natural Earth",
        tolerance: 0.2,
      },
      coasts: { type: "geojson", data: lines(world, "land", false), tolerance: 0.2 },
      borders: { type: "geojson", data: lines(world, "countries", true), tolerance: 0.2 },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": token("--map-water") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": token("--map-land") } },
      { id: "coast", type: "line", source: "coasts", paint: { "line-color": token("--map-border"), "line-width": 0.8 } },
      {
        id: "border",
        type: "line",
        source: "borders",
        paint: { "line-color": token("--map-border"), "line-width": 1.2, "line-dasharray": [3, 2] },
      },
    ],
  };
}
