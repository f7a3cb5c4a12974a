import { attributeOf, type XmlNode } from "../../xml/xml-tree.ts";
import { isGlobalAttribute } from "../epub/attribute-rules.ts";
import {
  CONTAINER,
  DC,
  MATHML,
  NCX,
  OPF,
  OPS,
  SSML,
  SVG,
  XHTML,
  XLINK,
  XML,
} from "../epub/namespaces.ts";
import { knowsProperty } from "./style-names.ts";

/** What an attribute's value is: an address, a style, words for people, or names and numbers. */
export type Use =
  | "loaded"
  | "list"
  | "followed"
  | "sent"
  | "animated"
  | "style"
  | "program"
  | "page"
  | "words"
  | "named"
  | "language"
  | "path"
  | "gap"
  | "ink"
  | "ground"
  | "name"
  | "plain";

/** Elements and attributes of a vocabulary. */
interface Vocabulary {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Elements whose text is read by people; undefined where that depends on more than the name. */
  readonly texts?: ReadonlySet<string>;
}

const split = (names: string) => new Set(names.trim().split(/\s+/));
const vocabulary = (elements: string, attributes: string, texts?: string): Vocabulary => ({
  elements: split(elements),
  attributes: split(attributes),
  ...(texts === undefined ? {} : { texts: split(texts) }),
});

const ENC = "http://www.w3.org/2001/04/xmlenc#";
const SMIL = "http://www.w3.org/ns/SMIL";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  // HTML §4 and, obsolete but still shown, §16.2; attributes of every element stand with the roles.
  [XHTML]: vocabulary(
    `a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body
    br button canvas caption center cite code col colgroup data datalist dd del details dfn
    dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
    head header hgroup hr html i iframe image img input ins kbd label legend li link listing
    main map mark menu meta meter nav nobr noembed noframes noscript object ol optgroup option
    output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
    section select selectedcontent small source span strike strong style sub summary sup table
    tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`,
    `abbr accept accept-charset action align alink allow allowfullscreen alt as async
    autocomplete autoplay axis background bgcolor blocking border bordercolor cellpadding
    cellspacing char charoff charset checked cite clear color cols colspan compact content
    controls coords crossorigin data datetime decoding default defer dir dirname disabled
    download enctype face fetchpriority for form formaction formenctype formmethod
    formnovalidate formtarget frame frameborder headers height high href hreflang hspace
    http-equiv imagesizes imagesrcset integrity ismap kind label language link list loading
    longdesc loop low marginheight marginwidth max maxlength media method min minlength multiple
    muted name nomodule noshade novalidate nowrap open optimum pattern ping placeholder
    playsinline poster preload profile property readonly referrerpolicy rel required rev
    reversed rows rowspan rules sandbox scheme scope scrolling selected shape size sizes span
    src srcdoc srclang srcset standby start step summary target text type typemustmatch usemap
    valign value version vlink vspace width wrap`,
  ),
  // SVG 1.1 and 2; attributes that are properties of style sheets as well (SVG 2 §6.6) stand there.
  [SVG]: vocabulary(
    `a animate animateMotion animateTransform circle clipPath defs desc discard ellipse feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line
    linearGradient marker mask metadata mpath path pattern polygon polyline radialGradient rect set
    stop style svg switch symbol text textPath title tspan use view script
    font font-face font-face-src font-face-name glyph missing-glyph hkern vkern`,
    `accumulate additive amplitude ascent attributeName attributeType azimuth baseFrequency
    baseProfile begin bias by calcMode cap-height class clipPathUnits contentScriptType
    contentStyleType crossorigin descent diffuseConstant divisor download dur dx dy edgeMode
    elevation enable-background end exponent fill focusable filterUnits font-face-name from fx fy fr
    g1 g2 glyph-name gradientTransform gradientUnits height horiz-adv-x horiz-origin-x href hreflang
    id in in2 intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes
    lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits
    maskUnits max media method min mode name numOctaves offset operator order orient origin panose-1
    path pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY
    pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits radius refX refY rel repeatCount
    repeatDur requiredExtensions requiredFeatures restart result role rotate scale seed side slope
    spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stemv
    stitchTiles string style surfaceScale systemLanguage tabindex tableValues target targetX targetY
    textLength title to transform type u1 u2 underline-position underline-thickness unicode
    unicode-range units-per-em values version viewBox viewTarget width widths x x-height x1 x2
    xChannelSelector y y1 y2 yChannelSelector z zoomAndPan`,
  ),
  [MATHML]: vocabulary(
    `annotation annotation-xml maligngroup malignmark math menclose merror mfenced mfrac
    mglyph mi mlongdiv mmultiscripts mn mo mover mphantom mprescripts mroot mrow
    ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup mtable
    mtd mtext mtr munder munderover none semantics`,
    `accent accentunder actiontype align alignmentscope altimg altimg-height altimg-valign
    altimg-width alttext bevelled charalign charspacing class close columnalign columnlines
    columnspacing columnspan columnwidth crossout decimalpoint denomalign depth dir display
    displaystyle edge encoding equalcolumns equalrows fence form frame framespacing groupalign height
    href id indentalign indentshift infixlinebreakstyle intent arg largeop length linebreak
    linethickness location longdivstyle lquote lspace mathvariant
    maxsize maxwidth minlabelspacing minsize movablelimits notation numalign open other overflow
    position rowalign rowlines rowspacing rowspan rquote rspace selection separator separators shift side src stackalign stretchy style
    subscriptshift superscriptshift symmetric tabindex voffset width`,
    "mi mn mo mtext ms annotation annotation-xml a",
  ),
  [OPF]: vocabulary(
    `package metadata dc-metadata x-metadata meta link manifest item spine itemref guide reference
    tours tour site bindings mediaType collection page-map page`,
    `version unique-identifier prefix id dir lang property refines scheme name content rel href
    hreflang media-type properties fallback fallback-style media-overlay required-namespace
    required-modules toc page-progression-direction page-map idref linear type title handler role`,
    "meta",
  ),
  [DC]: vocabulary(
    `contributor coverage creator date description format identifier language publisher relation
    rights source subject title type`,
    "id dir scheme role file-as event opf:role",
    `contributor coverage creator date description format identifier language publisher relation
    rights source subject title type`,
  ),
  [NCX]: vocabulary(
    `ncx head meta docTitle docAuthor text audio image img navMap navPoint navLabel navInfo content
    pageList pageTarget navList navTarget smilCustomTest`,
    `version dir id name content scheme class playOrder value type src clipBegin clipEnd
    defaultState override bookStruct`,
    "text",
  ),
  [CONTAINER]: vocabulary(
    "container rootfiles rootfile links link encryption",
    "version full-path media-type href rel mediaType",
    "",
  ),
  [ENC]: vocabulary(
    "EncryptedData EncryptionMethod CipherData CipherReference",
    "Algorithm URI Id Type MimeType",
    "",
  ),
  [SMIL]: vocabulary("smil head body seq par text audio", "version id src clipBegin clipEnd", ""),
  // Apple's and Kobo's words on how pages are shown.
  "": vocabulary("display_options platform option", "name", "option"),
};

