import { decodeText } from "../pdf-syntax/pdf-value.ts";
import { isStandardType } from "./structure-types.ts";

/** A value that is neither a list nor a dictionary. */
export type PlainValue = null | boolean | number | string | Uint8Array;

interface Kind {
  /** As a message says it: "expected …". */
  readonly what: string;
  /** @param value names have no slash here. */
  fits(value: PlainValue): boolean;
}

const latin = (value: Uint8Array) => Buffer.from(value).toString("latin1");
const name = (what: string, pattern: RegExp): Kind => ({
  what,
  fits: (value) => typeof value === "string" && pattern.test(value),
});
const string = (what: string, pattern: RegExp): Kind => ({
  what,
  fits: (value) => value instanceof Uint8Array && pattern.test(latin(value)),
});

/** As programs count what a page uses: a sign or a short word that many of them write, and numbers. */
const COUNTED =
  /^(?:[A-Za-z]|[A-Z]{6}|Fm|Fn|Fo|FX|TT|CS|Cs|C2|Im|Img|Image|Gs|GS|gs|EGS|Pt|Pat|Pattern|Res|Xf|XO|Xi|xo|fxo|MC|Mc|MCS|Pr|Pl|oc|OC|Sh|SH|Def|Meta|Form|Font|Tr|KSPX)[-_]?\d{0,6}(?:[-_.]\d{1,4}){0,2}$|^(?:Helv|HeBo|ZaDb|Default(?:Gray|RGB|CMYK))$/;
/** Letters with what stands over them, names of signs and of numbered glyphs (Adobe Glyph List). */
const GLYPH =
  /^(?:\.notdef|\.null|nonmarkingreturn|(?:g|glyph|cid|index|a|c|G|H|u|uni|gid)[-_]?[0-9A-F]{1,6}|[A-Za-z](?:acute|breve|caron|cedilla|circumflex|dieresis|dotaccent|grave|hungarumlaut|macron|ogonek|ring|slash|tilde|bar|croat|commaaccent|small|superior|inferior)?|(?:AE|OE|IJ|ae|oe|ij|germandbls|[ETL]th|eth|thorn|Eng|eng|dotlessi|dotlessj|long|ff?[ilj]?|ffi|ffl|kgreenlandic)|(?:zero|one|two|three|four|five|six|seven|eight|nine|half|quarter|quarters|third|thirds|eighth|eighths|superior|inferior|oldstyle){1,3}|(?:space|nbspace|exclam|quote|quotesingle|dbl|single|base|left|right|number|sign|dollar|percent|ampersand|paren|bracket|brace|asterisk|plus|comma|hyphen|soft|minus|period|slash|colon|semi|less|equal|greater|question|at|backslash|ascii|circum|circumflex|underscore|grave|acute|dieresis|macron|breve|dotaccent|ring|cedilla|ogonek|caron|hungarumlaut|tilde|bar|down|brokenbar|cent|sterling|pound|currency|yen|Euro|florin|section|copyright|registered|trademark|ordfeminine|ordmasculine|guillemot|guilsingl|logicalnot|degree|mu|paragraph|bullet|centered|endash|emdash|ellipsis|dagger|daggerdbl|perthousand|fraction|divide|multiply|not|or|approx|infinity|partialdiff|summation|product|pi|integral|radical|Omega|Delta|lozenge|circlecopyrt|apple|arrow|up|both|math|heart|spade|club|diamond|alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|nu|xi|omicron|rho|sigma|tau|upsilon|phi|chi|psi|omega|Alpha|Beta|Gamma|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|existential|universal|element|suchthat|angle|perpendicular|therefore|similar|congruent|propersubset|propersuperset|union|intersection|emptyset|star|visiblespace|cwm|compwordmark){1,4})(?:\.[a-z]{1,4}\d{0,2})?$/;
/** Places: those of our own books, and as common programs number them. */
const PLACE =
  /^(?:[a-z]{0,2}\d{0,6}(?::\d{1,6})?|credits|contents|(?:sub)*section|chapter|page|Doc-Start|Item|table|figure|equation|appendix|part|H?footnote|section|node|_?Toc|toc|title|loftable|Navigate|G|P|F|L|M|Top|index|anchor)(?:[-_.*:](?:note|ref|h|x|a|back|A)?[-_.]?\d{0,10}){0,5}$/;

const text = (what: string, pattern: RegExp): Kind => ({
  what,
  fits: (value) => value instanceof Uint8Array && pattern.test(decodeText(value)),
});

