import { type AskedSize, classOfShare, showSize } from "../image/shown-size.ts";
import { formatNoteMark } from "../language/format.ts";
import { type Language, languageOf } from "../language/language.ts";
import type { Element, ElementContent, Text } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import { labelPassages } from "../theme/label-passages.ts";
import { sayElsewhere, sayLinkCode } from "../theme/link-words.ts";
import { markLanguage, sayAround, sayMarked } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import type { BookPlan } from "./book-plan.ts";

/** What a tree needs to know of the book around it. One a document: ids are its own. */
export interface DocumentScope {
  readonly plan: BookPlan;
  readonly words: Words;
  /** File name of the document. */
  readonly document: string;
  /** Ids that stand in the document already: a second use is dropped. */
  readonly ids: Set<string>;
  /** Of the text. */
  readonly language: Language;
}

/** A node to adapt, with the elements around it, nearest first. */
interface Step {
  readonly path: readonly [] | readonly [Element] | readonly [Element, Element];
  readonly node: ElementContent;
  readonly into: ElementContent[];
}

/**
 * Makes of a body, as `publication` gives it, what a content document of EPUB holds: addresses of
 * documents and image files, note references with their roles, labels on asides, `xml:lang` beside
 * `lang`. The given tree stays as it is; any depth is safe; of two elements with one id the first in
 * reading order keeps it.
 */
export function adaptTree(
  nodes: readonly ElementContent[],
  scope: DocumentScope,
): readonly ElementContent[] {
  const adapted: ElementContent[] = [];
  const pending: Step[] = [];
  const plan = (list: readonly ElementContent[], path: Step["path"], into: ElementContent[]) => {
    for (let index = list.length - 1; index >= 0; index -= 1) {
      const node = list[index];
      if (node !== undefined) pending.push({ path, node, into });
    }
  };
  plan(labelPassages(nodes, scope.words), [], adapted);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, path, into } = next;
    if (node.type === "text") into.push(adaptText(node, path[0], scope));
    if (node.type !== "element") continue;
    const element = adaptElement(node, path, scope);
    into.push(element);
    if (hasClass(node, "elsewhere")) into.push(markElsewhere(node, scope));
    if (element.tagName === "img" || hasClass(element, "missing-image")) continue;
    plan(node.children, path[0] === undefined ? [node] : [node, path[0]], element.children);
  }
  return adapted;
}

/** The mark of a note is a number of the text around it: in the numerals of its language. */
function adaptText(node: Text, parent: Element | undefined, scope: DocumentScope): Text {
  const isMark =
    parent !== undefined && hasClass(parent, "note-ref") && /^\d{1,9}$/.test(node.value);
  return {
    type: "text",
    value: isMark ? formatNoteMark(scope.language, Number(node.value)) : node.value,
  };
}

function adaptElement(node: Element, path: Step["path"], scope: DocumentScope): Element {
  // The size of an image is the reader's business: `reader.css` bounds it by the screen. What its
  // author asked for is put back with the image.
  const { id, lang, width, height, ...properties } = node.properties;
  const element: Element = { ...node, properties, children: [] };
  if (typeof id === "string" && !scope.ids.has(id)) {
    scope.ids.add(id);
    properties.id = id;
  }
  if (typeof lang === "string") {
    // Said by the author or not, a run in another script must not scatter in the line around it.
    const dir = properties.dir ?? languageOf(lang).direction;
    Object.assign(properties, { lang, xmlLang: lang, dir });
  }
  if (node.tagName === "a") adaptLink(element, scope);
  else if (node.tagName === "img") return adaptImage(element, { width, height }, scope);
  else if (hasClass(node, "missing-image")) {
    // Known to be missing since the page was read: its text is the alternative text, or its name.
    const { tagName, data } = node;
    return {
      ...describeMissing(textOf([node]), scope),
      tagName,
      // Its mark: a page of the printed edition may begin here.
      ...(data === undefined ? {} : { data }),
    };
  } else if (node.tagName === "aside") labelAside(element, node, scope);
  const [parent, grandparent] = path;
  if (node.tagName === "li" && parent !== undefined && !opensWithParagraph(node)) {
    drawBox(node, parent, element, scope);
  } else if (parent?.tagName === "li" && grandparent !== undefined && opensWithParagraph(parent)) {
    if (openingOf(parent) === node) drawBox(parent, grandparent, element, scope);
  }
  return element;
}

function adaptLink(link: Element, scope: DocumentScope): void {
  const href = String(link.properties.href ?? "");
  if (href.startsWith("#")) {
    const target = href.slice(1);
    const document = scope.plan.idDocuments.get(target);
    if (document === undefined) unlink(link);
    else link.properties.href = document === scope.document ? href : `${document}${href}`;
    if (document !== undefined && hasClass(link, "note-ref")) {
      Object.assign(link.properties, { epubType: "noteref", role: "doc-noteref" });
    }
    return;
  }
  const address = webAddress(href);
  if (address === undefined) unlink(link);
  else link.properties.href = address;
}

