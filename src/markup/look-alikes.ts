import { findBidiControl } from "../language/bidi.ts";
import { isInline } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import type { Readers } from "./host-names.ts";
import { doubtLink } from "./link-doubts.ts";
import { diagnose } from "./rules.ts";
import { textOf } from "./serialise.ts";
import { walk } from "./tree-walk.ts";

/**
 * Looks for letters whose order is turned round, before signs that turn none are left out
 * (`invisible-characters.ts`). Only a person can tell a trick from a sample, so that it stays as it is.
 *
 * Diagnostics: MRK080.
 */
export function lintBidiControls(nodes: readonly ElementContent[], findings: Findings): void {
  walk(nodes, (element, ancestors) => {
    if (!isInline(element.tagName)) lintOrder(element, findings);
    else if (element.tagName === "bdo") lintReversal(element, ancestors, findings);
  });
}

/**
 * Looks for links that lead elsewhere than they say.
 *
 * Diagnostics: MRK081–MRK083.
 *
 * @param nodes a finished tree: external links have their whole addresses.
 */
export function lintLookAlikes(
  nodes: readonly ElementContent[],
  readers: Readers,
  findings: Findings,
): void {
  walk(nodes, (element) => {
    if (element.tagName === "a") lintLink(element, readers, findings);
  });
}

/** The text of a block by itself: a sign that is left open ends with it (UAX #9 §3.3.1). */
function lintOrder(block: Element, findings: Findings): void {
  const own = block.children.filter((child) => child.type === "text" || isInlineElement(child));
  if (own.length === 0) return;
  const text = textOf(own);
  if (findBidiControl(text) === undefined) return;
  const lines = block.tagName === "pre" ? text.split("\n") : [text];
  for (const line of lines) {
    const sign = findOpenControl(line);
    if (sign === undefined) continue;
    reportOrder(sign, block, line, findings);
    return;
  }
}

function isInlineElement(node: ElementContent): boolean {
  return node.type === "element" && isInline(node.tagName);
}

const CLOSING: Readonly<Record<string, string>> = {
  "\u202A": "\u202C",
  "\u202B": "\u202C",
  "\u2066": "\u2069",
  "\u2067": "\u2069",
  "\u2068": "\u2069",
};

/**
 * The first sign that turns letters by force, or that is opened and not closed or the other way
 * round; undefined where there is none. Balanced isolates and embeddings are good writing.
 */
function findOpenControl(text: string): string | undefined {
  const open: { readonly sign: string; readonly end: string }[] = [];
  for (const sign of text.match(/[\u202A-\u202E\u2066-\u2069]/g) ?? []) {
    const end = CLOSING[sign];
    if (end !== undefined) open.push({ sign, end });
    else if (open.pop()?.end !== sign) return sign;
  }
  return open.at(-1)?.sign;
}

function reportOrder(
  sign: string | undefined,
  element: Element,
  text: string,
  findings: Findings,
): void {
  if (sign === undefined) return;
  const kind = /[\u202D\u202E]/.test(sign) ? "forced" : "alone";
  const values = { sign: findBidiControl(sign) ?? "", text: quoteText(text) };
  findings.add(diagnose(`MRK080 ${kind} sign`, findings.placeOf(element), values));
}

/** `<bdo>` is for showing what such signs do: letters against their own direction. */
function lintReversal(element: Element, ancestors: readonly Element[], findings: Findings): void {
  const text = textOf(element.children);
  const against = element.properties.dir === "rtl" ? /\p{Script=Latin}/u : RIGHT_TO_LEFT;
  if (!against.test(text)) return;
  const place = [...ancestors, element].findLast(({ position }) => position) ?? element;
  findings.add(diagnose("MRK080 bdo", findings.placeOf(place), { text: quoteText(text) }));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

function lintLink(link: Element, readers: Readers, findings: Findings): void {
  const address = String(link.properties.href ?? "");
  for (const doubt of doubtLink(address, wordsOf(link), readers)) {
    findings.add({ ...doubt, place: findings.placeOf(link) });
  }
}

/** What a reader meets of a link: its text, or the descriptions of its pictures, and its title. */
function wordsOf(link: Element): string {
  const texts = [textOf(link.children), String(link.properties.title ?? "")];
  walk(link.children, ({ properties }) => texts.push(String(properties.alt ?? "")));
  return texts.join(" ");
}
