/* Sliders for the days that a place's page is asked for. Each moves the date field beside it, which works without them. */

const pause = 120; // milliseconds after the last move before the page asks

/** Where a slider can stop: dates as the field has them, the earliest first; an empty one at the end: not asked. */
type Stops = string[];

const day = 86_400_000; // milliseconds
const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });

const form = document.querySelector<HTMLFormElement>("form.times[data-first]");
if (form) follow(form);

function follow(form: HTMLFormElement): void {
  const { first, last, told, part } = form.dataset;
  if (!first || !last || !part) return;
  const region = document.getElementById(part);
  if (!region) return;
  let waiting = 0;
  let asking = new AbortController();
  const ask = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      asking.abort();
      asking = new AbortController();
      void swap(form, region, asking.signal);
    }, pause);
  };
  addSlider(form, "on", listDays(first, last), ask);
  addSlider(form, "as_known_on", [...(told ?? "").split(" ").filter(Boolean), ""], ask);
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "date") ask();
  });
}

function addSlider(form: HTMLFormElement, name: string, stops: Stops, ask: () => void): void {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement) || stops.length < 2) return;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(stops.length - 1);
  slider.setAttribute("aria-label", field.labels?.[0]?.textContent ?? name);
  const tell = (value: string): void => {
    slider.setAttribute("aria-valuetext", value ? words.format(Date.parse(value)) : (form.dataset.all ?? "–"));
  };
  const settle = (): void => {
    const at = field.value ? stops.findLastIndex((each) => each !== "" && each <= field.value) : stops.length - 1;
    slider.value = String(Math.max(at, 0));
    tell(stops[Number(slider.value)] ?? "");
  };
  settle();
  field.addEventListener("change", settle);
  slider.addEventListener("input", () => {
    field.value = stops[Number(slider.value)] ?? "";
    tell(field.value);
    ask();
  });
  field.after(slider);
}

function listDays(first: string, last: string): Stops {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const days = Math.max(Math.round((to - from) / day), 0) + 1;
  return Array.from({ length: days }, (_, place) => new Date(from + place * day).toISOString().slice(0, 10));
}

async function swap(form: HTMLFormElement, region: HTMLElement, signal: AbortSignal): Promise<void> {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) asked.set(name, value);
  const address = `${form.action}?${asked.toString()}`;
  region.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal });
    if (!answer.ok) return void form.submit(); // the whole page says what was wrong
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = [...region.querySelectorAll("details")].map((each) => each.open);
    region.replaceChildren(...page.body.childNodes);
    region.querySelectorAll("details").forEach((each, place) => (each.open = open[place] ?? each.open));
    history.replaceState(null, "", address);
    askMaps(asked);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) form.submit();
  } finally {
    if (!signal.aborted) region.removeAttribute("aria-busy");
  }
}

/** The maps of the page show the same day. */
function askMaps(asked: URLSearchParams): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-map]")) {
    const address = new URL(box.dataset.map ?? "", location.href);
    for (const name of ["on", "as_known_on", "as_recorded_on"]) {
      address.searchParams.delete(name);
      const day = asked.get(name);
      if (day) address.searchParams.set(name, day);
    }
    box.dataset.map = address.pathname + address.search;
    box.dispatchEvent(new Event("map-asks-anew"));
  }
}
