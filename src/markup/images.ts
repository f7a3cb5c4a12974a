import type { ImageTarget, Resolver } from "../curriculum/link-target.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { isDataAddress, readDataPicture } from "./data-pictures.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { readSize } from "./picture-size.ts";
import { diagnose } from "./rules.ts";
import { textOf } from "./serialise.ts";
import { makeElement } from "./tree-builder.ts";
import { isBlank, rewrite, walk, wrap } from "./tree-walk.ts";

/** Where a picture is first used, and its bytes where it stands in the page itself. */
export interface ImageUse {
  readonly place: Place;
  readonly bytes?: Uint8Array;
}

/** The images that a page uses, by path. */
export type UsedImages = Map<string, ImageUse>;

/**
 * Finds the files of the images, and sets images that stand alone in a paragraph as figures with
 * the Markdown title as caption. An image that can not be had becomes a visible notice.
 *
 * What stands for an image where it is not seen: its own description; else its caption, which is
 * read once, so that the image itself stays silent (HTML §4.8.4.4, "a graphical representation of
 * some of the surrounding text"); else, in a line, its title.
 *
 * Diagnostics: MRK020, MRK021, MRK022.
 */
export function placeImages(
  children: readonly ElementContent[],
  resolver: Resolver,
  findings: Findings,
  used: UsedImages,
): ElementContent[] {
  const captioned = findCaptioned(children);
  return rewrite(children, (element, parent) => {
    if (element.tagName === "img") {
      const isCaptioned = captioned.has(element);
      const image = resolveImage(element, isCaptioned, resolver, findings, used);
      // In a paragraph it may become a figure, whose caption the title is.
      const mayBeFigure = parent?.tagName === "p" || parent?.tagName === "a";
      if (!mayBeFigure && !isCaptioned) describeByTitle(image);
      return image;
    }
    if (element.tagName !== "p") return element;
    const figures = setFigures(element);
    // A figure of the page's own, with Markdown in it.
    if (parent?.tagName !== "figure" || !Array.isArray(figures)) return figures;
    return figures.flatMap((one) =>
      one.type === "element" && one.tagName === "figure" ? one.children : [one],
    );
  });
}

/** Images of figures that the page sets itself, in HTML, with a caption. */
function findCaptioned(children: readonly ElementContent[]): ReadonlySet<Element> {
  const captioned = new Set<Element>();
  walk(children, (element, ancestors) => {
    if (element.tagName !== "img") return;
    const figure = ancestors.findLast(({ tagName }) => tagName === "figure");
    const caption = figure?.children.find(
      (child) => child.type === "element" && child.tagName === "figcaption",
    );
    if (caption !== undefined && textOf([caption]).trim() !== "") captioned.add(element);
  });
  return captioned;
}

/** `![A lock|40x30](…)`: Obsidian's sizes stand in the description. */
function takeSize({ properties }: Element): string {
  const written = String(properties.alt ?? "").trim();
  const found = /^(.*\S)[ \t]*\|[ \t]*(\d{1,4})(?:x(\d{1,4}))?$/su.exec(written);
  if (found === null) return written;
  const [, alt = "", width, height] = found;
  for (const [name, value] of Object.entries(readSize(width, height))) properties[name] ??= value;
  return alt;
}

