import { type CssNode, type Declaration, generate, ident, parse, walk } from "css-tree";
import { fillText } from "../../diagnostics/message-table.ts";
import { FINDING_TEXTS } from "../disclosure/finding-texts.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote } from "../disclosure/search-address.ts";
import type { FoldedUnknown } from "./folded-unknown.ts";
import { isKnownName } from "./known-words.ts";
import { HIDES, isKnownToShow } from "./seen-styles.ts";
import {
  HEX_COLOUR,
  isKeyword,
  isOfProperty,
  knowsProperty,
  MAKERS,
  STYLE_FUNCTIONS,
  STYLE_RULES,
  STYLE_UNITS,
} from "./style-names.ts";
import { readStyleTokens, type StyleFault } from "./style-tokens.ts";
import { LANGUAGE } from "./vocabularies.ts";

/** Longer ones are not taken to pieces. */
export const LONGEST_SHEET = 1_000_000;

/** Where a style stands: in a sheet or an attribute, of pages or of a drawing. */
export interface StyleKind {
  readonly isAttribute: boolean;
  /** What is drawn has no place of its own on a page: its text is judged as a whole. */
  readonly isDrawing: boolean;
}

/** How a sheet is searched. */
export interface StyleScope {
  readonly findings: PrivacyFindings;
  readonly unknown: FoldedUnknown;
  /** Told of an address that does not lead out of the file. */
  inner(field: string, address: string): void;
  comment(text: string): void;
  /** Told of what stands in strings that are no addresses. */
  words(text: string): void;
}

/** Declarations, `name:value` in small letters. */
export type Declared = readonly string[];

/** What no browser reads, by the fault that the marks have. */
const STYLE_FAULTS: Readonly<Record<StyleFault, string>> = {
  spaces: "white space in rows",
  comment: "comment without end",
  mark: "{written}",
  depth: "brackets nested deeper than {written}",
  end: "end without `{written}`",
};

/**
 * Tells what a sheet loads, and whatever in it is not known: rules, properties, functions, words, and
 * values that may hide text.
 *
 * @returns what is declared outside of rules: of a style within an attribute.
 */
export function searchStyles(scope: StyleScope, text: string, kind: StyleKind): Declared {
  const { findings } = scope;
  const unknown = (what: string, name: string, at: number, value = "") => {
    const line = () => `in line ${text.slice(0, at).split("\n").length}`;
    scope.unknown.add(what, name, () => (kind.isAttribute ? value : `${value} ${line()}`).trim());
  };
  if (text.length > LONGEST_SHEET) {
    unknown("style sheet", fillText(FINDING_TEXTS.TEL705.longSheet, { most: LONGEST_SHEET }), 0);
    return [];
  }
  const letters = new Set<string>();
  const isReadable = readStyleTokens(text, {
    comment: scope.comment,
    call(name, at) {
      if (!STYLE_FUNCTIONS.has(name.replace(MAKERS, ""))) unknown("function", `${name}()`, at);
    },
    words(words, at) {
      scope.words(words);
      if (/^[a-z]$/i.test(words)) letters.add(words);
      // What is no address and no known name is for people, who do not see it.
      if (!MARKS.test(words) && !isKnownName(words) && !isNamespace(words))
        unknown("string", "of a style", at, `“${words}”`);
    },
    broken(fault, written, at) {
      const what = fillText(STYLE_FAULTS[fault], { written });
      unknown("style", fillText(FINDING_TEXTS.TEL705.style, { what }), at);
    },
    address(field, address, at) {
      if (isRemote(address)) findings.add("TEL201", field, address);
      else if (field === "@import" && !/^data:/i.test(address))
        unknown("rule", `@import ${address}`, at);
      else scope.inner(field, address);
    },
  });
  if (!isReadable) return [];
  const top: string[] = [];
  const context = kind.isAttribute ? "declarationList" : "stylesheet";
  walk(parse(text, { context, positions: true }), function (node) {
    const at = node.loc?.start.offset ?? 0;
    if (node.type === "Raw" && this.declaration?.property.startsWith("--") !== true)
      unknown("style", fillText(FINDING_TEXTS.TEL705.style, { what: node.value }), at);
    if (node.type === "Atrule" && !STYLE_RULES.has(plainName(node.name)))
      unknown("rule", `@${node.name}`, at);
    const odd = readOdd(node);
    if (odd !== undefined)
      unknown("style", fillText(FINDING_TEXTS.TEL705.style, { what: odd }), at);
    const word = readWord(node);
    if (word?.length === 1 && /^(?:Class|Id)Selector$|^Layer$/.test(node.type)) letters.add(word);
    const isLanguage = this.declaration === null && node.type === "Identifier";
    if (
      word !== undefined &&
      !isKeyword(word) &&
      !isKnownName(word) &&
      !(isLanguage && LANGUAGE.test(word))
    )
      unknown("name", "of a style", at, `“${word}”`);
    if (node.type !== "Declaration") return;
    const [name, value] = readDeclaration(node);
    if (!knowsProperty(node.property)) unknown("property", node.property, at);
    else if (!isOfProperty(name, node.value)) unknown("property", name, at, value);
    else if (
      kind.isDrawing
        ? !kind.isAttribute && HIDES.test(`${name}:${value}`)
        : !isKnownToShow(name, value)
    )
      unknown("property", name, at, value);
    if (this.rule === null) top.push(`${name}:${value}`);
  });
  if (letters.size > MOST_LETTERS) unknown("name", "of a style", 0, [...letters].join(" "));
  return top;
}

/** More names of one letter in a sheet could be a word. */
const MOST_LETTERS = 3;
/** Signs that are set before and after what is written: dashes, brackets, arrows, boxes, stars. */
const MARKS =
  /^[!-/:-@[-`{-~ \u00A0\u00A1\u00A7\u00AB\u00B6\u00B7\u00BB\u00BF\u00D7\u060C\u061B\u061F\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2212\u25A0-\u25FF\u2600-\u2775\u2794-\u27BF\u3001-\u3011]{0,8}$/;

/** Of what stands in no grammar of a property: units, colours, and words behind others. */
function readOdd(node: CssNode): string | undefined {
  if (node.type === "Dimension" && !STYLE_UNITS.test(node.unit)) return node.unit;
  if (node.type === "Hash" && !HEX_COLOUR.test(node.value)) return `#${node.value}`;
  if (node.type === "AttributeSelector" && !/^[is]?$/i.test(node.flags ?? ""))
    return node.flags ?? "";
  return node.type === "Declaration" && typeof node.important === "string"
    ? `!${node.important}`
    : undefined;
}

const isNamespace = (text: string) =>
  /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg)$/.test(text);

const NAMED =
  /^(?:Identifier|Feature|Layer|(?:Class|Id|Type|PseudoClass|PseudoElement)Selector|MediaQuery)$/;

/** A word that somebody may have made up: of a class, a face, a counter, a medium, a value. */
function readWord(node: CssNode): string | undefined {
  const word = node.type === "MediaQuery" && "mediaType" in node ? node.mediaType : nameOf(node);
  return NAMED.test(node.type) && typeof word === "string"
    ? ident.decode(word).toLowerCase()
    : undefined;
}

const nameOf = (node: CssNode) => ("name" in node ? node.name : undefined);

function readDeclaration({ property, value }: Declaration): readonly [string, string] {
  const written = generate(value).toLowerCase();
  return [plainName(property), written.includes("\\") ? ident.decode(written) : written];
}

const plainName = (name: string) => ident.decode(name).toLowerCase().replace(MAKERS, "");
