import { domainToUnicode } from "node:url";
import { getDomain, parse } from "tldts";
import { isOfOneMixture } from "../language/script-mixtures.ts";
import { LATIN_LOOK_ALIKES } from "./latin-look-alikes.ts";

/** The host of a web or mail address, in ASCII (`xn--…`); undefined where it has none. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "mailto:") return withoutEnds(url.hostname);
  const mailHost = url.pathname.split("@").at(-1) ?? "";
  return URL.canParse(`https://${mailHost}`)
    ? withoutEnds(new URL(`https://${mailHost}`).hostname)
    : undefined;
}

function withoutEnds(host: string): string {
  return host.replace(/^www\./, "").replace(/\.$/, "");
}

/** Who a mail goes to, before the @, in small letters; undefined for an address of the web. */
export function mailboxOf(address: string): string | undefined {
  const written = /^mailto:([^?@]*)@/i.exec(address)?.[1];
  if (written === undefined) return undefined;
  try {
    return decodeURIComponent(written).toLowerCase();
  } catch {
    return written.toLowerCase();
  }
}

/** A hidden service of Tor: nothing in its name says whose it is (RFC 7686). */
export function isOnion(host: string): boolean {
  return host.endsWith(".onion");
}

/** Domains of one owner that people write one for the other. Only those of well-known owners are here. */
const SISTERS = [
  "amazon.com amazon.de amazon.co.uk amazon.fr amazon.it amazon.es amazon.nl amazon.pl amazon.se amazon.ca amazon.in amazon.co.jp amazon.com.br amazon.com.mx amazon.com.au",
  "bbc.com bbc.co.uk",
  "ebay.com ebay.de ebay.co.uk ebay.fr ebay.it ebay.es",
  "facebook.com fb.com fb.me",
  "google.com google.de google.co.uk google.fr google.es google.it goo.gl g.co gmail.com googlemail.com",
  "guardian.co.uk theguardian.com",
  "instagram.com instagr.am",
  "linkedin.com lnkd.in",
  "microsoft.com aka.ms",
  "paypal.com paypal.me",
  "signal.org signal.me",
  "telegram.org t.me telegram.me",
  "twitter.com x.com",
  "whatsapp.com wa.me",
  "wikipedia.org w.wiki",
  "youtube.com youtu.be",
].map((domains) => domains.split(" "));

/**
 * True where both belong to one owner: the same host, or names below the same registered domain
 * (Public Suffix List, with the domains under which companies let others have names: `github.io`), or below
 * sisters of it.
 */
export function isSameOwner(host: string, other: string): boolean {
  if (host === other) return true;
  const [domain, otherDomain] = [host, other].map((one) =>
    getDomain(one, { allowPrivateDomains: true }),
  );
  if (!domain || !otherDomain) return false;
  return (
    domain === otherDomain ||
    SISTERS.some((domains) => domains.includes(domain) && domains.includes(otherDomain))
  );
}

/** Sites with pages about others, by the word that people have for each. */
const HOLDERS: ReadonlyMap<string, RegExp> = new Map([
  ["wikipedia.org", /\bwikipedia\b/i],
  ["wikidata.org", /\bwikidata\b/i],
  ["archive.org", /\binternet archive\b/i],
  ["github.com", /\bgithub\b/i],
  ["gitlab.com", /\bgitlab\b/i],
  ["youtube.com", /\byoutube\b/i],
  ["reddit.com", /\breddit\b/i],
]);

/** `Last.fm on Wikipedia`: the words name the site to which they lead, and another of which it tells. */
export function isHolderNamed(host: string, words: string): boolean {
  return HOLDERS.get(getDomain(host) ?? "")?.test(words) === true;
}

/** True for a name that ends as a name of the internet does: `example.org`, not `notes.final`. */
export function isRegistrable(host: string): boolean {
  const { domain, isIcann, isSpecialUse } = parse(host);
  return domain !== null && (isIcann === true || isSpecialUse !== null);
}

/** Where a dotless i is a letter as any other: Turkish and Azerbaijani. */
const DOTLESS = { languages: /^(?:tr|az)\b/, ends: new Set(["tr", "az"]) };

/** The scripts that have letters like Latin ones, by ISO 15924 code. */
const LIKE_LATIN: ReadonlyMap<string, RegExp> = new Map(
  (
    "Armn Beng Cans Cher Copt Cyrl Deva Ethi Geor Grek Gujr Guru Hani Knda Laoo Lisu Mlym Mymr Nkoo " +
    "Orya Osge Sinh Taml Telu Tfng Thai"
  )
    .split(" ")
    .map((script) => [script, new RegExp(`\\p{Script=${script}}`, "u")]),
);

/** Who reads a page: the BCP 47 tag of its language, and the ISO 15924 code of the script. */
export interface Readers {
  readonly language: string;
  readonly script: string;
}

/** Why a host may be taken for another one; `shown` is the name in its letters. */
export interface HostDoubt {
  readonly kind: "mixed" | "alike";
  readonly shown: string;
}

/**
 * Looks for a host whose name a reader could take for another one.
 *
 * @param host in ASCII.
 * @param readers their own letters surprise nobody.
 * @returns `mixed` for letters of several scripts in one label, `alike` for a label that
 *   is not of ASCII but looks as if (its UTS #39 skeleton is); undefined for all others.
 */
export function doubtHost(host: string, readers: Readers): HostDoubt | undefined {
  if (!host.includes("xn--")) return undefined;
  const shown = domainToUnicode(host);
  const labels = shown.split(".").filter((label) => label !== "");
  if (!labels.every(isOfOneMixture)) {
    return { kind: "mixed", shown };
  }
  const end = labels.at(-1) ?? "";
  // Below a name such as `.рф` everybody expects its letters.
  const isAlike = isAscii(end) && labels.some((label) => isTakenForLatin(label, end, readers));
  return isAlike ? { kind: "alike", shown } : undefined;
}

function isTakenForLatin(label: string, end: string, { language, script }: Readers): boolean {
  const foreign = Array.from(label.normalize("NFC")).filter((sign) => !isAscii(sign));
  const alike = foreign.filter((sign) => LATIN_LOOK_ALIKES.has(sign));
  const accented = foreign.filter((sign) => isAscii(sign.normalize("NFD").replace(/\p{M}/gu, "")));
  if (alike.length + accented.length < foreign.length) return false;
  // Beside other letters of Turkish a dotless i is one too.
  const isTurkic =
    DOTLESS.languages.test(language) || DOTLESS.ends.has(end) || /[şğçöü]/.test(label);
  const own = isTurkic ? alike.filter((sign) => sign !== "ı") : alike;
  const letters = own.filter((sign) => /\p{L}/u.test(sign));
  const theirs = LIKE_LATIN.get(script);
  return own.length > 0 && !(theirs && letters.every((sign) => theirs.test(sign)));
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7E]+$/.test(text);
}
