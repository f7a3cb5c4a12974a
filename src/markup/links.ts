import { hintAtRivals } from "../curriculum/dangling-session.ts";
import type { LinkTarget, Resolver } from "../curriculum/link-target.ts";
import { hintAtUnreadable } from "../curriculum/unreadable-page.ts";
import { normaliseFragment } from "./anchors.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { hasWords } from "./images.ts";
import { textOf } from "./serialise.ts";
import { makeElement } from "./tree-builder.ts";
import { rewrite } from "./tree-walk.ts";

/**
 * Gives every link the address that its target has in the tree, and leaves the text alone of those
 * that lead nowhere.
 *
 * Diagnostics: MRK010, MRK011, MRK012, MRK013.
 */
export function placeLinks(
  children: readonly ElementContent[],
  resolver: Resolver,
  anchors: ReadonlyMap<string, string>,
  findings: Findings,
): ElementContent[] {
  return rewrite(children, (element) => {
    // Links of the page's own making (to notes) have their address already.
    if (element.tagName !== "a" || element.properties.href === undefined) return element;
    const address = String(element.properties.href).trim();
    const target: LinkTarget = address === "" ? { kind: "empty" } : resolver.resolveLink(address);
    const href = addressOf(target, anchors);
    if (href === undefined) reportLink(element, address, target, findings);
    if (!hasWords(element.children)) {
      element.children.push({ type: "text", value: labelOf(target, address) });
    }
    if (href !== undefined) return { ...element, properties: { ...element.properties, href } };
    const { id } = element.properties;
    return id === undefined
      ? element.children
      : makeElement("span", { id }, element.position, element.children);
  });
}

const OR_TAKE_AWAY =
  "Or take the link away: leave its words, without the brackets and the address.";

function addressOf(target: LinkTarget, anchors: ReadonlyMap<string, string>): string | undefined {
  switch (target.kind) {
    case "external":
      return target.url;
    case "page":
      return `page:${target.path}${target.fragment === "" ? "" : `#${target.fragment}`}`;
    case "fragment": {
      const id = anchors.get(normaliseFragment(target.fragment));
      return id === undefined ? undefined : `#${id}`;
    }
    default:
      return undefined;
  }
}

function labelOf(target: LinkTarget, address: string): string {
  if (target.kind === "external") return target.url.replace(/^mailto:/, "");
  if (target.kind === "file") return target.path.split("/").at(-1) ?? target.path;
  return address;
}

function reportLink(link: Element, address: string, target: LinkTarget, findings: Findings): void {
  const place = findings.placeOf(link);
  const text = quoteText(textOf(link.children));
  switch (target.kind) {
    case "empty":
      findings.add(
        "MRK010",
        "warning",
        `Unexpected link ${text} without an address, expected one in the round brackets`,
        place,
        "Write the address between `(` and `)`, or take the brackets away.",
      );
      return;
    case "nowhere":
      if (target.unreadable !== undefined) {
        findings.addCaused(
          target.unreadable.path,
          "MRK011",
          "error",
          `Unexpected link to ${quoteText(address)}, a page that could not be read, expected one that can be`,
          place,
          hintAtUnreadable(target.unreadable),
        );
        return;
      }
      if (target.rivals !== undefined) {
        findings.addCaused(
          target.rivals[1] ?? "",
          "MRK011",
          "error",
          `Unexpected link to ${quoteText(address)}, the permalink of ${target.rivals.length} pages, expected that of one`,
          place,
          hintAtRivals(target.rivals),
        );
        return;
      }
      findings.add(
        "MRK011",
        "error",
        `Unexpected link address ${quoteText(address)}, expected the permalink of a page`,
        place,
        target.suggestion === undefined
          ? `Correct the address; a page on the web needs \`https://\` before it. ${OR_TAKE_AWAY}`
          : `A page with a near name is at \`${target.suggestion}\`: write that. ${OR_TAKE_AWAY}`,
      );
      return;
    case "refused":
      findings.add(
        "MRK012",
        "error",
        `Unexpected link address ${quoteText(address)}: ${target.reason}`,
        place,
        "Use an address that begins with `https://`, `http://` or `mailto:`, or a permalink.",
      );
      return;
    case "fragment": {
      const name = normaliseFragment(target.fragment);
      // Both mean the page's beginning on a site (HTML Living Standard §7.4.6.4).
      if (name === "" || name === "top") return;
      findings.add(
        "MRK013",
        "warning",
        `Unexpected link to ${quoteText(address)}, expected a heading or an id of this page`,
        place,
        "Use the heading's words in small letters with hyphens: `#step-2-install`.",
      );
      return;
    }
  }
}
