import { dropInvisible } from "../language/invisible-characters.ts";
import { composeText } from "../language/text-form.ts";
import { decode, readMailAddress } from "./mail-address.ts";

/** What an address is by its form alone, before anything is looked up. */
export type Address =
  | { readonly kind: "empty" }
  | { readonly kind: "fragment"; readonly fragment: string }
  /** `dropped`: of a mail address, what is left out of it (`mail-address.ts`). */
  | { readonly kind: "web"; readonly url: string; readonly dropped?: readonly string[] }
  | {
      readonly kind: "site";
      /** Percent-decoded, without query; begins with `/` when it counts from the root. */
      readonly path: string;
      /** The same before decoding, for files that have a percent sign in their names. */
      readonly writtenPath: string;
      readonly fragment: string;
      /** What it may mean if no page or file answers to it: `example.org/path`. */
      readonly otherwise?: string;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** File types that a bare `name.ext` is, and not a host. */
const FILE_TYPE =
  /\.(md|markdown|html?|php|aspx?|pdf|docx?|xlsx?|pptx?|od[tspg]|txt|csv|zip|png|jpe?g|gif|svg|webp|mp[34]|epub)$/i;
const COMMON_TOP =
  /\.(org|com|net|info|edu|gov|int|io|cc|eu|app|dev|me|co|onion|ngo|news|media|tech|security)$/i;

/** In code units; browsers give up at about this length. */
const ADDRESS_LIMIT = 4000;

/**
 * Reads an address as a page's author wrote it.
 *
 * @param site the configured prefixes of the website: `https://example.org/base`, `/base`.
 */
export function readAddress(written: string, site: readonly string[]): Address {
  const address = stripLiquid(stripControls(written).trim());
  if (address === "") return { kind: "empty" };
  if (address.length > ADDRESS_LIMIT) return { kind: "refused", reason: "the address is too long" };
  if (address.startsWith("#"))
    return { kind: "fragment", fragment: readFragment(address.slice(1)) };
  if (/^\\\\/.test(address)) return { kind: "refused", reason: "an address on a file server" };
  if (/^[\\/]{2}[^\\/]/.test(address))
    return readWeb(`https:${address.replaceAll("\\", "/")}`, site);
  const scheme = /^([a-z][a-z0-9+.-]*)\s*:/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https") {
    // "http:// example.org", "http:example.org"
    return readWeb(address.replace(/^https?\s*:[\s\\/]*/i, `${scheme}://`), site);
  }
  if (scheme === "mailto") return readMail(address.slice(address.indexOf(":") + 1));
  if (scheme !== undefined) {
    if (/^[\w.-]+\.[a-z]{2,}:\d+(\/|$)/i.test(address)) return readWeb(`https://${address}`, site);
    return { kind: "refused", reason: `addresses that begin with \`${scheme}:\` are not opened` };
  }
  if (/^[^\s@/?#]+@[^\s@/?#]+\.[a-z]{2,}$/i.test(address)) return readMail(address);
  return readSitePath(address, site, guessHost(address));
}

/**
 * The form in which permalinks are compared: decoded, without slashes at the ends or doubled ones,
 * `index.html`, `.html`, and the website's prefix. `a/b` for `//a/b/index.html`.
 */
export function toKey(path: string): string {
  const segments: string[] = [];
  for (const segment of composeText(path).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment.trim());
  }
  return segments
    .join("/")
    .replace(/(^|\/)index(\.html?)?$/i, "")
    .replace(/\.html?$/i, "");
}

/** The key of a permalink, redirect or rename; undefined when it is an address elsewhere. */
export function readPermalink(written: string, site: readonly string[]): string | undefined {
  const address = readAddress(written, site);
  return address.kind === "site" ? toKey(address.path) : undefined;
}

/**
 * URL parsers skip control characters: `java\nscript:` would pass a check that does not. No address has
 * signs that nobody sees, or that turn letters.
 */
function stripControls(text: string): string {
  return dropInvisible(text).replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");
}

/** The few forms of Liquid that stand in addresses of Jekyll sites. */
function stripLiquid(text: string): string {
  return text
    .replace(/\{\{-?\s*site\.(base_?)?url\s*-?\}\}/gi, "")
    .replace(/\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/gi, "$1")
    .replace(/\{%-?\s*link\s+(\S+?)\s*-?%\}/gi, "/$1")
    .trim();
}

/** URL parsers let quotation marks and brackets pass, which no name of a host has. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])$/i;

function readWeb(text: string, site: readonly string[]): Address {
  const url = parseUrl(text.replace(/\s/g, "%20"));
  if (url === undefined || !HOST.test(url.hostname))
    return { kind: "refused", reason: "no valid web address" };
  for (const prefix of site) {
    const base = parseUrl(
      /^https?:\/\//i.test(prefix) ? prefix : `https://${prefix.replace(/^\/\//, "")}`,
    );
    if (prefix.startsWith("/") && !prefix.startsWith("//")) continue;
    if (base === undefined || bareHost(base) !== bareHost(url)) continue;
    const rest = dropPrefix(url.pathname, base.pathname);
    if (rest === undefined) continue;
    return readSitePath(`${rest}${url.hash}`, [], url.href);
  }
  return { kind: "web", url: url.href };
}

function readMail(text: string): Address {
  const mail = readMailAddress(text);
  return mail === undefined
    ? { kind: "refused", reason: "no valid mail address" }
    : { kind: "web", ...mail };
}

function readSitePath(address: string, site: readonly string[], otherwise?: string): Address {
  const hash = address.indexOf("#");
  const beforeHash = hash === -1 ? address : address.slice(0, hash);
  const writtenPath = dropSitePath(beforeHash.replace(/\?.*$/, "").replaceAll("\\", "/"), site);
  return {
    kind: "site",
    path: decode(writtenPath).replaceAll("\\", "/"),
    writtenPath,
    fragment: hash === -1 ? "" : readFragment(address.slice(hash + 1)),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** `/base/a/` is `/a/` where the site lives below `/base`. */
function dropSitePath(path: string, site: readonly string[]): string {
  if (!path.startsWith("/")) return path;
  for (const prefix of site) {
    const base = prefix.startsWith("/") ? prefix : (parseUrl(prefix)?.pathname ?? "/");
    const rest = dropPrefix(path, base);
    if (rest !== undefined) return rest;
  }
  return path;
}

function dropPrefix(path: string, prefix: string): string | undefined {
  const base = prefix.replace(/\/+$/, "");
  if (base === "") return path;
  if (path === base) return "/";
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** Authors copy fragments with a slash behind them, and percent-encoded. */
function readFragment(fragment: string): string {
  return decode(fragment).replace(/\/+$/, "");
}

/** The web address that `www.example.org` or `example.org/path` was meant to be. */
function guessHost(address: string): string | undefined {
  const match = /^((?:[a-z0-9-]+\.)+[a-z]{2,})(\/.*|[?#].*)?$/i.exec(address);
  const host = match?.[1] ?? "";
  if (match === null || FILE_TYPE.test(host)) return undefined;
  const likely = /^www\./i.test(host) || match[2] !== undefined || COMMON_TOP.test(host);
  return likely ? parseUrl(`https://${address}`)?.href : undefined;
}

function bareHost(url: URL): string {
  return url.host.replace(/^www\./, "");
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
