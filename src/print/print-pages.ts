import { BLANK_PAGE } from "../browser/page-scripts.ts";
import { setRunsApart } from "../language/directed-text.ts";
import { numberingSystem } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import type { Sides } from "../source/book-options.ts";
import { STAGES, type Stage } from "../source/page.ts";
import type { Paper } from "./paper.ts";

/** What stands around the text of one chapter. */
export interface PageFurniture {
  /** The name of the `@page` rule and of the CSS `page` of its section: `p-s1`. */
  readonly name: string;
  /** At the head, beside the binding: the book. */
  readonly book: string;
  /** At the head, at the outer edge: the chapter. */
  readonly chapter: string;
  /** In the front matter, whose folios are roman where the book's are Latin digits. */
  readonly isFront?: boolean;
  /** The stage whose mark stands at the outer edge; absent outside the stages. */
  readonly stage?: { readonly stage: Stage; readonly label: string };
}

/** What stands around the text of every page of a book. */
export interface BookFurniture {
  readonly paper: Paper;
  readonly direction: "ltr" | "rtl";
  /** On two, left-hand pages are the mirror of right-hand ones. Without it, all are right-hand. */
  readonly sides?: Sides;
  /** At the foot, beside the binding: whose it is and under which licence. */
  readonly foot: string;
  /** Of the line at the head, in points: how much of a title has room in it. */
  readonly headSizePt?: number;
  /** A CSS counter style: `decimal`, `arabic-indic`. */
  readonly counterStyle: string;
  readonly pages: readonly PageFurniture[];
}

/** Of a sheet's width, margins and the gap between the two texts of a line included. */
const MM_A_CHARACTER_AND_POINT = 2 / 8.25;

/** How many characters of this size a line at the head or foot of the sheet has room for. */
export function countLineCharacters({ widthMm }: Paper, sizePt: number): number {
  return Math.round(widthMm / (sizePt * MM_A_CHARACTER_AND_POINT));
}

type Edge = "left" | "right";

/** One side of a leaf: which pages it is, and where its binding is. */
interface LeafSide {
  /** A pseudo-class of `@page`; empty where all pages are alike. */
  readonly pages: "" | `:${Edge}`;
  readonly inner: Edge;
  readonly outer: Edge;
}

/** The first page is a right-hand one, and in a book from right to left a left-hand one. */
function listSides({ direction, sides }: BookFurniture): readonly LeafSide[] {
  const recto = direction === "rtl" ? LEFT_HAND : RIGHT_HAND;
  return sides === "two" ? [RIGHT_HAND, LEFT_HAND] : [{ ...recto, pages: "" }];
}

const RIGHT_HAND: LeafSide = { pages: ":right", inner: "left", outer: "right" };
const LEFT_HAND: LeafSide = { pages: ":left", inner: "right", outer: "left" };

/**
 * `@page` rules: the sheet, its margins and its furniture. Margin boxes have physical names, so the
 * sides are chosen here by direction; how they look is the theme's, through custom properties.
 */
export function writePageStylesheet(book: BookFurniture): string {
  const { paper, direction } = book;
  const { headSizePt = 8.25 } = book;
  const room = countLineCharacters(paper, headSizePt);
  const rules = [`@page{size:${paper.widthMm}mm ${paper.heightMm}mm}`];
  const box = (name: string, content: string, align: string, look: string) =>
    `@${name}{content:${content};direction:${direction};text-align:${align};` +
    `font:var(--${look}-font);color:var(--${look}-colour);` +
    `vertical-align:${name.startsWith("top") ? "bottom" : "top"};` +
    `padding-block:var(--furniture-gap);white-space:nowrap}`;
  // A margin box can hold no markup; what stands in it is part of no text.
  const quote = (text: string) => quoteCss(setRunsApart(text, direction));
  for (const { pages, inner, outer } of listSides(book)) {
    rules.push(
      `@page${pages === "" ? "" : ` ${pages}`}{margin-top:var(--margin-head);` +
        `margin-bottom:var(--margin-foot);margin-${inner}:var(--margin-gutter);` +
        `margin-${outer}:var(--margin-outer)}`,
    );
    for (const page of book.pages) {
      const [head, chapter] = shareLine(page.book, page.chapter, room);
      rules.push(
        `@page ${page.name}${pages}{`,
        box(`top-${inner}`, quote(head), inner, "head"),
        box(`top-${outer}`, quote(chapter), outer, "head"),
        box(`bottom-${inner}`, quote(book.foot), inner, "head"),
        box(`bottom-${outer}`, `counter(page,${counterOf(page, book)})`, outer, "folio"),
        page.stage === undefined ? "" : stageMark(page.stage, outer),
        "}",
      );
    }
  }
  if (book.sides === "two") rules.push(`@page ${BLANK_PAGE}{${NO_FURNITURE}}`);
  return rules.join("\n");
}

