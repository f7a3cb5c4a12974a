/**
 * Which element may stand where, by the content categories of the HTML Living Standard (§3.2.5, §4),
 * as far as content documents of EPUB use it (EPUB 3.3 §6.1). Written for judging books, ours too:
 * it shares nothing with the lists by which `markup` cleans content.
 */
export interface ElementRule {
  /** Where it may stand: in phrasing, in flow only, in the head, or only in certain parents. */
  readonly is: "phrasing" | "flow" | "metadata" | "part";
  /** A category of content, or the order of child elements. */
  readonly holds:
    | "phrasing"
    | "flow"
    | "transparent"
    | "text"
    | "nothing"
    | "anything"
    | ChildOrder;
  /** Attributes beyond the global ones, by name. */
  readonly attributes: readonly string[];
  readonly required: readonly string[];
}

/** Child elements in an order; where `beside` is set, other content of that kind may stand too. */
export interface ChildOrder {
  /**
   * Matches the names of the child elements, each followed by a space; `other` is any element that
   * the pattern does not name.
   */
  readonly pattern: RegExp;
  /** Names of the children that the pattern is about. */
  readonly names: readonly string[];
  /** The order, for people. */
  readonly expected: string;
  readonly beside?: "phrasing" | "flow" | "transparent";
}

type Is = ElementRule["is"];
type Holds = ElementRule["holds"];

function order(expected: string, pattern: RegExp, beside?: ChildOrder["beside"]): ChildOrder {
  const names = (pattern.source.match(/[a-z][a-z0-9]*(?= )/g) ?? []).filter(
    (name) => name !== "other",
  );
  return { pattern, names, expected, ...(beside === undefined ? {} : { beside }) };
}

/** Several elements of one kind; a required attribute is marked with `!`. */
function make(names: string, is: Is, holds: Holds, attributes = ""): [string, ElementRule][] {
  const all = attributes.split(" ").filter((one) => one !== "");
  const rule: ElementRule = {
    is,
    holds,
    attributes: all.map((one) => one.replace("!", "")),
    required: all.filter((one) => one.endsWith("!")).map((one) => one.slice(0, -1)),
  };
  return names.split(" ").map((name) => [name, rule]);
}

const LINK = "href target download ping rel hreflang type referrerpolicy";
const MEDIA = "src crossorigin preload autoplay loop muted controls";
const FIELD = "disabled form name";
const CELL = "colspan rowspan headers abbr";
const HEADING = "(?:h1 |h2 |h3 |h4 |h5 |h6 )";

