/* Walking: the text by keyboard alone, a word at a time; Shift selects. */
import { type Place, listWords, rangeOf, select } from "./place";

/** Makes the text a place that the Tab key reaches and the arrow keys walk in. */
export function walk(root: HTMLElement): void {
  const text = root.textContent ?? "";
  const words = listWords(text, root.lang || undefined);
  if (words.length === 0) return;
  let from = beginAt(root, words);
  let to = from;

  function show(): void {
    const first = words[Math.min(from, to)];
    const last = words[Math.max(from, to)];
    if (!first || !last) return;
    select(root, { start: first.start, end: last.end });
    keepInView(rangeOf(root, words[to] ?? first));
  }

  function go(index: number, extend: boolean): void {
    to = Math.max(0, Math.min(words.length - 1, index));
    if (!extend) from = to;
    show();
  }

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const runsLeft = isRightToLeft(root, text, words[to]);
    const steps: Record<string, () => number> = {
      ArrowRight: () => to + (runsLeft ? -1 : 1),
      ArrowLeft: () => to + (runsLeft ? 1 : -1),
      ArrowDown: () => sentenceAt(text, words, to, 1),
      ArrowUp: () => sentenceAt(text, words, to, -1),
      Home: () => 0,
      End: () => words.length - 1,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    go(step(), event.shiftKey);
  });

  root.addEventListener("focus", () => {
    if (document.getSelection()?.isCollapsed !== false && root.matches(":focus-visible")) show();
  });

  root.addEventListener("pointerup", () => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const at = rangeOf(root, { start: 0, end: 0 });
    const range = selection.getRangeAt(0);
    if (!root.contains(range.startContainer)) return;
    at.setEnd(range.startContainer, range.startOffset);
    const units = at.toString().length;
    const index = words.findIndex((word) => word.end >= units);
    from = to = index < 0 ? words.length - 1 : index;
  });
}

/** Where one begins to walk: at the words that the page's address names, else at the first. */
function beginAt(root: HTMLElement, words: Place[]): number {
  const named = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (!named || !root.contains(named)) return 0;
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEndBefore(named);
  const units = before.toString().length;
  return Math.max(0, words.findIndex((word) => word.end > units));
}

/** The first word of the next sentence, or of this or the one before. */
function sentenceAt(text: string, words: Place[], index: number, way: 1 | -1): number {
  let at = index + way;
  while (at > 0 && at < words.length && !beginsSentence(text, words, at)) at += way;
  return at;
}

function beginsSentence(text: string, words: Place[], index: number): boolean {
  const before = words[index - 1];
  const here = words[index];
  return !before || !here || /[.!?؟…\n]/.test(text.slice(before.end, here.start));
}

function isRightToLeft(root: HTMLElement, text: string, word: Place | undefined): boolean {
  const letters = word ? text.slice(word.start, word.end) : "";
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(letters)) return true;
  if (/\p{L}/u.test(letters)) return false;
  return getComputedStyle(root).direction === "rtl";
}

function keepInView(range: Range): void {
  const box = range.getBoundingClientRect();
  const room = window.innerHeight;
  if (box.top < 90) window.scrollBy(0, box.top - room / 3);
  else if (box.bottom > room - 140) window.scrollBy(0, box.bottom - (2 * room) / 3);
}
