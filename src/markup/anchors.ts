import { composeText } from "../language/text-form.ts";
import type { Element, ElementContent, Heading } from "./document.ts";
import type { Findings } from "./findings.ts";
import { textOf } from "./serialise.ts";
import { rankOf, walk } from "./tree-walk.ts";

/** The fragments by which authors address an element, under the mark that it carries meanwhile. */
export type Fragments = ReadonlyMap<string, readonly string[]>;

/**
 * Marks every heading as written and every element with an id of its author, and notes how a link
 * may call it. To be done before headings are judged, since a link may go to a sentence too.
 */
export function markAnchors(children: readonly ElementContent[]): Fragments {
  const fragments = new Map<string, string[]>();
  const used = new Map<string, number>();
  walk(children, (element) => {
    const isHeading = rankOf(element) > 0;
    const { id } = element.properties;
    if (!isHeading && id === undefined) return;
    const names = id === undefined ? [] : [normaliseFragment(String(id))];
    if (isHeading)
      for (const one of new Set(slugsOf(textOf(element.children)).map(unique))) names.push(one);
    const mark = `@${fragments.size}`;
    fragments.set(mark, names);
    element.properties.id = mark;
  });
  return fragments;

  /** kramdown and GitHub both number repeated slugs from 1. */
  function unique(slug: string): string {
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}

/** The fragment of a heading with these words. */
export function slugOf(text: string): string {
  return slugsOf(text)[0] ?? "";
}

/** kramdown's plain rule (`basic_generate_id`) and GitHub's, which Jekyll uses by default. */
function slugsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const github = lower.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
  const kramdown = lower
    .replace(/^[^a-z]+/, "")
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
  return github === kramdown ? [github] : [github, kramdown === "" ? "section" : kramdown];
}

/** A fragment for comparison: decoded, lower case, without the slash that sites add. */
export function normaliseFragment(fragment: string): string {
  let text = fragment.replace(/^#/, "").replace(/\/+$/, "");
  try {
    text = decodeURIComponent(text);
  } catch {
    // A stray % is compared as it stands.
  }
  return composeText(text).toLowerCase();
}

/** What has an id in the end. */
export interface Anchored {
  readonly headings: readonly Heading[];
  readonly anchors: ReadonlyMap<string, string>;
}

/**
 * Ranks the headings from 2 without gaps and gives every marked element its id: `h1`, `h2`, … for
 * headings, `a1`, `a2`, … for the rest.
 *
 * Each heading is one below the nearest heading before it that was written with a higher rank.
 */
export function placeAnchors(
  children: readonly ElementContent[],
  fragments: Fragments,
  findings: Findings,
): Anchored {
  const headings: Heading[] = [];
  const ids = new Map<string, string>();
  const open: number[] = [];
  let otherCount = 0;
  walk(children, (element) => {
    const mark = element.properties.id;
    const written = rankOf(element);
    if (written > 0) {
      while ((open.at(-1) ?? 0) >= written) open.pop();
      open.push(written);
      const rank = Math.min(6, open.length + 1);
      const id = `h${headings.length + 1}`;
      element.tagName = `h${rank}`;
      headings.push({
        id,
        rank,
        text: textOf(element.children),
        place: findings.placeOf(element),
        ...(element.data?.passage === "source" ? { isInSource: true } : {}),
      });
      setId(element, mark, id);
    } else if (mark !== undefined) {
      otherCount += 1;
      setId(element, mark, `a${otherCount}`);
    }
  });
  const anchors = new Map<string, string>();
  for (const [mark, names] of fragments) {
    const id = ids.get(mark);
    if (id === undefined) continue;
    for (const name of names) if (name !== "" && !anchors.has(name)) anchors.set(name, id);
  }
  return { headings, anchors };

  function setId(element: Element, mark: unknown, id: string): void {
    element.properties.id = id;
    if (typeof mark === "string") ids.set(mark, id);
  }
}