/** Every element of HTML that a content document may hold, by name. */
export const ELEMENT_RULES: ReadonlyMap<string, ElementRule> = new Map([
  ...make("html", "part", order("head, body", /^head body $/)),
  ...make(
    "head",
    "part",
    order(
      "one title, and metadata",
      /^(?:base |link |meta |style |script |noscript |template )*(?:title )?(?:base |link |meta |style |script |noscript |template )*$/,
    ),
  ),
  ...make("title", "metadata", "text"),
  ...make("base", "metadata", "nothing", "href target"),
  ...make(
    "link",
    "phrasing",
    "nothing",
    "href! rel crossorigin media integrity hreflang type referrerpolicy sizes imagesrcset imagesizes as blocking color disabled fetchpriority",
  ),
  ...make("meta", "phrasing", "nothing", "name http-equiv content charset media property"),
  ...make("style", "metadata", "text", "media type blocking"),
  ...make(
    "script",
    "phrasing",
    "text",
    "src type nomodule async defer crossorigin integrity referrerpolicy blocking fetchpriority charset",
  ),
  ...make("noscript", "phrasing", "transparent"),
  ...make("template", "phrasing", "anything"),

  ...make("body", "part", "flow"),
  ...make("article section nav aside header footer main address div search", "flow", "flow"),
  ...make("h1 h2 h3 h4 h5 h6 p pre", "flow", "phrasing"),
  ...make(
    "hgroup",
    "flow",
    order("one heading, and paragraphs", new RegExp(`^(?:p )*${HEADING}(?:p )*$`)),
  ),
  ...make("hr", "flow", "nothing"),
  ...make("blockquote", "flow", "flow", "cite"),
  ...make("ol", "flow", order("li", /^(?:li |script |template )*$/), "reversed start type"),
  ...make("ul menu", "flow", order("li", /^(?:li |script |template )*$/)),
  ...make("li", "part", "flow", "value"),
  ...make(
    "dl",
    "flow",
    order(
      "dt followed by dd, or such pairs each in a div",
      /^(?:(?:(?:dt |script |template )+(?:dd |script |template )+)*|(?:div |script |template )*)$/,
    ),
  ),
  ...make("dt dd figcaption summary legend", "part", "flow"),
  ...make(
    "figure",
    "flow",
    order(
      "figcaption first or last",
      /^(?:figcaption (?:other )*|(?:other )*(?:figcaption )?)$/,
      "flow",
    ),
  ),

  ...make("a", "phrasing", "transparent", `${LINK} name`),
  ...make(
    "em strong small s cite dfn abbr code var samp kbd sub sup i b u mark bdi span",
    "phrasing",
    "phrasing",
  ),
  ...make("q", "phrasing", "phrasing", "cite"),
  ...make("bdo", "phrasing", "phrasing", "dir!"),
  ...make("data", "phrasing", "phrasing", "value!"),
  ...make("time", "phrasing", "phrasing", "datetime"),
  ...make("br wbr", "phrasing", "nothing"),
  ...make(
    "ruby",
    "phrasing",
    order(
      "text, then its reading in rt",
      /^(?:(?:other |rb )*(?:rt |rtc |rp (?:rt |rtc )+rp )+)+$/,
      "phrasing",
    ),
  ),
  ...make("rb rt rtc rp", "part", "phrasing"),
  ...make("ins del", "phrasing", "transparent", "cite datetime"),

  ...make("picture", "phrasing", order("source, then img", /^(?:source )*img (?:script )*$/)),
  ...make("source", "part", "nothing", "src type media srcset sizes width height"),
  ...make(
    "img",
    "phrasing",
    "nothing",
    "src! alt srcset sizes crossorigin usemap ismap width height referrerpolicy decoding loading fetchpriority longdesc",
  ),
  ...make(
    "iframe",
    "phrasing",
    "nothing",
    "src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading",
  ),
  ...make("embed", "phrasing", "nothing", "src type width height"),
  ...make(
    "object",
    "phrasing",
    order("param, then what stands for the object", /^(?:param )*(?:other )*$/, "transparent"),
    "data type typemustmatch name usemap form width height",
  ),
  ...make("param", "part", "nothing", "name! value!"),
  ...make(
    "video",
    "phrasing",
    order("source, track, then text", /^(?:source )*(?:track )*(?:other )*$/, "transparent"),
    `${MEDIA} poster playsinline width height`,
  ),
  ...make(
    "audio",
    "phrasing",
    order("source, track, then text", /^(?:source )*(?:track )*(?:other )*$/, "transparent"),
    MEDIA,
  ),
  ...make("track", "part", "nothing", "kind src! srclang label default"),
  ...make("map", "phrasing", "transparent", "name!"),
  ...make("area", "phrasing", "nothing", `alt coords shape ${LINK}`),
  ...make("canvas", "phrasing", "transparent", "width height"),

  ...make(
    "table",
    "flow",
    order(
      "caption, colgroup, thead, then tbody or rows, then tfoot",
      /^(?:caption )?(?:colgroup )*(?:thead )?(?:(?:tbody )*|(?:tr )+)(?:tfoot )?$/,
    ),
    "border",
  ),
  ...make("caption", "part", "flow"),
  ...make("colgroup", "part", order("col", /^(?:col |template )*$/), "span"),
  ...make("col", "part", "nothing", "span"),
  ...make("thead tbody tfoot", "part", order("tr", /^(?:tr |script |template )*$/)),
  ...make("tr", "part", order("td or th", /^(?:td |th |script |template )*$/)),
  ...make("td", "part", "flow", CELL.replace(" abbr", "")),
  ...make("th", "part", "flow", `${CELL} scope`),

  ...make(
    "form",
    "flow",
    "flow",
    "action accept-charset autocomplete enctype method name novalidate target rel",
  ),
  ...make("label", "phrasing", "phrasing", "for form"),
  ...make(
    "input",
    "phrasing",
    "nothing",
    `${FIELD} accept alt autocomplete checked dirname formaction formenctype formmethod formnovalidate formtarget height list max maxlength min minlength multiple pattern placeholder readonly required size src step type value width`,
  ),
  ...make(
    "button",
    "phrasing",
    "phrasing",
    `${FIELD} formaction formenctype formmethod formnovalidate formtarget type value`,
  ),
  ...make(
    "select",
    "phrasing",
    order("option or optgroup", /^(?:option |optgroup |script |template )*$/),
    `${FIELD} autocomplete multiple required size`,
  ),
  ...make("datalist", "phrasing", order("option", /^(?:option |other )*$/, "phrasing")),
  ...make(
    "optgroup",
    "part",
    order("option", /^(?:option |script |template )*$/),
    "disabled label!",
  ),
  ...make("option", "part", "text", "disabled label selected value"),
  ...make(
    "textarea",
    "phrasing",
    "text",
    `${FIELD} autocomplete cols dirname maxlength minlength placeholder readonly required rows wrap`,
  ),
  ...make("output", "phrasing", "phrasing", "for form name"),
  ...make("progress", "phrasing", "phrasing", "value max"),
  ...make("meter", "phrasing", "phrasing", "value! min max low high optimum"),
  ...make("fieldset", "flow", order("legend first", /^(?:legend )?(?:other )*$/, "flow"), FIELD),
  ...make("details", "flow", order("summary first", /^summary (?:other )*$/, "flow"), "open"),
  ...make("dialog", "flow", "flow", "open"),
]);
