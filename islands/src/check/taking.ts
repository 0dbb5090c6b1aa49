/* Taking: the selected words go into a field of the form, with where they begin. */
import { type Place, countPoints, rangeOf, readSelection } from "./place";

const GAP = " … ";

/** Ties the text, the bar of buttons and the form together. */
export function takeWords(root: HTMLElement, bar: HTMLElement, form: HTMLFormElement, say: (words: string) => void): void {
  const text = root.textContent ?? "";
  const chosen = bar.querySelector<HTMLElement>("[data-chosen]");
  const first = firstOf(root);
  let current: Place | null = null;

  document.addEventListener("selectionchange", () => {
    const place = readSelection(root);
    if (!place) return;
    current = place;
    const words = text.slice(place.start, place.end);
    if (chosen) chosen.textContent = words.length > 120 ? `${words.slice(0, 120)}…` : words;
    bar.hidden = false;
    say(words);
  });

  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays while a button is pressed
  bar.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-take]");
    if (button) take(button);
  });

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key === "Enter" ? "w" : event.key.toLowerCase();
    const button = bar.querySelector<HTMLElement>(`[data-take][aria-keyshortcuts="${CSS.escape(key)}"]`);
    if (!button) return;
    event.preventDefault();
    take(button);
  });

  function take(button: HTMLElement): void {
    current = readSelection(root) ?? current; // the event that tells of it may be on its way yet
    if (!current) return;
    const name = button.dataset.take ?? "";
    const field = fieldOf(form, name === "more" ? "words" : name);
    if (!field) return;
    const words = text.slice(current.start, current.end);
    const at = String(first + countPoints(text.slice(0, current.start)));
    fill(field, words, at, name === "more");
    say(`${button.querySelector("bdi")?.textContent ?? ""}: ${words}`);
    if (name === "source") choose(form, "speaker", "other");
    if (name === "words") {
      tellSpeaker(form, Number(at), countPoints(words));
      form.querySelector<HTMLElement>("[name='type']")?.focus();
    }
    light(root, form);
  }

  form.addEventListener("input", (event) => {
    const field = (event.target as Element).closest<HTMLElement>("[data-field]");
    const at = field?.querySelector<HTMLInputElement>("[data-at]");
    if (at && (event.target as Element).matches("[data-words]")) at.value = ""; // typed words are looked for
  });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target instanceof Element && !event.target.matches("select")) root.focus();
  });

  light(root, form);
}

/** Where in the report's text the element's begins: a page may show a part of it. */
function firstOf(root: HTMLElement): number {
  return Number(root.dataset.first ?? 0);
}

function fieldOf(form: HTMLFormElement, name: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
}

function fill(field: HTMLElement, words: string, at: string, more: boolean): void {
  const shown = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("[data-words]");
  if (!shown) return;
  let place = field.querySelector<HTMLInputElement>("[data-at]");
  if (!place) {
    field.querySelector(".places")?.remove(); // several places were offered: this one was pointed at
    place = document.createElement("input");
    place.type = "hidden";
    place.name = `${shown.name}_at`;
    place.dataset.at = "";
    field.append(place);
  }
  const follows = more && shown.value !== "" && place.value !== "";
  shown.value = follows ? shown.value + GAP + words : words;
  place.value = follows ? `${place.value},${at}` : at;
  for (let around = field.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
}

function choose(form: HTMLFormElement, name: string, value: string): void {
  const choice = form.elements.namedItem(name);
  if (choice instanceof HTMLSelectElement) choice.value = value;
}

/** Says in the list of speakers whom the words around the claim name. */
function tellSpeaker(form: HTMLFormElement, start: number, length: number): void {
  const choice = form.elements.namedItem("speaker");
  if (!(choice instanceof HTMLSelectElement)) return;
  const around = choice.options[0];
  if (!around || around.value !== "") return;
  around.dataset.words ??= around.text;
  const holding = [...choice.options]
    .map((option) => ({ option, size: sizeAround(option.dataset.contents ?? "", start, start + length) }))
    .filter((each) => each.size > 0)
    .sort((one, other) => one.size - other.size)[0];
  const found = holding?.option ?? choice.querySelector<HTMLOptionElement>("option[value='outlet']");
  around.text = `${around.dataset.words}: ${(found?.text ?? "").split(" · ")[0]}`;
}

function sizeAround(contents: string, start: number, end: number): number {
  for (const each of contents.trim().split(/\s+/)) {
    const [from, to] = each.split("-").map(Number);
    if (from !== undefined && to !== undefined && from <= start && end <= to) return to - from;
  }
  return 0;
}

/** Lights up in the text the words that stand in the form, where the browser can. */
function light(root: HTMLElement, form: HTMLFormElement): void {
  if (!("highlights" in CSS)) return;
  const text = [...(root.textContent ?? "")];
  const first = firstOf(root);
  const ranges: Range[] = [];
  for (const field of form.querySelectorAll<HTMLElement>("[data-field]")) {
    const words = field.querySelector<HTMLInputElement>("[data-words]")?.value ?? "";
    const places = field.querySelector<HTMLInputElement>("[data-at]")?.value.split(",").filter(Boolean) ?? [];
    words.split(GAP).forEach((piece, index) => {
      const at = Number(places[index] ?? Number.NaN) - first;
      if (!piece || !(at >= 0 && at < text.length)) return;
      const start = text.slice(0, at).join("").length;
      ranges.push(rangeOf(root, { start, end: start + piece.length }));
    });
  }
  CSS.highlights.set("chosen", new Highlight(...ranges));
}
