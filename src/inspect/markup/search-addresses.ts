import { attributeOf, type XmlNode } from "../../xml/xml-tree.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote, searchLink, tidyAddress } from "../disclosure/search-address.ts";
import { imageTypeOf } from "../image/read-image.ts";
import { searchImage } from "../image/search-image.ts";
import { isKnownName } from "./known-words.ts";

/** Of one attribute. */
const MOST_ADDRESSES = 10_000;

/** Where addresses stand. */
export interface AddressScope {
  readonly findings: PrivacyFindings;
  /** Words that the document shows. */
  readonly printed: ReadonlySet<string>;
  /** Searches a page or sheet that an address holds. */
  open(text: string, mediaType: string): void;
}

/** Several addresses with sizes behind them; a comma may stand without a space (HTML §4.8.4.2.1). */
export function splitList(value: string): readonly string[] {
  return value
    .split(/\s+/)
    .flatMap((one) => (/^data:/i.test(one) ? [one] : one.split(",")))
    .filter((one, at) => at === 0 || !/^[\d.]+[hwx]$/.test(one));
}

/** Values that an attribute takes in turn, as far as they could be addresses. */
export function listAnimated(node: XmlNode, values: string): readonly string[] {
  const isAddress = /href$/.test(attributeOf(node, "attributeName") ?? "");
  return values.split(";").filter((one) => isAddress || /:|url\(|[\\/]{2}/i.test(one));
}

const FOLLOWED = /^(?:https?|ftps?|mailto|tel|sms|urn|doi|isbn|xmpp|geo):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export function searchFollowed(scope: AddressScope, field: string, address: string): void {
  const tidy = tidyAddress(address);
  searchLink(scope.findings, field, address);
  if (/^file:[\\/]{2,}[^\\/]/i.test(tidy)) scope.findings.add("TEL204", field, address);
  else if (!FOLLOWED.test(tidy)) searchHeld(scope, field, address);
}

export function searchSent(scope: AddressScope, field: string, value: string): void {
  const { findings } = scope;
  for (const one of value.split(/\s+/))
    if (isRemote(one) || /^mailto:/i.test(tidyAddress(one))) findings.add("TEL202", field, one);
    else searchHeld(scope, field, one);
}

export function searchLoaded(
  scope: AddressScope,
  node: XmlNode,
  field: string,
  values: readonly string[],
): void {
  if (values.length > MOST_ADDRESSES)
    scope.findings.note("TEL705 manyAddresses", "address", {
      most: MOST_ADDRESSES,
      field,
    });
  for (const value of values.slice(0, MOST_ADDRESSES))
    if (!isRemote(value)) searchInner(scope, field, value);
  const address = values.find(isRemote)?.trim();
  if (address === undefined) return;
  const isTiny = ["width", "height"].every((side) =>
    /^[01](?:px)?$/.test(attributeOf(node, side) ?? ""),
  );
  scope.findings.add(isTiny ? "TEL401" : "TEL201", field, address);
}

/** An address that does not lead out, and is loaded: what lies beside a file is not looked at. */
export function searchInner(scope: AddressScope, field: string, address: string): void {
  const { findings } = scope;
  const tidy = tidyAddress(address);
  // Of a book and the like, each file is looked at.
  if (findings.place === "" && tidy !== "" && !tidy.startsWith("#") && !SCHEME.test(tidy))
    findings.add("TEL705", "file", `${tidy} in ${field}`);
  const name = /^data:/i.test(tidy) ? "" : tidy.split("#").slice(1).join("#");
  if (!isKnownName(name, scope.printed)) findings.add("TEL705", "address", `#${name} in ${field}`);
  searchHeld(scope, field, address);
}

/** An address that is a file itself (RFC 2397), is of no known kind, or tells by its words. */
function searchHeld(scope: AddressScope, field: string, address: string): void {
  const { findings } = scope;
  const tidy = tidyAddress(address);
  if (!/^data:/i.test(tidy)) {
    const scheme = SCHEME.exec(tidy)?.[0];
    if (scheme !== undefined && !/^about:(?:blank|legacy-compat)?$/i.test(tidy))
      findings.add("TEL705", "address", `${scheme} in ${field}`);
    findings.addText(field, address);
    return;
  }
  const data = readDataAddress(tidy);
  const isImage = /^image\/(?!svg)/.test(data?.mediaType ?? "");
  if (data?.bytes === undefined || isImage !== (imageTypeOf(data.bytes) !== undefined))
    findings.add("TEL705", "address", `data:${data?.mediaType ?? ""} in ${field}`);
  else if (isImage) searchImage(findings, data.bytes);
  else scope.open(new TextDecoder().decode(data.bytes), data.mediaType);
}

/** A file within an address (RFC 2397). */
interface DataAddress {
  /** In small letters, without what stands behind it. */
  readonly mediaType: string;
  /** Undefined where it is too large to be looked into, or is not written as its kind is. */
  readonly bytes: Uint8Array | undefined;
}

const LONGEST_HEAD = 300;
const LONGEST = 14_000_000;
/** Kinds that are looked into, and what may stand behind them. */
const KNOWN_HEAD =
  /^(?:image\/(?:png|jpe?g|gif|webp|svg\+xml)|text\/(?:css|html)|application\/xhtml\+xml)(?:;charset=(?:utf-8|us-ascii))?(?:;base64)?$/i;

/** @returns undefined where the address is none of the kind. */
function readDataAddress(address: string): DataAddress | undefined {
  if (!/^data:/i.test(address)) return undefined;
  const comma = address.indexOf(",");
  if (comma < 0 || comma > LONGEST_HEAD) return undefined;
  const head = address.slice("data:".length, comma);
  const mediaType = head.split(";")[0]?.trim().toLowerCase() || "text/plain";
  if (address.length > LONGEST || !KNOWN_HEAD.test(head) || address.includes("#"))
    return { mediaType, bytes: undefined };
  const written = unescapeBytes(address.slice(comma + 1));
  if (!/;base64$/i.test(head)) return { mediaType, bytes: written };
  const bytes = Buffer.from(written.toString(), "base64");
  // Signs that are none of the code would be passed over.
  const isWhole = trimEnd(bytes.toString("base64")) === trimEnd(written.toString());
  return { mediaType, bytes: isWhole ? bytes : undefined };
}

const trimEnd = (code: string) => code.replace(/={1,2}$/, "");

/** Bytes written as `%41`; whatever is no such number stands for itself. */
function unescapeBytes(text: string): Buffer {
  const written = Buffer.from(text);
  if (!written.includes("%")) return written;
  const latin = written.toString("latin1");
  const read = latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(read, "latin1");
}