/** A link without a place to lead to is text. */
function unlink(link: Element): void {
  link.tagName = "span";
  delete link.properties.href;
}

/**
 * Characters that the URL parser lets pass and that no valid URL may hold (RFC 3986 §2). Square
 * brackets are for hosts that are numbers, and stay there.
 */
const NOT_IN_URL =
  /["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})|(?<=^(?:mailto:|https?:\/\/[^/?#]+[/?#]).*)[[\]]/g;

function webAddress(href: string): string | undefined {
  if (!/^(https?|mailto):/i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.href.replace(
    NOT_IN_URL,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function adaptImage(image: Element, asked: AskedSize, scope: DocumentScope): Element {
  const placed = scope.plan.images.get(String(image.properties.src ?? ""));
  const alt = String(image.properties.alt ?? "");
  if (placed !== undefined) {
    const described = hasClass(image, "link-code")
      ? sayLinkCode(alt, scope.words, scope.language)
      : { alt };
    const { widthPx, share, isAsked } = showSize(asked, placed.image);
    Object.assign(image.properties, {
      src: placed.name,
      ...described,
      ...(isAsked ? { width: widthPx } : {}),
      ...(share === undefined ? {} : { className: [classOfShare(share)] }),
    });
    return image;
  }
  return describeMissing(alt, scope);
}

function describeMissing(alt: string, { words, language }: DocumentScope): Element {
  const said =
    alt.trim() === ""
      ? [sayMarked(words, language, "image-missing")]
      : sayAround(words, language, "image-missing-named", "alt", { type: "text", value: alt });
  return wrap(["missing", "missing-image"], said);
}

const ASIDE_LABELS = ["trainer-note", "warning", "tip", "notice"] as const;

/**
 * Gives a box a role, and a name that is heard where its edge is seen: the author's label, or the
 * theme's. A warning is a `div`: HTML gives `doc-notice` to no `aside` (ARIA in HTML §4),
 * and a `section` with a name is a landmark, of which no two may have one name.
 */
function labelAside(aside: Element, node: Element, scope: DocumentScope): void {
  if (hasClass(node, "tip")) Object.assign(aside.properties, { epubType: "tip", role: "doc-tip" });
  else if (hasClass(node, "warning")) {
    aside.tagName = "div";
    Object.assign(aside.properties, { epubType: "notice", role: "doc-notice" });
  } else aside.properties.role = "note";
  const label = node.children.find(
    (child): child is Element => child.type === "element" && hasClass(child, "aside-label"),
  );
  const kind = ASIDE_LABELS.find((name) => hasClass(node, name));
  if (label !== undefined) aside.properties.ariaLabel = textOf([label]);
  if (label !== undefined || (kind === undefined && !hasClass(node, "for-participant"))) return;
  const key = kind === undefined ? "audience-participant" : `label-${kind}`;
  // Heard in the language of the attribute's element: where that differs, the label alone is heard.
  if (scope.words.languageOf(key).tag === scope.language.tag) {
    aside.properties.ariaLabel = scope.words.say(key);
  }
  const said = sayMarked(scope.words, scope.language, key);
  aside.children.push(makeElement("p", { className: ["aside-label"] }, [said]));
}

/**
 * Boxes to tick are text: they are there without styles, and a task's state is announced. The box
 * stands in the paragraph that opens the item, where there is one.
 */
function drawBox(item: Element, list: Element, element: Element, scope: DocumentScope): void {
  const isDone = hasClass(item, "done");
  const isTask = hasClass(list, "tasks") && (isDone || hasClass(item, "open"));
  if (!isTask && !hasClass(list, "checklist")) return;
  const key = isDone ? "task-done" : "task-open";
  const said = isTask
    ? {
        role: "img",
        ariaLabel: scope.words.say(key),
        ...markLanguage(scope.words.languageOf(key), scope.language),
      }
    : { ariaHidden: "true" };
  element.children.unshift(
    makeElement("span", { className: ["box"], ...said }, [makeText(isTask && isDone ? "☑" : "☐")]),
    makeText(" "),
  );
}

function opensWithParagraph(item: Element): boolean {
  const opening = openingOf(item);
  return opening?.type === "element" && opening.tagName === "p";
}

/** What opens an item: its first child, past white space. */
function openingOf(item: Element): ElementContent | undefined {
  return item.children.find((child) => child.type !== "text" || child.value.trim() !== "");
}

function markElsewhere(node: Element, { words, language }: DocumentScope): Element {
  const text = (value: string): Text => ({ type: "text", value });
  const said = sayElsewhere(node, words, language);
  return wrap(["elsewhere-mark"], [text(" ("), ...said, text(")")]);
}

function wrap(className: string[], children: readonly ElementContent[]): Element {
  return makeElement("span", { className }, children);
}
