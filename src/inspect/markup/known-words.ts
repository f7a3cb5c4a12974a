import { ROLES } from "../epub/attribute-rules.ts";
import { STYLE_FUNCTIONS } from "./style-names.ts";
import { NAMES_OF_MARKUP } from "./vocabularies.ts";

/** Words of values and of names beside the names of elements, attributes and roles. */
const OTHERS = `
  http https www org com net w3 xml xhtml xmlns utf iso ascii windows us html svg css ncx opf epub oebps
  pic pics mp markers png jpg jpeg gif webp mp3 mp4 ogg woff otf ttf truetype opentype sfnt collection javascript
  application image audio video font plain octet stream vnd ms adobe dtbncx dtbook smil pls zip
  true false yes no on off none auto inherit normal default both all and or not only screen print
  left right center middle top bottom justify start end before after inside outside above below
  min max mid xmin xmid xmax ymin ymid ymax meet slice pad reflect repeat stretch fit fill cover contain
  row col rowgroup colgroup ltr rtl lr tb rl blank self parent hidden visible show replace embed
  sum remove freeze always never linear discrete paced spline rgb srgb alpha luminance even odd evenodd
  nonzero stroke user space use object bounding box round square bevel miter butt arcs miterclip
  light dark bold bolder lighter italic oblique regular medium thin thick solid dashed dotted double groove ridge
  inset outset collapse separate fixed scroll baseline super sub small large larger smaller xx
  underline overline through blink upper lower case capitalize greek roman latin armenian georgian
  decimal disc circle zero leading pre wrap nowrap break word hard soft manual loose strict
  block inline flex grid item run in out content preserve
  black white red green blue yellow gray grey silver maroon purple fuchsia lime olive navy teal aqua orange
  brown pink gold cyan magenta transparent current dash sans serif mono monospace cursive fantasy system ui
  arial helvetica times new roman georgia verdana tahoma courier palatino garamond calibri cambria
  noto source code pro liberation dejavu linux libertine libre lato roboto ubuntu scheherazade vazirmatn
  naskh nastaliq arabic hebrew devanagari bengali tamil thai han cjk jp kr sc tc emoji symbols math
  urdu adlam cherokee ethiopic gurmukhi kannada mongolian nko oriya syriac thaana tifinagh gujarati
  khmer lao malayalam myanmar sinhala telugu tibetan book books ebook doc docs document page pages pagenum
  text texts body head heading header title titles subtitle titlepage half halftitle front back matter
  frontmatter bodymatter backmatter chapter chapters part parts section sections subsection division
  para paragraph first last next prev previous current initial drop cap dropcap indent noindent hang hanging
  intro introduction preface foreword prologue epilogue afterword appendix appendices bibliography biblio
  glossary index conclusion contributors contributor author authors publisher publication edition
  editions imprint colophon copyright credit credits licence license rights dedication epigraph ack
  acknowledgments acknowledgements toc contents landmark landmarks list lists loi lot lov loa nav navpoint
  navigation menu main wrapper container inner outer content sidebar aside box boxes frame note notes noteref
  footnote footnotes endnote endnotes rearnote rearnotes fn fnref ref refs reference references backlink
  link links anchor target source id ids uid isbn uuid bookid pub cover image images img picture pictures
  fig figure figures photo caption captions legend table tables cell row column columns line lines
  verse poem poetry stanza letter quote quotation pullquote blockquote extract example case study
  sample code block keyword string comment operator number highlight hljs token language lang script
  question questions answer answers practice task tasks check checklist checked checkbox open done
  step steps tip tips warning important caution danger info hint callout notice error success
  small big center centered sc smallcaps caps em strong ital bolditalic superscript subscript clear clearfix
  rule hr sep separator spacer blank space spaces empty break pagebreak top level logo icon button
  active disabled selected primary secondary odd even alt show hide sr visually hidden
  color color1 fill group layer path rect shape shapes clip mask gradient filter marker arrow arrowhead
  symbol def defs use line circle dot dots bar bars axis grid legend tick label node edge node cluster graph
  foreign upright unbroken hyphens keep say lead standfirst trainer trainers participant participants
  session sessions module modules curriculum stage stages facts fact edition audience elsewhere mark
  address token handout summary duration minutes typed for of the to a missing untranslated stale passage chain step
  tagline stub calibre calibre1 calibre2 sgc kindle kobo koboSpan ibooks sigil pandoc mw parser output
  viewport width device height scale initial scalable maximum minimum charset generator robots noindex
  nofollow noarchive nosnippet index follow referrer origin same telephone format detection theme
  reverse textual visual auditory tactile alternative text long description described math transcript captions
  alternatives sign display transformability structural print page numbers reading order table of
  synchronized high contrast index tagged pdf aria unknown flashing hazard motion simulation sound
  reflowable paginated continuous doc landscape portrait spread pre rendered sentence
  linear series set collection main short expanded edition marc relators onix codelist5 codelist
  stylesheet alternate preload icon shortcut noopener noreferrer external tag canonical help search
  indic persian myanmar cambodian ideographic hiragana katakana iroha ethiopic numeric korean hangul
  formal informal simp trad chinese japanese greek
  xlink xsi ssml ops rdf idpf vocab vocabulary itunes apple extensions schema purl loc editeur daisy foaf
  prismstandard standardebooks rendition ebook mathml
  unlocked annotations annotation bookmarks braille closed chem horizontal vertical writing large latex
  sounds timing control tts transcript graphic tactile ruby verse child nth type only hover visited focus
  within link before after marker placeholder backdrop root where is letter
  specified fonts dtb depth total max page count uid number normal special
  adlm armn beng cher deva ethi geor grek gujr guru hans hant hebr jpan khmr knda kore laoo latn mlym mong mymr
  nkoo orya sinh syrc taml telu tfng thaa tibt
  dcterms dc dcmi type uri w3cdtf urn doi bookland`;