/** Names of elements and attributes, as they stand. */
export const NAMES_OF_MARKUP: readonly string[] = Object.values(VOCABULARIES).flatMap(
  ({ elements, attributes }) => [...elements, ...attributes],
);

/** Namespaces that may be declared; Calibre's names only fields, which are told as such. */
const DECLARED = new Set([
  ...Object.keys(VOCABULARIES),
  ...[OPS, SSML, XML, XLINK, XSI],
  "http://purl.org/dc/terms/",
  "http://calibre.kovidgoyal.net/2009/metadata",
]);

/** Attributes of other namespaces that documents may use. */
const FOREIGN: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  [XML]: { lang: "language", space: "plain", id: "named", base: "loaded" },
  [XLINK]: {
    ...{ title: "words", type: "plain", show: "plain", actuate: "plain" },
    ...{ role: "plain", arcrole: "plain" },
  },
  [OPS]: { type: "plain", prefix: "name", textref: "followed" },
  [SSML]: { ph: "words", alphabet: "plain" },
  [XSI]: { type: "plain" },
  [OPF]: { role: "plain", scheme: "plain", event: "plain", "file-as": "words" },
};

const USES: Readonly<Record<string, Use>> = Object.fromEntries(
  (
    [
      ["loaded", "href src poster data background codebase manifest lowsrc dynsrc altimg classid"],
      ["list", "srcset imagesrcset archive"],
      ["followed", "cite longdesc profile"],
      ["sent", "ping action formaction attributionsrc"],
      ["animated", "to from by values"],
      ["style", "style"],
      ["page", "srcdoc"],
      ["name", "prefix full-path playOrder"],
      ["path", "d points"],
      ["gap", "cellpadding cellspacing hspace vspace marginheight marginwidth"],
      ["ink", "color text link vlink alink"],
      ["ground", "bgcolor"],
      ["language", "lang hreflang srclang systemLanguage"],
      [
        "named",
        `id class name for form headers list in in2 result idref unique-identifier refines fallback toc
        itemref usemap aria-labelledby aria-describedby aria-controls aria-owns aria-details
        aria-flowto aria-activedescendant aria-errormessage`,
      ],
      [
        "words",
        `alt title label abbr content summary placeholder standby alttext value aria-label
        aria-description aria-roledescription aria-valuetext aria-placeholder unicode download lquote rquote`,
      ],
    ] as const
  ).flatMap(([use, names]) => names.split(/\s+/).map((name) => [name, use])),
);
/** A language, its writing and its country (BCP 47 §2.2), as books have them. */
export const LANGUAGE =
  /^(?:[a-z]{2,3}(?:-(?:Latn|Cyrl|Arab|Hans|Hant|Deva|Hebr|Grek|Thai|Beng|Guru|Jpan|Kore|Adlm|Nkoo|Tfng|Mong|Cher|Syrc|Thaa|Ethi|Armn|Geor|Khmr|Laoo|Mymr|Orya|Sinh|Taml|Telu|Tibt|Knda|Mlym|Gujr))?(?:-(?:[a-z]{2}|\d{3}))?)?$/i;
