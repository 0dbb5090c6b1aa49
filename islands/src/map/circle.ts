/* Circles on the ground, as rings of longitude and latitude. */
import type { Position } from "geojson";

const metresADegree = 111_195; // along a meridian, on a sphere of the earth's mean radius
const corners = 64;

export function drawCircle([longitude = 0, latitude = 0]: Position, metres: number): Position[] {
  const high = metres / metresADegree;
  const wide = high / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01);
  return Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * (corner % corners)) / corners;
    return [longitude + wide * Math.cos(angle), latitude + high * Math.sin(angle)];
  });
}

/** West, south, east and north of some rings or points; undefined of none. */
export function boundsOf(positions: Position[]): [number, number, number, number] | undefined {
  if (!positions.length) return undefined;
  const longitudes = positions.map((each) => each[0] ?? 0);
  const latitudes = positions.map((each) => each[1] ?? 0);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
