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

function order(expected: string, pattern: RegExp, beside?: ChildOrder["beside"]): ChildOrder {
  const names = (pattern.source.match(/[a-z][a-z0-9]*(?= )/g) ?? []).filter(
    (name) => name !== "other",
  );
  return { pattern, names, expected, ...(beside === undefined ? {} : { beside }) };
}

/** What stands in an order, by name (HTML §4). */
const HEADING = "(?:h1 |h2 |h3 |h4 |h5 |h6 )";
const HEAD = "(?:base |link |meta |style |script |noscript |template )*";
const ITEMS = order("li", /^(?:li |script |template )*$/);
const ROWS = order("tr", /^(?:tr |script |template )*$/);
const PLAYED = order(
  "source, track, then text",
  /^(?:source )*(?:track )*(?:other )*$/,
  "transparent",
);
const PAIRS =
  /^(?:(?:(?:dt |script |template )+(?:dd |script |template )+)*|(?:div |script |template )*)$/;
const CAPTION_AT_AN_END = /^(?:figcaption (?:other )*|(?:other )*(?:figcaption )?)$/;
const READINGS = /^(?:(?:other |rb )*(?:rt |rtc |rp (?:rt |rtc )+rp )+)+$/;
const TABLE = /^(?:caption )?(?:colgroup )*(?:thead )?(?:(?:tbody )*|(?:tr )+)(?:tfoot )?$/;
const ORDERS: Readonly<Record<string, ChildOrder>> = {
  html: order("head, body", /^head body $/),
  head: order("one title, and metadata", new RegExp(`^${HEAD}(?:title )?${HEAD}$`)),
  hgroup: order("one heading, and paragraphs", new RegExp(`^(?:p )*${HEADING}(?:p )*$`)),
  ...{ ol: ITEMS, ul: ITEMS, menu: ITEMS, thead: ROWS, tbody: ROWS, tfoot: ROWS },
  ...{ video: PLAYED, audio: PLAYED },
  dl: order("dt followed by dd, or such pairs each in a div", PAIRS),
  figure: order("figcaption first or last", CAPTION_AT_AN_END, "flow"),
  ruby: order("text, then its reading in rt", READINGS, "phrasing"),
  picture: order("source, then img", /^(?:source )*img (?:script )*$/),
  object: order(
    "param, then what stands for the object",
    /^(?:param )*(?:other )*$/,
    "transparent",
  ),
  table: order("caption, colgroup, thead, then tbody or rows, then tfoot", TABLE),
  colgroup: order("col", /^(?:col |template )*$/),
  tr: order("td or th", /^(?:td |th |script |template )*$/),
  select: order("option or optgroup", /^(?:option |optgroup |script |template )*$/),
  datalist: order("option", /^(?:option |other )*$/, "phrasing"),
  optgroup: order("option", /^(?:option |script |template )*$/),
  fieldset: order("legend first", /^(?:legend )?(?:other )*$/, "flow"),
  details: order("summary first", /^summary (?:other )*$/, "flow"),
};

const LINK = "href target download ping rel hreflang type referrerpolicy";
const SENT = "formaction formenctype formmethod formnovalidate formtarget";
const MEDIA = "src crossorigin preload autoplay loop muted controls";
const FIELD = "disabled form name";

/**
 * A line each: elements of one kind | where they may stand | what they hold, where that is no order |
 * attributes beyond the global ones, with `!` where one is required.
 */
const KINDS = `
html head body | part | flow
title | metadata | text
base | metadata | nothing | href target
link | phrasing | nothing | href! rel crossorigin media integrity hreflang type referrerpolicy sizes imagesrcset imagesizes as blocking color disabled fetchpriority
meta | phrasing | nothing | name http-equiv content charset media property
style | metadata | text | media type blocking
script | phrasing | text | src type nomodule async defer crossorigin integrity referrerpolicy blocking fetchpriority charset
noscript | phrasing | transparent
template | phrasing | anything
article section nav aside header footer main address div search | flow | flow
h1 h2 h3 h4 h5 h6 p pre | flow | phrasing
hgroup ul menu dl figure | flow |
hr | flow | nothing
blockquote | flow | flow | cite
ol | flow | | reversed start type
li | part | flow | value
dt dd figcaption summary legend | part | flow
a | phrasing | transparent | ${LINK} name
em strong small s cite dfn abbr code var samp kbd sub sup i b u mark bdi span | phrasing | phrasing
q | phrasing | phrasing | cite
bdo | phrasing | phrasing | dir!
data | phrasing | phrasing | value!
time | phrasing | phrasing | datetime
br wbr | phrasing | nothing
ruby picture | phrasing |
rb rt rtc rp | part | phrasing
ins del | phrasing | transparent | cite datetime
source | part | nothing | src type media srcset sizes width height
img | phrasing | nothing | src! alt srcset sizes crossorigin usemap ismap width height referrerpolicy decoding loading fetchpriority longdesc
iframe | phrasing | nothing | src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading
embed | phrasing | nothing | src type width height
object | phrasing | | data type typemustmatch name usemap form width height
param | part | nothing | name! value!
video | phrasing | | ${MEDIA} poster playsinline width height
audio | phrasing | | ${MEDIA}
track | part | nothing | kind src! srclang label default
map | phrasing | transparent | name!
area | phrasing | nothing | alt coords shape ${LINK}
canvas | phrasing | transparent | width height
table | flow | | border
caption | part | flow
colgroup | part | | span
col | part | nothing | span
thead tbody tfoot tr | part |
td | part | flow | colspan rowspan headers
th | part | flow | colspan rowspan headers abbr scope
form | flow | flow | action accept-charset autocomplete enctype method name novalidate target rel
label | phrasing | phrasing | for form
input | phrasing | nothing | ${FIELD} accept alt autocomplete checked dirname ${SENT} height list max maxlength min minlength multiple pattern placeholder readonly required size src step type value width
button | phrasing | phrasing | ${FIELD} ${SENT} type value
select | phrasing | | ${FIELD} autocomplete multiple required size
datalist | phrasing |
optgroup | part | | disabled label!
option | part | text | disabled label selected value
textarea | phrasing | text | ${FIELD} autocomplete cols dirname maxlength minlength placeholder readonly required rows wrap
output | phrasing | phrasing | for form name
progress | phrasing | phrasing | value max
meter | phrasing | phrasing | value! min max low high optimum
fieldset | flow | | ${FIELD}
details | flow | | open
dialog | flow | flow | open`;

/** Every element of HTML that a content document may hold, by name. */
export const ELEMENT_RULES: ReadonlyMap<string, ElementRule> = new Map(
  KINDS.trim().split("\n").flatMap(readKind),
);

function readKind(line: string): readonly [string, ElementRule][] {
  const [names = "", is, holds, written = ""] = line.split("|").map((one) => one.trim());
  const all = written.split(" ").filter((one) => one !== "");
  return names.split(" ").map((name) => [
    name,
    {
      is: is as ElementRule["is"],
      holds: ORDERS[name] ?? (holds as ElementRule["holds"]),
      attributes: all.map((one) => one.replace("!", "")),
      required: all.filter((one) => one.endsWith("!")).map((one) => one.slice(0, -1)),
    },
  ]);
}