/** Kinds of links that nobody fetches unasked (HTML §4.6.7 and what is registered beside it). */
const POINTERS =
  /^(?:\s*(?:alternate|author|bookmark|canonical|copyright|glossary|help|license|me|privacy-policy|tag|terms-of-service)(?:\s+|$))+$/i;
const RDFA =
  /^(?:about|content|datatype|inlist|itemid|itemprop|itemref|itemscope|itemtype|property|rel|resource|rev|typeof|vocab)$/;

export function knowsElement({ uri, local }: XmlNode): boolean {
  return VOCABULARIES[uri]?.elements.has(local) === true;
}

/** Whether an attribute may stand there; `data-*` is for programs, and holds anything. */
export function knowsAttribute(node: XmlNode, { local, uri, value, name }: Attribute): boolean {
  if (name === "xmlns" || name.startsWith("xmlns:")) return DECLARED.has(value);
  if (uri === XLINK && local === "href") return node.uri === SVG || node.uri === MATHML;
  if (uri !== "") return FOREIGN[uri]?.[local] !== undefined;
  if (VOCABULARIES[node.uri]?.attributes.has(local) === true)
    return node.uri !== XHTML || local !== "content" || node.local === "meta";
  if (node.uri === SVG && knowsProperty(local)) return true;
  if (node.uri === SVG || node.uri === MATHML)
    return /^(?:aria-|on)/.test(local) && isGlobalAttribute(local);
  if (node.uri !== XHTML) return false;
  return isGlobalAttribute(local) && !local.startsWith("data-") && !RDFA.test(local);
}

type Attribute = XmlNode["attributes"][number];

/** What a value is by its name, wherever it stands. */
export function useOf(node: XmlNode, { name, local, uri }: Attribute): Use {
  if (/^on[a-z]+$/i.test(name)) return "program";
  if (local === "value" && node.local === "param") return "loaded";
  if (local === "href" || (local === "src" && node.uri === NCX))
    return isFollowed(node) ? "followed" : "loaded";
  if (name === "xmlns" || name.startsWith("xmlns:")) return "name";
  if (uri !== "") return FOREIGN[uri]?.[local] ?? "name";
  // What a `meta` says is told by its name and value.
  if (node.local === "meta" && /^(?:content|name|property)$/.test(local)) return "name";
  const use = USES[local] ?? "plain";
  if (use === "animated") return node.uri === SVG ? use : "plain";
  if (use === "ink") return node.uri === XHTML ? use : "plain";
  // What is no address but where it stands.
  return local === "data" && node.local !== "object" ? "plain" : use;
}

function isFollowed(node: XmlNode): boolean {
  if (node.local === "link")
    return node.uri !== XHTML || POINTERS.test(attributeOf(node, "rel") ?? "");
  return /^(?:a|area|reference|content|page|site)$/.test(node.local) || node.uri === MATHML;
}

/** Elements in which nothing is shown: what a program fills, or what stands for something else. */
const UNSHOWN = split(
  "template datalist noscript canvas textarea noframes noembed audio video object iframe option meter progress",
);
const UNSHOWN_DRAWING = split("defs symbol clipPath mask marker pattern switch title");
const DRAWN_TEXT = split("text tspan textPath a style script");

/** Whether what is in an element is not shown as it stands. */
export function isUnshown(node: XmlNode): boolean {
  const { uri, local, attributes, parent } = node;
  if (uri === SVG) return UNSHOWN_DRAWING.has(local);
  // Of what means the same only the first is shown (MathML Core §2.5.1).
  const isFurther =
    parent?.local === "semantics" && parent.children.find((one) => one.kind !== "text") !== node;
  if (uri === MATHML) return isFurther || local.startsWith("annotation") || local === "mphantom";
  const has = (wanted: string) => attributes.some(({ name }) => name === wanted);
  const isClosed = /^(?:dialog|details)$/.test(local) && !has("open");
  return uri === XHTML && (UNSHOWN.has(local) || isClosed || has("popover"));
}

/** Whether text may stand in an element at all, to be read by somebody. */
export function holdsText({ uri, local }: XmlNode): boolean {
  if (uri === SVG) return DRAWN_TEXT.has(local);
  return VOCABULARIES[uri]?.texts?.has(local) ?? true;
}
