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

/**
 * True where both belong to one owner: the same host, or names below the same registered domain
 * (Public Suffix List, with the domains under which companies let others have names: `github.io`).
 */
export function isSameOwner(host: string, other: string): boolean {
  if (host === other) return true;
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
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
  if (foreign.length === 0 || !foreign.every((sign) => LATIN_LOOK_ALIKES.has(sign))) return false;
  const isTurkic = DOTLESS.languages.test(language) || DOTLESS.ends.has(end);
  const own = isTurkic ? foreign.filter((sign) => sign !== "ı") : foreign;
  const letters = own.filter((sign) => /\p{L}/u.test(sign));
  const theirs = LIKE_LATIN.get(script);
  return own.length > 0 && !(theirs && letters.every((sign) => theirs.test(sign)));
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7E]+$/.test(text);
}
