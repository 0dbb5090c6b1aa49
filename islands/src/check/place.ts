/* Places in a text: from what is selected on the page to offsets in code points, and back.
   The element's text is the report's text letter by letter, however it is marked up inside. */

export interface Place {
  /** Offsets into the element's text in UTF-16 units, as the browser counts; end excluded. */
  start: number;
  end: number;
}

/** How many code points a text has: what the record counts in. Half a pair counts for one, as it does there. */
export function countPoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Where in a text's UTF-16 units its code point of that number begins. */
export function unitsAt(text: string, points: number): number {
  let units = 0;
  let left = points;
  for (const letter of text) {
    if (left <= 0) break;
    units += letter.length;
    left -= 1;
  }
  return units;
}

/** What is selected inside an element, without white space around it, letters with their accents whole. Null: nothing. */
export function readSelection(root: HTMLElement): Place | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = unitsBefore(root, range.startContainer, range.startOffset);
  const end = unitsBefore(root, range.endContainer, range.endOffset);
  return trim(root.textContent ?? "", { start, end });
}

/** Selects a place on the page. */
export function select(root: HTMLElement, place: Place): void {
  const selection = document.getSelection();
  const from = pointAt(root, place.start);
  const to = pointAt(root, place.end);
  selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** The page's range of a place. */
export function rangeOf(root: HTMLElement, place: Place): Range {
  const range = document.createRange();
  const from = pointAt(root, place.start);
  const to = pointAt(root, place.end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The words of a text that a person walks over, one after the other. */
export function listWords(text: string, language: string | undefined): Place[] {
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  const found: Place[] = [];
  for (const each of words) {
    if (each.isWordLike) found.push({ start: each.index, end: each.index + each.segment.length });
  }
  return found;
}

function trim(text: string, place: Place): Place | null {
  const words = text.slice(place.start, place.end);
  if (!words.trim()) return null;
  const start = place.start + (words.length - words.trimStart().length);
  const end = place.end - (words.length - words.trimEnd().length);
  return widen(text, { start, end });
}

/** A letter and the marks that stand on it are one: none is selected without the other. */
function widen(text: string, place: Place): Place {
  const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  const first = clusters.containing(place.start);
  const last = clusters.containing(place.end - 1);
  return {
    start: first ? first.index : place.start,
    end: last ? last.index + last.segment.length : place.end,
  };
}

function unitsBefore(root: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(root);
  const side = range.comparePoint(node, offset);
  if (side < 0) return 0;
  if (side > 0) return (root.textContent ?? "").length;
  range.setEnd(node, offset);
  return range.toString().length;
}

function pointAt(root: HTMLElement, units: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = units;
  let last: Node = root;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last.nodeValue?.length ?? last.childNodes.length };
}