/** What stands before the text is numbered in small roman numerals, where digits are Latin. */
function counterOf({ isFront }: PageFurniture, { counterStyle }: BookFurniture): string {
  return isFront === true && counterStyle === "decimal" ? "lower-roman" : counterStyle;
}

/** Whatever a theme puts on every page (the boxes of CSS Paged Media 3 §5). */
const NO_FURNITURE = [
  ...["left-corner", "left", "center", "right", "right-corner"].flatMap((end) => [
    `top-${end}`,
    `bottom-${end}`,
  ]),
  ...["top", "middle", "bottom"].flatMap((end) => [`left-${end}`, `right-${end}`]),
]
  .map((box) => `@${box}{content:none}`)
  .join("");

/** A bar at the edge with the stage's name, lower from stage to stage: position and words tell it. */
function stageMark(mark: { readonly stage: Stage; readonly label: string }, outer: Edge): string {
  const step = STAGES.indexOf(mark.stage);
  const inner = outer === "right" ? "left" : "right";
  return (
    `@${outer}-top{content:${quoteCss(mark.label)};writing-mode:vertical-rl;` +
    "font:var(--tab-font);color:var(--tab-colour);text-align:center;white-space:nowrap;" +
    `height:var(--tab-length);width:var(--tab-width);` +
    `margin-top:calc(var(--tab-start) + ${step}*var(--tab-pitch,var(--tab-step)));` +
    `margin-${outer}:var(--tab-edge);margin-${inner}:auto;padding-${outer}:var(--tab-gap);` +
    `border-${outer}:var(--tab-bar) solid var(--tab-colour)}`
  );
}

/** Two texts that stand in one line: a short one leaves its room to the other. */
export function shareLine(one: string, other: string, room: number): readonly [string, string] {
  const half = Math.floor(room / 2);
  const left = (beside: string) => Math.max(half, room - [...beside].length);
  return [shorten(one, left(other)), shorten(other, left(one))];
}

/** Shortens at a word where there is one, with an ellipsis. */
export function shorten(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const cut = characters.slice(0, longest - 1).join("");
  const atWord = cut.replace(/\s+\S*$/, "");
  return `${(atWord.length > longest / 2 ? atWord : cut).replace(/[\s,;:.–—-]+$/, "")}…`;
}

/**
 * A CSS string (CSS Syntax Level 3 §4.3.5) that can stand in a `style` element: quotes, backslashes,
 * line breaks and the `<` of an end tag are escaped.
 */
export function quoteCss(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /["\\<>\u0000-\u001F\u007F]/g,
    (character) => `\\${character.charCodeAt(0).toString(16)} `,
  );
  return `"${escaped}"`;
}

/** Numbering systems of CLDR as counter styles of CSS (Predefined Counter Styles). */
const COUNTER_STYLES: ReadonlyMap<string, string> = new Map([
  ["arab", "arabic-indic"],
  ["arabext", "persian"],
  ["beng", "bengali"],
  ["deva", "devanagari"],
  ["gujr", "gujarati"],
  ["guru", "gurmukhi"],
  ["khmr", "khmer"],
  ["knda", "kannada"],
  ["laoo", "lao"],
  ["mlym", "malayalam"],
  ["mong", "mongolian"],
  ["mymr", "myanmar"],
  ["orya", "oriya"],
  ["tamldec", "tamil"],
  ["telu", "telugu"],
  ["thai", "thai"],
  ["tibt", "tibetan"],
]);

/** The counter style of the numerals in which `formatNumber` writes a language. */
export function counterStyleOf(language: Language): string {
  return COUNTER_STYLES.get(numberingSystem(language)) ?? "decimal";
}