const KINDS: Readonly<Record<string, Kind>> = {
  int: { what: "a whole number", fits: (value) => Number.isSafeInteger(value) },
  number: { what: "a number", fits: (value) => typeof value === "number" },
  bool: { what: "true or false", fits: (value) => typeof value === "boolean" },
  angle: {
    what: "a quarter turn",
    fits: (value) => typeof value === "number" && value % 90 === 0,
  },
  text: { what: "a text", fits: (value) => value instanceof Uint8Array },
  /** Held against what pages show by who has them at hand. */
  words: { what: "words that a page shows", fits: (value) => value instanceof Uint8Array },
  /** Language, script, region, and variants that are registered and in use (BCP 47 §2.1). */
  lang: text(
    "a language",
    /^(?:[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:valencia|tarask|polyton|monoton|pinyin|wadegile|1901|1996))?)?$/i,
  ),
  label: text("the number of a page", /^(?:\p{Nd}{0,5}|[A-Za-z]{1,2}[-. ]?)$/u),
  /** Of a border: wider ones hide what is under them. */
  edge: {
    what: "a width of at most 3",
    fits: (value) => typeof value === "number" && value >= 0 && value <= 3,
  },
  palette: {
    what: "colours",
    fits: (value) => value instanceof Uint8Array && !isWordPalette(latin(value)),
  },
  date: string("a date", /^(?:\xfe\xff)?(?:\0?[D:\dZ+'-]){0,24}$/),
  id: string(
    "a number of the file's own",
    /^(?:(?:[A-Za-z]{0,2}|node|cell|note|table|list)[-_]?\d{1,8}|[0-9A-Fa-f-]{32,36})?$/,
  ),
  /** Sums, made of all signs: what reads as words is none (§14.4). */
  sum: {
    what: "16 bytes of a sum",
    fits: (value) =>
      value instanceof Uint8Array &&
      (value.length === 16
        ? !/^[\x20-\x7e]{16}$|[A-Za-z][A-Za-z ]{7}/.test(latin(value))
        : isHex(latin(value))),
  },
  /** A class and ten digits (PANOSE, OpenType `OS/2`). */
  panose: {
    what: "12 small numbers",
    fits: (value) =>
      value instanceof Uint8Array && value.length === 12 && value.every((one) => one < 16),
  },
  looks: string(
    "a font, its size and a colour",
    /^[\s\d.]*(?:\/(?:Helvetica|Arial(?:MT)?|TimesNewRoman(?:PS)?(?:MT)?|Courier(?:New)?|He[BL]\w|Helv|Ti(?:Ro|Bo|It)|Co(?:ur|Bo)|ZaDb|[A-Z]{1,2}\d{0,4})(?:[,-]Bold)?[\s\d.]+Tf|[\d.\s]+(?:g|rg|k)|[\s])*$/,
  ),
  characters: string(
    "a known set of characters",
    /^(?:Adobe|Identity|UCS|Japan1|Japan2|GB1|CNS1|Korea1|KR|WinCharSetFFFF|H|T1UV)$/,
  ),
  glyphs: {
    what: "names of glyphs",
    fits: (value) =>
      value instanceof Uint8Array &&
      latin(value)
        .split("/")
        .every((one, at) => (at === 0 ? one === "" : GLYPH.test(one.trim()))),
  },
  profile: string(
    "the name of a profile",
    /^(?:sRGB IEC61966-2[.-]1|sRGB|Custom|CGATS TR ?\d{3}|FOGRA\d\d L?|FOGRA\d\d)?$/i,
  ),
  registry: string("an address of a registry", /^https?:\/\/www\.color\.org\/?$/),
  resource: name("a short name and a number", COUNTED),
  font: name(
    "the name of a font",
    /^(?:[A-Z]{6}\+)?(?:[A-Z][A-Za-z]*|[a-z]{1,10}|\.?[A-Za-z]{2,20})(?:[A-Za-z ]|\d(?!\d{4})){0,40}(?:[-,+][A-Za-z0-9]{1,20}){0,4}(?:_[a-z]{4}[0-9A-F]{1,8}|_\d{1,4}[a-z]{4}){0,4}$/,
  ),
  glyph: name("the name of a glyph", GLYPH),
  place: {
    what: "a short name of a place",
    fits: (value) =>
      typeof value === "string"
        ? PLACE.test(value)
        : value instanceof Uint8Array && PLACE.test(latin(value).replace(/^\xfe\xff|\0/g, "")),
  },
  tag: {
    what: "a type of elements",
    fits: (value) => typeof value === "string" && isTag(value),
  },
  ink: name(
    "an ink",
    /^(?:All|None|Cyan|Magenta|Yellow|Black|Red|Green|Blue|White|Spot\d?|PANTONE [A-Za-z0-9 ]{1,24})$/,
  ),
  cmap: name(
    "a table of characters",
    /^(?:Identity|(?:GBK?p?c?|Uni(?:GB|CNS|JIS|KS)|ETenms|CNS|83pv|90m?sp?|90pv|Add|Ext|KSC(?:ms|pc)?)-(?:EUC|RKSJ|UCS2|UTF16|UTF8|UTF32|PC|V5|B5|Johab|UCS2-HW|UTF16-JIS)|Adobe-(?:Identity|Japan[12]|GB1|CNS1|Korea1|KR)-(?:UCS2?|\d)|TeX-[A-Za-z0-9]{1,12}-[A-Za-z0-9]{1,12}-\d|H|V|EUC|GBK2K|ETen-B5|B5pc|HKscs-B5)(?:-[HV])?$/,
  ),
  extension: name("a maker of extensions", /^(?:ADBE|ISO_|GLGR)$/),
  version: name("a version", /^[12]\.\d$/),
  hex: name("32 digits", /^[0-9A-F]{32}$/i),
  look: name("a state of a field", /^(?:Off|On|Yes|No|\d{1,3})$/),
  bytes: { what: "bytes", fits: (value) => value instanceof Uint8Array },
  family: string("the name of a family of fonts", /^[A-Za-z0-9 -]{1,40}$/),
  intent: name(
    "an intent",
    /^(?:AbsoluteColorimetric|RelativeColorimetric|Saturation|Perceptual)$/,
  ),
  encoding: name("an encoding", /^(?:Standard|MacRoman|WinAnsi|PDFDoc|MacExpert)Encoding$/),
  line: name(
    "a kind of line",
    /^(?:None|Hidden|Dotted|Dashed|Solid|Double|Groove|Ridge|Inset|Outset)$/,
  ),
  box: name("a box of the page", /^(?:Media|Crop|Bleed|Trim|Art)Box$/),
  icon: name(
    "an icon",
    /^(?:Comment|Key|Note|Help|NewParagraph|Paragraph|Insert|Approved|Experimental|NotApproved|AsIs|Expired|NotForPublicRelease|Confidential|Final|Sold|Departmental|ForComment|TopSecret|Draft|ForPublicRelease|Graph|PushPin|Paperclip|Tag)$/,
  ),
  filter: name(
    "a way of packing",
    /^(?:FlateDecode|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode|DCTDecode|JPXDecode|CCITTFaxDecode|JBIG2Decode|Fl|LZW|A85|AHx|RL|DCT|CCF|Crypt)$/,
  ),
};

/** Types of elements that office programs name themselves (by their role maps). */
const OFFICE_TAGS =
  /^(?:Strong|Em|Artifact|Standard|Normal|Textbody|Text body|Heading(?: ?\d)?|Title|Subtitle|Table Contents|Table Heading|List(?:Item)?|Footnote|Endnote|InlineShape|Diagram|Chart|Header|Footer|Story|Article|Body|Default|Contents \d|Frame contents|FENote|Sub|Aside|DocumentFragment|Title)$/;

/** Whether a name is of a type of elements that the norm or a common program has. */
export function isTag(type: string): boolean {
  return isStandardType(type) || OFFICE_TAGS.test(type);
}

/** Greys stand three times each, and are letters by chance. */
export function isWordPalette(bytes: string): boolean {
  const colours = bytes.replace(/(.)\1\1/gs, "\0");
  return /^[\x20-\x7e]{6,}$|[A-Za-z][A-Za-z ,.'-]{9}/.test(colours);
}

function isHex(text: string): boolean {
  return text.length % 16 === 0 && /^[0-9A-Fa-f]*$/.test(text);
}

/**
 * What is wrong with a plain value; undefined where it fits.
 *
 * @param grammar kinds by `|`, names with a slash before each (`/R/C/S`); `*` behind it allows lists of them.
 */
export function misfit(grammar: string, value: PlainValue): string | undefined {
  if (value === null) return undefined;
  const expected: string[] = [];
  const given = typeof value === "string" ? value.slice(1) : value;
  for (const one of grammar
    .replace(/\*$/, "")
    .replace(/^rect$/, "number")
    .split("|")) {
    if (one === "any") return undefined;
    if (one.startsWith("/")) {
      if (typeof given === "string" && one.slice(1).split("/").includes(given)) return undefined;
      expected.push(`one of ${one.slice(0, 60)}`);
    } else {
      const kind = KINDS[one];
      if (kind?.fits(given) === true) return undefined;
      if (kind !== undefined) expected.push(kind.what);
    }
  }
  return `${say(value)} where ${expected.join(" or ") || "nothing"} is expected`;
}

function say(value: PlainValue): string {
  if (!(value instanceof Uint8Array)) return String(value).slice(0, 40);
  const text = decodeText(value.subarray(0, 80)).slice(0, 40);
  return /^[^\p{C}\uFFFD]*$/u.test(text) ? `(${text})` : "a string";
}
