/* A base of the user's own: one PMTiles file, of pictures or of shapes, in the colours of the page. */
import { addProtocol, type LayerSpecification, type StyleSpecification } from "maplibre-gl";
import { PMTiles, Protocol, TileType } from "pmtiles";
import { token } from "./colour";

interface Shapes {
  vector_layers?: { id: string }[];
  attribution?: string;
}

export async function loadTiles(address: string): Promise<StyleSpecification> {
  const archive = new PMTiles(address);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol("pmtiles", protocol.tile);
  const [header, about] = await Promise.all([archive.getHeader(), archive.getMetadata() as Promise<Shapes>]);
  const url = `pmtiles://${address}`;
  const attribution = about.attribution ?? "";
  if (header.tileType !== TileType.Mvt) {
    return {
      version: 8,
      sources: { tiles: { type: "raster", url, tileSize: 256, attribution } },
      layers: [{ id: "tiles", type: "raster", source: "tiles" }],
    };
  }
  const layers = (about.vector_layers ?? []).flatMap((each) => paint(each.id));
  return {
    version: 8,
    sources: { tiles: { type: "vector", url, attribution } },
    layers: [{ id: "water", type: "background", paint: { "background-color": token("--map-water") } }, ...layers],
  };
}

/** By what the common schemas (Protomaps, OpenMapTiles, Shortbread) call their layers; others are left out. */
function paint(layer: string): LayerSpecification[] {
  const common = { source: "tiles", "source-layer": layer } as const;
  const border = token("--map-border");
  if (/^(earth|land)$/.test(layer)) {
    return [{ ...common, id: layer, type: "fill", paint: { "fill-color": token("--map-land") } }];
  }
  if (/water|ocean/.test(layer)) {
    return [{ ...common, id: layer, type: "fill", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": token("--map-water") } }];
  }
  if (/boundar/.test(layer)) {
    return [{ ...common, id: layer, type: "line", paint: { "line-color": border, "line-dasharray": [3, 2] } }];
  }
  if (/road|street|transportation$/.test(layer)) {
    return [{ ...common, id: layer, type: "line", paint: { "line-color": border, "line-width": 0.8 } }];
  }
  return /building/.test(layer) ? [{ ...common, id: layer, type: "fill", paint: { "fill-color": border, "fill-opacity": 0.4 } }] : [];
}
