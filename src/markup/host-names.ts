import { domainToUnicode } from "node:url";
import { getDomain, parse } from "tldts";

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

/** The scripts of UAX #31 tables 5 and 7, as Unicode calls them. */
const SCRIPTS = (
  "Latin Arabic Armenian Bengali Bopomofo Cyrillic Devanagari Ethiopic Georgian Greek Gujarati " +
  "Gurmukhi Hangul Han Hebrew Hiragana Kannada Katakana Khmer Lao Malayalam Myanmar Oriya Sinhala " +
  "Tamil Telugu Thaana Thai Tibetan Adlam Cherokee Mongolian Nko Syriac Tifinagh"
).split(" ");

/** What may stand in one label: one script, or those of "highly restrictive" (UTS #39 §5.2). */
const MIXTURES = [
  ...SCRIPTS.map((script) => [script]),
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
].map((scripts) => {
  const classes = [...scripts, "Common", "Inherited"].map((one) => `\\p{Script_Extensions=${one}}`);
  return new RegExp(`^[${classes.join("")}]*$`, "u");
});

/** Letters of other scripts that look like Latin ones (UTS #39, confusables.txt). */
const LIKE_LATIN: readonly { readonly script: string; readonly letters: RegExp }[] = [
  { script: "Cyrl", letters: /^[асԁеһіјӏорԗԛѕԝхуъьҽпгѵѡтмнкв\d-]+$/u },
  { script: "Grek", letters: /^[αικνρυωηοπτχγε\d-]+$/u },
  { script: "Armn", letters: /^[աեհղոսցքօոյսզ\d-]+$/u },
];

/** Letters of phonetics that look like Latin ones, and of which no language writes names (UTS #39). */
const PHONETIC = /[ɑɡɢɪɴʀʏʙʜʟᴀ-ᴢꜰꜱꟷ]/u;

/** Why a host may be taken for another one; `shown` is the name in its letters. */
export interface HostDoubt {
  readonly kind: "mixed" | "alike";
  readonly shown: string;
}

/**
 * Looks for a host whose name a reader could take for another one.
 *
 * @param host in ASCII.
 * @param script ISO 15924 code of the page's language: its own letters surprise nobody.
 * @returns `mixed` for letters of several scripts in one label, `alike` for a label of foreign
 *   letters that all look like Latin ones; undefined for all others.
 */
export function doubtHost(host: string, script: string): HostDoubt | undefined {
  if (!host.includes("xn--")) return undefined;
  const shown = domainToUnicode(host);
  if (PHONETIC.test(shown)) return { kind: "alike", shown };
  const labels = shown.split(".").filter((label) => label !== "");
  if (labels.some((label) => !MIXTURES.some((mixture) => mixture.test(label)))) {
    return { kind: "mixed", shown };
  }
  const end = labels.at(-1) ?? "";
  const isAlike = labels.slice(0, -1).some((label) =>
    // Below a name such as `.рф` everybody expects its letters.
    LIKE_LATIN.some((one) => one.script !== script && one.letters.test(label) && isAscii(end)),
  );
  return isAlike ? { kind: "alike", shown } : undefined;
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7E]+$/.test(text);
}
