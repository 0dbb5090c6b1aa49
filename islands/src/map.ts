/* Maps: `data-map` on an element is the address of its GeoJSON. What they show stands in a list beside them, too. */
import "maplibre-gl/dist/maplibre-gl.css";
import type { Position } from "geojson";
import { AttributionControl, Map as Chart, Marker, NavigationControl, ScaleControl, type StyleSpecification, setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { loadBase, paints } from "./map/base";
import { boundsOf } from "./map/circle";
import { cssOf, drawStripes, token } from "./map/colour";
import { type Place, readPlaces } from "./map/place";

const closest = 9; // zoom: the base shows no more than coasts and borders
const alone = 4.8; // zoom at which one place is shown: coasts or borders near it are in sight
const hazeWidth = 28; // pixels, as the sheet has it
const manyPlaces = 25; // beyond this a name is shown when its place is pointed at

setWorkerUrl(workerAddress);

interface Drawn {
  chart: Chart;
  places: Place[];
  markers: Marker[];
}

for (const box of document.querySelectorAll<HTMLElement>("[data-map]")) {
  draw(box).catch((error: unknown) => {
    box.hidden = true; // without WebGL, or without its data: the list beside it says the same
    console.warn("no map:", error);
  });
}

async function draw(box: HTMLElement): Promise<void> {
  const places = await ask(box);
  if (!places.length) return;
  box.hidden = false;
  const chart = new Chart({
    container: box,
    style: await loadStyle(box),
    attributionControl: false,
    renderWorldCopies: true,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: true,
    fadeDuration: 0,
    maxZoom: 12,
    ...frame(places),
    locale: words(box),
  });
  chart.touchZoomRotate.disableRotation();
  chart.addControl(new AttributionControl({ compact: true }));
  chart.addControl(new NavigationControl({ showCompass: false }));
  chart.addControl(new ScaleControl());
  const drawn: Drawn = { chart, places, markers: [] };
  nameAll(drawn); // at once: the base may take a while
  chart.on("load", () => fill(drawn));
  chart.on("zoomend", () => clear(drawn));
  box.addEventListener("map-asks-anew", () => void askAnew(box, drawn));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => void askAnew(box, drawn));
}

/** The user's own tiles where the desk has any, else coasts and borders. */
async function loadStyle(box: HTMLElement): Promise<StyleSpecification> {
  if (box.dataset.tiles) {
    const { loadTiles } = await import("./map/tiles");
    const style = await loadTiles(new URL(box.dataset.tiles, location.href).href).catch(() => undefined);
    if (style) return style;
  }
  return loadBase(box.dataset.world ?? "/static/built/world.json");
}

async function ask(box: HTMLElement): Promise<Place[]> {
  const answer = await fetch(box.dataset.map ?? "");
  if (!answer.ok) throw new Error(`${box.dataset.map}: ${answer.status}`);
  return readPlaces(await answer.json());
}

async function askAnew(box: HTMLElement, drawn: Drawn): Promise<void> {
  drawn.places = await ask(box);
  for (const [layer, property, name] of paints) {
    if (drawn.chart.getLayer(layer)) drawn.chart.setPaintProperty(layer, property, token(name));
  }
  fill(drawn);
  nameAll(drawn);
}

/** Where the map looks at first: on what it is about, not on what lies around. */
function frame(places: Place[]): { bounds: [number, number, number, number]; fitBoundsOptions: object } | object {
  const about = places.filter((each) => !each.told.around);
  const bounds = boundsOf((about.length ? about : places).flatMap((each): Position[] => [...each.ring, each.middle]));
  return bounds ? { bounds, fitBoundsOptions: { padding: 60, maxZoom: about.length === 1 ? alone : closest } } : {};
}

function fill(drawn: Drawn): void {
  const { chart, places } = drawn;
  const areas = places.map((place, number) => ({
    type: "Feature" as const,
    geometry: { type: "Polygon" as const, coordinates: [place.ring] },
    properties: { colour: place.tone.colours[0], stripes: stripesOf(chart, place, number), soft: place.told.position !== "point" },
  }));
  const data = { type: "FeatureCollection" as const, features: areas };
  const source = chart.getSource("areas");
  if (source && "setData" in source) (source as { setData: (given: typeof data) => void }).setData(data);
  else addLayers(chart, data);
}

