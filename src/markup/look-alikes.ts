import { findTurning } from "../language/bidi.ts";
import { isInline } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { doubtHost, hostOf, isRegistrable, isSameOwner, type Readers } from "./host-names.ts";
import { textOf } from "./serialise.ts";
import { walk } from "./tree-walk.ts";

/**
 * Looks for letters whose order is turned round, before signs that turn none are left out
 * (`unseen-signs.ts`). Only a person can tell a trick from a sample, so that it stays as it is.
 *
 * Diagnostics: MRK080.
 */
export function lintTurning(nodes: readonly ElementContent[], findings: Findings): void {
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
  if (findTurning(text) === undefined) return;
  const lines = block.tagName === "pre" ? text.split("\n") : [text];
  for (const line of lines) {
    const sign = findTurnedSign(line);
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
function findTurnedSign(text: string): string | undefined {
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
  const name = findTurning(sign) ?? "";
  const forces = /[\u202D\u202E]/.test(sign);
  findings.add(
    "MRK080",
    "warning",
    forces
      ? `Unexpected invisible sign ${name}, which turns the order of letters round, in ${quoteText(text)}, expected none`
      : `Unexpected invisible sign ${name} without its partner in ${quoteText(text)}, expected pairs`,
    findings.placeOf(element),
    "The words after it can be read as others than they are. Delete it: type the line anew where you cannot see it.",
  );
}

/** `<bdo>` is for showing what such signs do: letters against their own direction. */
function lintReversal(element: Element, ancestors: readonly Element[], findings: Findings): void {
  const text = textOf(element.children);
  const against = element.properties.dir === "rtl" ? /\p{Script=Latin}/u : RIGHT_TO_LEFT;
  if (!against.test(text)) return;
  const place = [...ancestors, element].findLast(({ position }) => position) ?? element;
  findings.add(
    "MRK080",
    "warning",
    `Unexpected <bdo> that turns the order of letters round in ${quoteText(text)}, expected none`,
    findings.placeOf(place),
    "It prints the letters from the wrong end. Take the tag away; `dir` on the paragraph sets the direction of a text.",
  );
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

function lintLink(link: Element, readers: Readers, findings: Findings): void {
  const address = String(link.properties.href ?? "");
  if (!/^(?:https?|mailto):/.test(address)) return;
  const host = hostOf(address);
  if (host === undefined) return;
  const place = findings.placeOf(link);
  const doubt = doubtHost(host, readers);
  if (doubt !== undefined) {
    const what =
      doubt.kind === "mixed"
        ? `letters of several scripts in ${quoteText(doubt.shown)}`
        : `letters that only look like a-z in ${quoteText(doubt.shown)}`;
    findings.add(
      "MRK081",
      "warning",
      `Unexpected ${what} (its real name is ${quoteText(host)}), expected a name that cannot be taken for another`,
      place,
      "The link leads to another place than it seems to. Type the address anew by hand, and open it once.",
    );
  }
  const before = /^https?:\/\/([^/?#]*)@/.exec(address)?.[1];
  if (before !== undefined) {
    findings.add(
      "MRK083",
      "warning",
      `Unexpected ${quoteText(`${before}@`)} before the host ${quoteText(host)}, expected an address that begins with its host`,
      place,
      `The link leads to ${host}; what stands before the @ is a user's name or a trick. Take it away.`,
    );
  }
  const named = addressesInText(wordsOf(link));
  const [said] = named;
  const isHonest = named.some(
    (one) => isSameOwner(one.host, host) || isArchived(address, one.host),
  );
  if (said === undefined || isHonest) return;
  findings.add(
    "MRK082",
    "warning",
    `Unexpected text ${quoteText(said.text)} of a link to ${quoteText(host)}, expected the address that it leads to`,
    place,
    "Who reads the text believes it. Write where the link leads, or words in place of an address.",
  );
}

/** What a reader meets of a link: its text, or the descriptions of its pictures, and its title. */
function wordsOf(link: Element): string {
  const texts = [textOf(link.children), String(link.properties.title ?? "")];
  walk(link.children, ({ properties }) => texts.push(String(properties.alt ?? "")));
  return texts.join(" ");
}

/** What nobody sees, and what browsers leave out of an address. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu;

/** File names that end like a country's or another domain: `setup.py`, `notes.md`, `run.sh`. */
const FILE_NAME =
  /\.(?:md|py|sh|rs|pl|ps|cc|so|ai|zip|mov|app|dev|page|java|name|info|properties|bat|com\.\w+)$/i;

/** Dots that a browser takes for one, or that are written so that nothing is a link (UTS #46 §4.5). */
const DOTS = /[\u3002\uFF0E\uFF61\u2024]|\s*[[({]\s*(?:\.|dot)\s*[\])}]\s*/giu;

/** A name among words: of a mailbox, or of a host with what may follow it. */
const NAMED =
  /(?<![\p{L}\p{M}\p{N}@./_-])(?:[\p{L}\p{N}._%+-]{1,64}@)?(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.){1,9}(?:\p{Lu}{2,}|\p{Ll}{2,}|\p{Lo}[\p{Lo}\p{M}]+)(?![\p{L}\p{N}])(?::\d+)?(?:[/?#…][^\s<>"'“”«»]*)?/gu;

/** An address of four numbers (a version has fewer), with or without a port and a path. */
const NUMBERED = /(?<![\p{L}\p{N}.@/-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}-]|\.\d)(?::\d+)?/gu;

function isNumber(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (bare.includes(":")) return URL.canParse(`http://[${bare}]/`);
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(bare) && URL.canParse(`http://${bare}/`);
}

/** `%67ood.org`: browsers read a host's escapes (URL Standard §3.5), and so does a reader who knows them. */
function readEscapes(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The addresses that a link's text names, alone or among words, however they are veiled. */
function addressesInText(
  written: string,
): readonly { readonly text: string; readonly host: string }[] {
  const text = readEscapes(written)
    .replace(UNSEEN, "")
    .replace(DOTS, ".")
    .normalize("NFKC")
    .replace(/\bh(?:xx|tt)ps?\s*:\s*\/\s*\/\s*/gi, "https://")
    .replace(/(?<=[\p{L}\p{N}]) \.(?=\p{L})/gu, ".")
    .trim();
  const marked = text.match(/(?:https?:\/\/|www\.)[^\s<>"'“”«»]+/giu) ?? [];
  const named = (text.match(NAMED) ?? []).filter((one) => !FILE_NAME.test(one));
  const numbered = text.match(NUMBERED) ?? [];
  return [...marked, ...named, ...numbered].flatMap((found) => {
    const name = found
      .replace(/^https?:\/\//i, "")
      .replace(/[/?#…].*$/u, "")
      .replace(/^.*@/, "")
      .replace(/(?<!^\[[\da-f:.]+)[.,;:!)\]]+$/iu, "");
    if (!/[@/]/.test(found) && FILE_NAME.test(name)) return [];
    const host = hostOf(`https://${name}`);
    return host !== undefined && (isRegistrable(host) || isNumber(host))
      ? [{ text: found, host }]
      : [];
  });
}

/** The Web Archive's address of a page has the page's own in it. */
function isArchived(address: string, said: string): boolean {
  const [, inner] = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)$/.exec(address) ?? [];
  if (inner === undefined) return false;
  const host = hostOf(/^https?:/.test(inner) ? inner : `https://${inner}`);
  return host !== undefined && isSameOwner(host, said);
}
