import { type CssNode, type DSNode, definitionSyntax, ident, lexer } from "css-tree";

const split = (names: string) => new Set(names.trim().split(/\s+/));
/** Rules that say where others hold, or what pages and faces are; what they do is known. */
export const STYLE_RULES =
  split(`charset namespace import media supports font-face page viewport counter-style
  layer top-left-corner top-left top-center top-right top-right-corner bottom-left-corner
  bottom-left bottom-center bottom-right bottom-right-corner left-top left-middle left-bottom
  right-top right-middle right-bottom footnote`);
/** Functions that only reckon, paint, move or choose; none of them can make an address. */
export const STYLE_FUNCTIONS =
  split(`url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc
  min max clamp round mod rem abs sign sin cos tan pow sqrt hypot log exp translate translatex
  translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex scaley scalez
  scale3d skew skewx skewy matrix matrix3d perspective linear-gradient radial-gradient conic-gradient
  repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient cubic-bezier steps
  linear counter counters format tech local minmax repeat fit-content blur brightness contrast
  drop-shadow grayscale greyscale hue-rotate invert opacity saturate sepia inset circle ellipse
  polygon rect xywh symbols target-counter leader not is where has lang dir nth-child nth-last-child nth-of-type
  nth-last-of-type selector`);
/** What makers of readers have made up and books for them have, and what describes pages and faces. */
const PROPERTIES = split(`adobe-hyphenate adobe-text-layout oeb-page-head oeb-page-foot
  oeb-column-number -epub-hyphens -epub-word-break -epub-text-emphasis -epub-line-break
  -epub-text-align-last -epub-writing-mode -epub-text-orientation -epub-text-combine -epub-ruby-position
  -webkit-line-break enable-background text-line-through zoom font-smoothing color-profile kerning
  solid-color solid-opacity line-height-step
  src font-display unicode-range size marks bleed ascent-override descent-override line-gap-override
  size-adjust system symbols additive-symbols negative prefix suffix range pad speak-as fallback
  page-orientation`);

/** Before names that makers of browsers and readers have made up. */
export const MAKERS = /^-(?:webkit|moz|ms|o|epub)-/;

/** Whether a property is one of CSS; those that one can make up are none. */
export function knowsProperty(written: string): boolean {
  const name = ident.decode(written).toLowerCase();
  // These two attach programs.
  if (name === "behavior" || name === "-moz-binding" || name.startsWith("--")) return false;
  if (PROPERTIES.has(name)) return true;
  return (!name.startsWith("-") || MAKERS.test(name)) && lexer.getProperty(name) !== null;
}

/** Properties whose values makers, or SVG, have added to: their words are judged one by one. */
const OWN_WORDS =
  /^(?:page-break|break|text-wrap|hyphens|overflow-wrap|word-wrap|word-break|quotes|size|content|list-style|transform$)/;

/** Whether a value is one that the grammar of its property has, as far as that is known. */
export function isOfProperty(name: string, value: CssNode): boolean {
  if (PROPERTIES.has(name) || OWN_WORDS.test(name)) return true;
  return lexer.getProperty(name) === null || lexer.matchProperty(name, value).error === null;
}

/** Units (CSS Values 4 §6, §7). */
export const STYLE_UNITS =
  /^(?:em|rem|ex|ch|r?lh|[ld]?v(?:w|h|min|max)|s?v[wh]|px|pt|pc|mm|cm|in|q|deg|g?rad|turn|m?s|dpi|dpcm|dppx|x|fr)$/i;
/** Colours by their numbers (CSS Color 4 §5.2). */
export const HEX_COLOUR = /^(?:[\da-f]{3,4}){1,2}$/i;

let keywords: ReadonlySet<string> | undefined;

/** Whether a word is one that the grammar of CSS has; both in small letters. */
export function isKeyword(word: string): boolean {
  keywords ??= listKeywords();
  return keywords.has(word.replace(MAKERS, ""));
}

/** What css-tree knows of CSS; its types leave out that it can be listed. */
interface Grammar {
  readonly properties: Readonly<Record<string, { readonly syntax: DSNode | null }>>;
  readonly types: Grammar["properties"];
}

/** Every word that the grammar of some property names. */
function listKeywords(): ReadonlySet<string> {
  const found = new Set<string>();
  const { properties, types } = lexer as unknown as Grammar;
  for (const { syntax } of [...Object.values(properties), ...Object.values(types)])
    if (syntax !== null)
      definitionSyntax.walk(syntax, (node) => {
        if (node.type === "Keyword") found.add(node.name.toLowerCase());
      });
  return found;
}
