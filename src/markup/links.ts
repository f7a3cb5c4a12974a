import { listRivals } from "../curriculum/dangling-session.ts";
import type { LinkTarget, Resolver } from "../curriculum/link-target.ts";
import type { WikiMeta } from "../markdown/wiki-links.ts";
import { normaliseFragment, slugOf } from "./anchors.ts";
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
 * Diagnostics: MRK010–MRK013, MRK086, MRK087, MRK092, MRK110.
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
    const written = String(element.properties.href).trim();
    const address = written.replace(DOUBLED_SCHEME, "$1://");
    if (address !== written) reportDoubled(element, written, address, findings);
    const wiki = element.data?.wiki;
    delete element.data;
    const target = findTarget(address, wiki, resolver);
    const href = addressOf(target, anchors);
    reportDropped(element, target, findings);
    if (wiki !== undefined) reportWiki(element, wiki, target, findings);
    if (href === undefined && (wiki === undefined || target.kind === "fragment")) {
      reportLink(element, address, target, findings);
    }
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

/** `http://https://a.b`: typed before an address that had its scheme. */
const DOUBLED_SCHEME = /^(?:https?:\/{1,3}){1,3}(https?)(?::\/{1,3}|\/\/)(?=[^\s/])/i;

function reportDoubled(link: Element, written: string, address: string, findings: Findings): void {
  findings.add(
    "MRK092",
    "warning",
    `Unexpected second \`https://\` in the address ${quoteText(written)}, expected one`,
    findings.placeOf(link),
    `It is read as this. Type in its place: \`${address}\``,
  );
}

function reportDropped(link: Element, target: LinkTarget, findings: Findings): void {
  if (target.kind !== "external" || target.dropped === undefined) return;
  findings.add(
    "MRK110",
    "warning",
    `Unexpected ${target.dropped.slice(0, 5).join(", ")} in a mail address, expected one recipient, \`subject\` and \`body\``,
    findings.placeOf(link),
    "It is left out of the books: who writes by this link would not see to whom the mail goes, or what goes with it. Take it out of the address.",
  );
}

const OR_TAKE_AWAY =
  "Or take the link away: leave its words, without the brackets and the address.";

function findTarget(address: string, wiki: WikiMeta | undefined, resolver: Resolver): LinkTarget {
  if (address === "") return { kind: "empty" };
  if (wiki === undefined) return resolver.resolveLink(address);
  // `#^1a2b3c` is a place that only Obsidian knows.
  const fragment = wiki.heading.startsWith("^") ? "" : slugOf(wiki.heading);
  if (wiki.name === "") return { kind: "fragment", fragment };
  const target = resolver.resolveName(wiki.name);
  return target.kind === "page" ? { ...target, fragment } : target;
}

/** Of a wiki's link: one that leads nowhere, and a page that was to stand in this one. */
function reportWiki(link: Element, wiki: WikiMeta, target: LinkTarget, findings: Findings): void {
  const written = quoteText(
    `[[${[wiki.name, wiki.heading].filter((part) => part !== "").join("#")}]]`,
  );
  if (target.kind === "nowhere") {
    const [first, ...others] = target.conflicts ?? [];
    findings.add(
      "MRK086",
      "error",
      `Unexpected name in ${written}, expected that of ${others.length > 0 ? "one page, not of several" : "a page or a file of the curriculum"}`,
      findings.placeOf(link),
      others.length > 0
        ? `Write a link with one of these addresses: ${[first, ...others]
            .slice(0, 5)
            .map((one) => `\`[words](${one})\``)
            .join(", ")}.`
        : `Write the name of the page's file, its title, or a link with its permalink: \`[words](/permalink/)\`. ${OR_TAKE_AWAY}`,
    );
  } else if (wiki.isEmbedded) {
    findings.add(
      "MRK087",
      "warning",
      `Unexpected page or file within a page, ${written}, expected a picture`,
      findings.placeOf(link),
      "A link to it stands in its place. Copy what the reader needs into this page, or take away the `!`.",
    );
  }
}

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
          target.unreadable.isFolder
            ? `The folder ${target.unreadable.path} could not be opened, and the page may be in it. Mend that first; its own message says how.`
            : `Leave the address as it is: the page is there. Mend ${target.unreadable.path} first; its own message says how.`,
        );
        return;
      }
      if (target.conflicts !== undefined) {
        findings.addCaused(
          target.conflicts[1] ?? "",
          "MRK011",
          "error",
          `Unexpected link to ${quoteText(address)}, the permalink of ${target.conflicts.length} pages, expected that of one`,
          place,
          `They are ${listRivals(target.conflicts)}. Give each a permalink of its own.`,
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
