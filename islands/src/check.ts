/* Checking: words of a report are selected for the form, and keys press the page's buttons. */
import { takeWords } from "./check/taking";
import { walk } from "./check/walk";

const KEYS_OFF = "sayso-keys-off";

document.documentElement.classList.add("scripted");

const text = document.querySelector<HTMLElement>("[data-text]");
const bar = document.querySelector<HTMLElement>("[data-taking]");
const form = document.querySelector<HTMLFormElement>("[data-claim-form]");
const said = document.querySelector<HTMLElement>("[data-said]");

function say(words: string): void {
  if (said) said.textContent = words;
}

if (text && bar && form) {
  text.tabIndex = 0;
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-readonly", "true");
  text.setAttribute("aria-multiline", "true");
  text.setAttribute("aria-labelledby", "h-text");
  text.setAttribute("aria-describedby", "how");
  walk(text);
  takeWords(text, bar, form, say);
}

/* Ctrl+Enter saves, wherever in the form or the text one is. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !form) return;
  const save = form.querySelector<HTMLButtonElement>("[data-save]");
  if (!save) return;
  event.preventDefault();
  form.requestSubmit(save);
});

/* A letter presses the button that shows it, unless one is writing, or keys were switched off. */
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || areKeysOff()) return;
  const at = event.target as Element;
  if (at.closest("input, textarea, select, [role='textbox'], [contenteditable]")) return;
  const wanted = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!wanted) return;
  event.preventDefault();
  press(wanted);
});

function press(wanted: HTMLElement): void {
  for (let around = wanted.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  if (wanted.matches("select, input, textarea")) wanted.focus();
  else if (wanted instanceof HTMLDetailsElement) {
    wanted.open = !wanted.open;
    if (wanted.open) wanted.querySelector("summary")?.focus();
  } else wanted.click();
}

/* A link to the form leads into its first field. */
for (const link of document.querySelectorAll<HTMLElement>("[data-opens]")) {
  link.addEventListener("click", (event) => {
    const first = document.getElementById(link.dataset.opens ?? "")?.querySelector<HTMLElement>("textarea, select, input:not([type='hidden'])");
    if (!first) return;
    event.preventDefault();
    first.focus();
    first.scrollIntoView({ block: "center" });
  });
}

/* Enter in one of the two lists that are corrected most sends the choice. */
for (const quick of document.querySelectorAll<HTMLFormElement>("[data-quick]")) {
  quick.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    quick.requestSubmit();
  });
}

function areKeysOff(): boolean {
  try {
    return localStorage.getItem(KEYS_OFF) === "yes";
  } catch {
    return false; // a browser that keeps nothing
  }
}

const switching = document.querySelector<HTMLInputElement>("[data-keys]");
if (switching) {
  switching.checked = !areKeysOff();
  switching.addEventListener("change", () => {
    try {
      localStorage.setItem(KEYS_OFF, switching.checked ? "no" : "yes");
    } catch {
      say("");
    }
  });
}

/* A claim in the list and its words in the text show each other. */
function light(claims: string[], on: boolean): void {
  for (const claim of claims) {
    const quoted = CSS.escape(claim);
    document.querySelectorAll(`[data-claims~="${quoted}"], [data-claim="${quoted}"]`).forEach((each) => each.classList.toggle("lit", on));
  }
}

for (const [enter, leave] of [
  ["mouseover", "mouseout"],
  ["focusin", "focusout"],
] as const) {
  for (const [kind, on] of [
    [enter, true],
    [leave, false],
  ] as const) {
    document.addEventListener(kind, (event) => {
      const at = (event.target as Element).closest<HTMLElement>("[data-claims], [data-claim]");
      if (at) light((at.dataset.claims ?? at.dataset.claim ?? "").split(" ").filter(Boolean), on);
    });
  }
}

/* What was just decided is told, and whoever adds claims goes on in the text. */
const made = document.querySelector<HTMLElement>("[data-made]");
if (made) {
  if (text && form && !document.querySelector("[data-quick]")) text.focus({ preventScroll: true });
  setTimeout(() => say(made.querySelector("span")?.textContent ?? ""), 400);
}
