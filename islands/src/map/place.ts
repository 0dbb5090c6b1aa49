/* Places as the desk's GeoJSON tells them, features of one place put together. */
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { drawCircle } from "./circle";
import { partyColour, token, type Tone } from "./colour";

interface Told {
  place: string;
  name: string;
  address: string;
  position: "point" | "area" | "unchecked" | "none";
  precision_m: number | null;
  around: boolean;
  holder: string | null;
  party?: number;
  status: "undisputed" | "disputed" | "claimed" | null;
  covers?: "yes" | "perhaps" | "no" | null;
  to?: string | null;
}

export interface Place {
  told: Told;
  middle: Position;
  ring: Position[];
  tone: Tone;
  holders: string[];
}

export function readPlaces(features: FeatureCollection<Geometry | null, Told>): Place[] {
  const groups = new Map<string, Feature<Geometry | null, Told>[]>();
  for (const feature of features.features) {
    const of = groups.get(feature.properties.place);
    if (of) of.push(feature);
    else groups.set(feature.properties.place, [feature]);
  }
  return [...groups.values()].flatMap(readPlace);
}

function readPlace(features: Feature<Geometry | null, Told>[]): Place[] {
  const first = features[0];
  if (!first?.geometry) return [];
  const told = first.properties;
  const standing = features.map((each) => each.properties).filter(stands);
  const ring = ringOf(first.geometry, told.precision_m ?? 0);
  return ring.length ? [{ told, ring, middle: middleOf(first.geometry, ring), tone: toneOf(standing), holders: namesOf(standing) }] : [];
}

function stands(told: Told): boolean {
  return told.holder !== null && (told.covers ? told.covers !== "no" : !told.to);
}

function toneOf(standing: Told[]): Tone {
  const parties = [...new Set(standing.map((each) => each.party ?? 0))];
  const disputed = parties.length > 1 || standing.some((each) => each.status === "disputed");
  const hollow = standing.length > 0 && standing.every((each) => each.status === "claimed");
  return { colours: parties.length ? parties.map(partyColour) : [token("--soft")], striped: disputed, hollow };
}

function namesOf(standing: Told[]): string[] {
  return [...new Set(standing.map((each) => each.holder ?? ""))];
}

function ringOf(geometry: Geometry, metres: number): Position[] {
  if (geometry.type === "Point") return drawCircle(geometry.coordinates, metres);
  return geometry.type === "Polygon" ? (geometry.coordinates[0] ?? []) : [];
}

function middleOf(geometry: Geometry, ring: Position[]): Position {
  if (geometry.type === "Point") return geometry.coordinates;
  const corners = ring.slice(0, -1);
  const mean = (axis: number): number => corners.reduce((sum, each) => sum + (each[axis] ?? 0), 0) / corners.length;
  return [mean(0), mean(1)];
}
