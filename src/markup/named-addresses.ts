import { hostOf, isRegistrable } from "./host-names.ts";

/** An address that a text names. */
export interface NamedAddress {
  readonly text: string;
  /** In ASCII. */
  readonly host: string;
  /** What stands before the @ of a mail address, in small letters. */
  readonly mailbox?: string;
}

/** What nobody sees, and what browsers leave out of an address. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** Dots that a browser takes for one, or that only look like one (UTS #46 §4.5, UTS #39 §4). */
const DOTS =
  /[\u3002\uFF0E\uFF61\u2024\u2027\u30FB]|(?<=\p{L})[\u00B7\u2022\u2219\u22C5](?=\p{L})/gu;
/** Written so that nothing is a link: `good[.]org`, `good (dot) org`. */
const VEILED_DOTS = /\s*[[({<]\s*(?:\.|dot|punkt|punto|point)\s*[\])}>]\s*/giu;
/** The same without brackets: before the ends of names that everybody knows, for `dot` is a word too. */
const SPOKEN_DOTS =
  /(?<=[\p{L}\p{N}])\s+dot\s+(?=(?:com|org|net|edu|gov|int|info|io|app|dev|onion|de|fr|es|uk|eu|ru|ch)\b)/giu;

/** Ends of names that files have more often than hosts. */
const OF_FILES = "md|py|sh|rs|pl|ps|cc|so|zip|mov|java|properties|bat";
/** Files that people call by such a name; every other name of that kind may be a host (`docs.rs`). */
const FILES =
  "readme|setup|main|index|init|install|installer|run|start|stop|test|tests|notes|license|licence|changelog|" +
  "changes|contributing|contributors|authors|security|todo|roadmap|architecture|faq|config|configure|build|make|" +
  "deploy|update|upgrade|backup|script|example|examples|demo|lib|mod|utils|manage|app|server|client|cli|api|" +
  "conftest|requirements|manual|guide|handout|handouts|module|modules|session|sessions|slides|files|photos|" +
  "pictures|images|download|downloads|archive|data|source|src|video|movie|clip|application|gradle|log4j|file";
const FILE_NAME = new RegExp(
  `^(?:[\\w-]*[_-])?(?:${FILES})(?:[_-]\\w*|\\d*)\\.(?:${OF_FILES})$`,
  "i",
);

/** Names of products that have the form of a host. */
const PRODUCTS: ReadonlySet<string> = new Set([
  "asp.net",
  "ado.net",
  "vb.net",
  "ml.net",
  "paint.net",
  "socket.io",
  "node.js",
  "next.js",
  "vue.js",
]);

/** A number of a version, or a short form, with the next word behind its stop: `v1.2.in`, `p.s.me`. */
const GLUED = /^(?:v\d+(?:\.\d+)+|p\.s|e\.g|i\.e|a\.k\.a|z\.b|d\.h|u\.a)\.\p{L}+$/iu;
/** A program of a Mac, among other words. */
const BUNDLE = /^\p{Lu}[\p{L}\p{N}]*\.app$/u;
/** Before a name that something is held against, and that nothing leads to. */
const COMPARED =
  /\b(?:vs\.?|versus|compared (?:to|with)|instead of|alternatives? (?:to|for)) ["'“‘«(]?$/iu;

/** A name among words: of a mailbox, or of a host with what may follow it. */
const NAMED =
  /(?<![\p{L}\p{M}\p{N}@./_-])(?:[\p{L}\p{N}._%+-]{1,64}@)?(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.){1,9}(?:\p{Lu}{2,}|\p{Ll}{2,}|\p{Lo}[\p{Lo}\p{M}]+)(?![\p{L}\p{N}])(?::\d+)?(?:[/?#…][^\s<>"'“”«»]*)?/gu;

/** An address of four numbers (a version has fewer), with or without a port and a path. */
const NUMBERED = /(?<![\p{L}\p{N}.@/-])(?:\d{1,3}\.){3}\d{1,3}(?![\p{L}\p{N}-]|\.\d)(?::\d+)?/gu;

/**
 * The addresses that a link's words name, alone or among other words, however they are veiled: what has the
 * form of one, and ends as names of the internet do (Public Suffix List). Names of files and products are none.
 *
 * @param address where the link leads: `evil.com/docs.rs` is the file that its words name.
 */
export function namedAddresses(words: string, address: string): readonly NamedAddress[] {
  const text = unveil(words);
  const marked = text.match(/(?:https?:\/\/|www\.)[^\s<>"'“”«»]+/giu) ?? [];
  const named = Array.from(text.matchAll(NAMED)).flatMap(({ 0: one, index }) =>
    isOther(one, address) ||
    (BUNDLE.test(one) && one !== text) ||
    COMPARED.test(text.slice(0, index))
      ? []
      : [one],
  );
  const numbered = text.match(NUMBERED) ?? [];
  return [...marked, ...named, ...numbered].flatMap(readAddress);
}

function unveil(words: string): string {
  return readEscapes(words)
    .replace(INVISIBLE, "")
    .replace(DOTS, ".")
    .replace(VEILED_DOTS, ".")
    .replace(SPOKEN_DOTS, ".")
    .normalize("NFKC")
    .replace(/\bh(?:xx|tt)ps?\s*:\s*\/\s*\/\s*/gi, "https://")
    .replace(/(?<=[\p{L}\p{N}]) \.(?=\p{L})/gu, ".")
    .trim();
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

/** True for a bare name of a file or product; with a path or a mailbox it is an address in any case. */
function isOther(found: string, address: string): boolean {
  if (/[@/?#…:]/.test(found)) return false;
  if (PRODUCTS.has(found.toLowerCase()) || FILE_NAME.test(found) || GLUED.test(found)) return true;
  const isLikeFile = new RegExp(`\\.(?:${OF_FILES})$`, "i").test(found);
  return isLikeFile && address.replace(/[?#].*$/, "").endsWith(`/${found}`);
}

function readAddress(found: string): readonly NamedAddress[] {
  const name = found
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#…].*$/u, "")
    .replace(/^.*@/, "")
    .replace(/(?<!^\[[\da-f:.]+)[.,;:!)\]]+$/iu, "");
  const host = hostOf(`https://${name}`);
  if (host === undefined || !(isRegistrable(host) || isNumber(host))) return [];
  const mailbox = /^([^/:@]+)@/.exec(found)?.[1]?.toLowerCase();
  return [{ text: found, host, ...(mailbox === undefined ? {} : { mailbox }) }];
}

function isNumber(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  if (bare.includes(":")) return URL.canParse(`http://[${bare}]/`);
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(bare) && URL.canParse(`http://${bare}/`);
}