function nameAll(drawn: Drawn): void {
  const { chart, places } = drawn;
  drawn.markers.forEach((marker) => marker.remove());
  drawn.markers = places.map((place) => mark(place, places.length <= manyPlaces).addTo(chart));
  clear(drawn);
}

/** A haze stands for a circle that is too small to be seen; where the circle is seen, the haze goes. */
function clear({ chart, places, markers }: Drawn): void {
  places.forEach((place, number) => {
    const [west, south, east] = boundsOf(place.ring) ?? [0, 0, 0];
    const width = chart.project([east, south]).x - chart.project([west, south]).x;
    markers[number]?.getElement().classList.toggle("seen", width > hazeWidth);
  });
}

function stripesOf(chart: Chart, place: Place, number: number): string {
  const name = place.tone.striped ? `stripes-${number}` : "";
  const picture = name ? drawStripes(place.tone) : undefined;
  if (!picture) return "";
  if (chart.hasImage(name)) chart.updateImage(name, picture);
  else chart.addImage(name, picture, { pixelRatio: 2 });
  return name;
}

function addLayers(chart: Chart, data: GeoJSON.FeatureCollection): void {
  chart.addSource("areas", { type: "geojson", data, tolerance: 0 });
  const plain: ["==", ["get", string], string] = ["==", ["get", "stripes"], ""];
  chart.addLayer({
    id: "areas",
    type: "fill",
    source: "areas",
    filter: plain,
    paint: { "fill-color": ["get", "colour"], "fill-opacity": ["case", ["get", "soft"], 0.12, 0.35] },
  });
  chart.addLayer({
    id: "striped",
    type: "fill",
    source: "areas",
    filter: ["!", plain],
    paint: { "fill-pattern": ["get", "stripes"], "fill-opacity": ["case", ["get", "soft"], 0.25, 0.6] },
  });
  chart.addLayer({
    id: "edges",
    type: "line",
    source: "areas",
    filter: ["!", ["get", "soft"]],
    paint: { "line-color": ["get", "colour"], "line-width": 1.5 },
  });
  chart.addLayer({
    id: "soft-edges",
    type: "line",
    source: "areas",
    filter: ["get", "soft"],
    paint: { "line-color": ["get", "colour"], "line-width": 16, "line-blur": 16, "line-opacity": 0.3 },
  });
}

/** The name of a place, a link to its page; with a dot where it is known to be at a point, else with a wide haze. */
function mark(place: Place, isNamed: boolean): Marker {
  const link = document.createElement("a");
  link.className = `map-place${isNamed ? " named" : ""}${place.told.around ? " around" : ""}`;
  link.href = place.told.address;
  link.title = [place.told.name, place.holders.join(" / ")].filter(Boolean).join(": ");
  const isPoint = place.told.position === "point";
  const sign = document.createElement("span");
  sign.className = isPoint ? "map-dot" : "map-haze";
  if (isPoint) sign.style.background = cssOf(place.tone);
  sign.style.borderColor = sign.style.color = place.tone.colours[0] ?? "";
  link.append(sign);
  const name = document.createElement("bdi");
  name.textContent = place.told.name;
  link.append(name);
  const [longitude = 0, latitude = 0] = place.middle;
  return new Marker({ element: link, anchor: "left", offset: [isPoint ? -8 : -14, 0] }).setLngLat([longitude, latitude]);
}

function words(box: HTMLElement): Record<string, string> {
  const given = box.dataset;
  return Object.fromEntries(
    [
      ["NavigationControl.ZoomIn", given.zoomIn],
      ["NavigationControl.ZoomOut", given.zoomOut],
      ["Map.Title", given.title],
      ["CooperativeGesturesHandler.WindowsHelpText", given.wheel],
      ["CooperativeGesturesHandler.MacHelpText", given.wheel],
      ["CooperativeGesturesHandler.MobileHelpText", given.fingers],
    ].filter((each): each is [string, string] => Boolean(each[1])),
  );
}