const split = (text: string) => text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
/** `xMidYMid`, `first-line` and `chapterTitle` are several. */
const listWords = (text: string) =>
  split(text.replace(/([a-z\d])([A-Z])/g, "$1 $2")).map((one) => one.toLowerCase());

const KNOWN: ReadonlySet<string> = new Set(
  listWords([OTHERS, ...NAMES_OF_MARKUP, ...ROLES, ...STYLE_FUNCTIONS].join(" ")),
);
const NONE: ReadonlySet<string> = new Set();

/** Names are often cut: so long a beginning of a word stands for it. */
const SHORTEST_CUT = 3;
const LONGEST_WORD = 20;

/** The words of a text that a reader sees, and their beginnings: a name made of them tells nothing new. */
export function wordsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>(listWords(text));
  for (const word of [...found])
    for (let end = word.length - 1; end >= SHORTEST_CUT && word.length <= LONGEST_WORD; end -= 1)
      found.add(word.slice(0, end));
  return found;
}

/** Whether each word of a text is one of these, is known anyway, or is a number. */
export function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  return listWords(text).every((one) => /^\d{1,4}$/.test(one) || words.has(one) || KNOWN.has(one));
}

/** Nothing but letters, digits and marks of ASCII; other signs can be a message. */
const PLAIN = /^[\p{L}\p{M}\x20-\x7e\t\n\r]*$/u;
const LONGEST_NAME = 60;
/** As many numbers and single letters a name may have: `s1-note-1-ref-2`. */
const MOST_NUMBERS = 3;
const HIGHEST_NUMBER = 999;

/** How many words of one letter a text has: more than a few could be a word. */
export const countLetters = (text: string) =>
  listWords(text).filter((one) => one.length === 1 && !/^\d/.test(one)).length;

/** Whether names that stand side by side are known, each by itself and all together. */
export function areKnownNames(names: string, printed: ReadonlySet<string>): boolean {
  const each = names.split(/[\t\n\f\r ]+/);
  return countLetters(names) <= MOST_NUMBERS && each.every((one) => isKnownName(one, printed));
}

/** @param printed words that the document shows. */
export function isKnownName(name: string, printed: ReadonlySet<string> = NONE): boolean {
  const words = listWords(name);
  const numbers = words.filter((one) => /^\d/.test(one));
  return (
    PLAIN.test(name) &&
    name.length <= LONGEST_NAME &&
    numbers.length <= MOST_NUMBERS &&
    countLetters(name) <= MOST_NUMBERS &&
    numbers.every((one) => Number(one) <= HIGHEST_NUMBER) &&
    words.every((one) => one.length === 1 || /^\d/.test(one) || KNOWN.has(one) || printed.has(one))
  );
}

const NUMBERS =
  /#(?:[\da-f]{3,4}){1,2}\b|(?<![\w.])[-+]?(?:\d{1,6}(?:\.\d{0,12})?|\.\d{1,12})(?:e[-+]?\d{1,2})?(?:%|(?:px|pt|pc|em|rem|ex|ch|mm|cm|in|vw|vh|s|ms|deg|rad|x|w|h)\b)?/gi;

/** Whether a value is made of numbers, colours and the words that such values have. */
export function isKnownValue(value: string): boolean {
  const rest = value.replace(NUMBERS, " ");
  return (
    PLAIN.test(rest) &&
    countLetters(rest) <= MOST_NUMBERS &&
    split(rest).every((one) => !/^\d{4}/.test(one)) &&
    listWords(rest).every((one) => one.length === 1 || /^\d/.test(one) || KNOWN.has(one))
  );
}
