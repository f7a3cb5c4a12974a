import { listRivals } from "../curriculum/dangling-session.ts";
import type { LinkTarget, Resolver } from "../curriculum/link-target.ts";
import type { WikiMeta } from "../markdown/wiki-links.ts";
import { normaliseFragment, slugOf } from "./anchors.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { hasWords } from "./images.ts";
import { diagnose } from "./rules.ts";
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
  const values = { found: quoteText(written), typed: address };
  findings.add(diagnose("MRK092 address", findings.placeOf(link), values));
}

function reportDropped(link: Element, target: LinkTarget, findings: Findings): void {
  if (target.kind !== "external" || target.dropped === undefined) return;
  const dropped = target.dropped.slice(0, 5).join(", ");
  findings.add(diagnose("MRK110", findings.placeOf(link), { dropped }));
}

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
    const { conflicts = [] } = target;
    const links = conflicts.slice(0, 5).map((one) => `\`[words](${one})\``);
    const values = { written, links: links.join(", ") };
    const kind = conflicts.length > 1 ? "several" : "none";
    findings.add(diagnose(`MRK086 ${kind}`, findings.placeOf(link), values));
  } else if (wiki.isEmbedded) {
    findings.add(diagnose("MRK087", findings.placeOf(link), { written }));
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
  const quoted = { address: quoteText(address) };
  switch (target.kind) {
    case "empty":
      findings.add(diagnose("MRK010", place, { text: quoteText(textOf(link.children)) }));
      return;
    case "nowhere":
      if (target.unreadable !== undefined) {
        const { path, isFolder } = target.unreadable;
        const kind = isFolder ? "folder" : "file";
        const told = diagnose(`MRK011 unread ${kind}`, place, { ...quoted, path });
        findings.add({ ...told, causedBy: path });
        return;
      }
      if (target.conflicts !== undefined) {
        const { conflicts } = target;
        const values = { ...quoted, count: conflicts.length, files: listRivals(conflicts) };
        const told = diagnose("MRK011 shared", place, values);
        findings.add({ ...told, causedBy: conflicts[1] ?? "" });
        return;
      }
      findings.add(
        target.suggestion === undefined
          ? diagnose("MRK011 absent", place, quoted)
          : diagnose("MRK011 absent near", place, { ...quoted, near: target.suggestion }),
      );
      return;
    case "refused":
      findings.add(diagnose("MRK012", place, { ...quoted, reason: target.reason }));
      return;
    case "fragment": {
      const name = normaliseFragment(target.fragment);
      // Both mean the page's beginning on a site (HTML Living Standard §7.4.6.4).
      if (name === "" || name === "top") return;
      findings.add(diagnose("MRK013", place, quoted));
      return;
    }
  }
}