function resolveImage(
  image: Element,
  isCaptioned: boolean,
  resolver: Resolver,
  findings: Findings,
  used: UsedImages,
): Element {
  const address = String(image.properties.src ?? "").trim();
  const alt = takeSize(image);
  const place = findings.placeOf(image);
  const target = findImage(address, image.data?.wiki?.name, resolver);
  if (target.kind === "file") {
    const title = String(image.properties.title ?? "").trim();
    if (alt === "" && title === "" && !isCaptioned) {
      findings.add(diagnose("MRK020", place, { address: quoteText(address) }));
    }
    const { path, bytes } = target;
    if (!used.has(path)) used.set(path, bytes === undefined ? { place } : { place, bytes });
    const { id, width, height } = image.properties;
    const kept = Object.entries({ id, width, height }).filter(([, value]) => value !== undefined);
    const properties = { ...Object.fromEntries(kept), ...(title === "" ? {} : { title }) };
    return makeElement("img", { src: path, alt, ...properties }, image.position);
  }
  if (target.kind === "missing" && target.unreadable !== undefined) {
    const { path } = target.unreadable;
    const values = { address: quoteText(address), path };
    findings.add({ ...diagnose("MRK021 unread", place, values), causedBy: path });
  } else if (target.kind === "missing") {
    const { suggestion: near = "" } = target;
    const hint = near !== "" ? "near" : /\s/.test(address) ? "space" : "absent";
    const values = { address: quoteText(address), near };
    findings.add(diagnose(`MRK021 absent ${hint}`, place, values));
  } else {
    const values = { address: quoteText(address.slice(0, 200)), reason: target.reason };
    findings.add(diagnose("MRK022", place, values));
  }
  const name = isDataAddress(address)
    ? ""
    : (address
        .replace(/[?#].*$/s, "")
        .replace(/\/+$/, "")
        .split("/")
        .at(-1) ?? "");
  const label = alt !== "" ? alt : name.slice(0, 200);
  return wrap(
    "span",
    "missing missing-image",
    label === "" ? [] : [{ type: "text", value: label }],
    image.position,
  );
}

/** A picture's file; one that stands in its own address; or one that only its name tells. */
function findImage(
  address: string,
  name: string | undefined,
  resolver: Resolver,
): ImageTarget & { readonly bytes?: Uint8Array } {
  if (address === "") return { kind: "refused", reason: "it has no address" };
  if (isDataAddress(address)) {
    const { path, bytes, reason } = readDataPicture(address);
    if (reason !== undefined) return { kind: "refused", reason };
    return { kind: "file", path, bytes };
  }
  const target = resolver.resolveImage(address);
  if (target.kind === "file" || name === undefined) return target;
  const named = resolver.resolveName(name);
  return named.kind === "file" ? named : target;
}

/** A paragraph of nothing but images: each is a figure of its own. */
function setFigures(paragraph: Element): ElementContent | ElementContent[] {
  const filled = paragraph.children.filter((child) => !isBlank(child) && !isBreak(child));
  if (filled.length === 0 || !filled.every(isImage)) {
    for (const child of filled) describeByTitle(child);
    return paragraph;
  }
  return filled.map((child) => {
    const position = paragraph.position;
    if (child.type === "element" && isMissing(child)) return { ...child, tagName: "p" };
    const caption = dropTitle(child);
    const parts: ElementContent[] = [child];
    if (caption !== "") {
      parts.push(makeElement("figcaption", {}, undefined, [{ type: "text", value: caption }]));
    }
    return makeElement("figure", {}, position, parts);
  });
}

/** The image that a node is, or holds as a link. */
function imageOf(node: ElementContent): Element | undefined {
  if (node.type !== "element") return undefined;
  const image = node.tagName === "img" ? node : node.children.find((child) => isImage(child));
  return image?.type === "element" && image.tagName === "img" ? image : undefined;
}

/** Titles are captions of figures; on an image in a line they could be seen by nobody. */
function dropTitle(node: ElementContent): string {
  const image = imageOf(node);
  if (image === undefined) return "";
  const title = String(image.properties.title ?? "");
  delete image.properties.title;
  return title;
}

/** Where nobody sees a title it is better than no description. */
function describeByTitle(node: ElementContent): void {
  const image = imageOf(node);
  const title = dropTitle(node);
  if (image !== undefined && image.properties.alt === "") image.properties.alt = title;
}

function isImage(node: ElementContent): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "img" || isMissing(node)) return true;
  const only = node.children.filter((child) => !isBlank(child));
  return node.tagName === "a" && only.length === 1 && only[0] !== undefined && isImage(only[0]);
}

function isMissing(node: Element): boolean {
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes("missing-image");
}

function isBreak(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === "br";
}

/** The words of an image, for a link that has nothing else. */
export function hasWords(children: readonly ElementContent[]): boolean {
  return textOf(children) !== "" || children.some((child) => isImage(child));
}
