/* The report: who points at words sees the claims told in them, who points at a claim sees its words.
   Without this script every stretch of marked words is a link to its claim, and every claim one to its words. */

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
  if (inside.top >= frame.top && inside.bottom <= frame.bottom) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const top = column.scrollTop + inside.top - frame.top - frame.height / 4;
  column.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
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

for (const page of document.querySelectorAll("article.report")) begin(page);
