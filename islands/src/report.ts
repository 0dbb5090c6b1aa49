/* The report: who points at words sees the claims told in them, who points at a claim sees its words.
   Without this script every stretch of marked words is a link to its claim, and every claim one to its words. */

import { countPoints } from "./check/place";

const LIT = "lit";

/** The claims that an element stands for. */
function claimsOf(element: Element): string[] {
  return element.getAttribute("data-c")?.split(" ") ?? [];
}

/** All elements of the page by the claims that they stand for. */
function index(root: ParentNode): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of root.querySelectorAll("[data-c]")) {
    for (const claim of claimsOf(element)) {
      found.set(claim, [...(found.get(claim) ?? []), element]);
    }
  }
  return found;
}

/** Brings a claim into sight within its own column, without moving the page. */
function bringIntoSight(claim: Element): void {
  const column = claim.closest<HTMLElement>(".report-claims");
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const inside = claim.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  const top = Math.max(frame.top, 0);
  const bottom = Math.min(frame.bottom, innerHeight); // the column may reach beyond the window
  if (inside.top >= top && inside.bottom <= bottom) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const down = inside.top - top - (bottom - top) / 4;
  column.scrollTo({ top: column.scrollTop + down, behavior: calm ? "auto" : "smooth" });
}

function begin(page: Element): void {
  const elements = index(page);
  let lit: Element[] = [];
  let pointed: Element | null = null;

  const light = (element: Element | null): void => {
    if (element === pointed) return;
    pointed = element;
    for (const each of lit) each.classList.remove(LIT);
    lit = element ? claimsOf(element).flatMap((claim) => elements.get(claim) ?? []) : [];
    for (const each of lit) each.classList.add(LIT);
    const first = element && claimsOf(element)[0];
    const told = element?.classList.contains("run") && first ? page.querySelector(`[id="claim-${first}"]`) : null;
    if (told) bringIntoSight(told);
  };
  const follow = (event: Event): void => {
    const target = event.target instanceof Element ? event.target.closest("[data-c]") : null;
    if (target || event.type === "focusin") light(target);
  };
  page.addEventListener("pointerover", follow);
  page.addEventListener("focusin", follow);
  page.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape") light(null);
  });
}

const LONGEST = 1500; // letters of words in an address; longer ones are told by their place alone

/** Where a point of the page stands in the report's text, in code points; null outside of it. */
function placeOf(node: Node, offset: number): number | null {
  const inside = node instanceof Element ? node : node.parentElement;
  const paragraph = inside?.closest("[data-at]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return Number(paragraph.getAttribute("data-at")) + countPoints(before.toString());
}

/** Offers an address for the words that are selected, and to coders a claim in them. */
function offer(page: Element): void {
  const bar = page.querySelector<HTMLElement>("[data-selected]");
  const link = bar?.querySelector<HTMLAnchorElement>("[data-link]");
  const add = bar?.querySelector<HTMLAnchorElement>("[data-add]");
  if (!bar || !link) return;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const start = range && placeOf(range.startContainer, range.startOffset);
    const end = range && placeOf(range.endContainer, range.endOffset);
    if (!range || start === null || end === null || end <= start) {
      bar.hidden = true;
      return;
    }
    const report = encodeURIComponent(bar.dataset["selected"] ?? "");
    const words = range.toString();
    link.href = `/report/${report}?words=${start}-${end}#words`;
    if (add) add.href = `/check/report/${report}?words_at=${start}&words=${encodeURIComponent(words.slice(0, LONGEST))}`;
    bar.hidden = false;
  });
}

for (const page of document.querySelectorAll("article.report")) {
  begin(page);
  offer(page);
}
