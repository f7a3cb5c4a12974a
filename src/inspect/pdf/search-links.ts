import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote, searchLink, tidyAddress } from "../disclosure/search-address.ts";

/** What a click may lead to, and no more. */
const PLAIN_SCHEMES = /^(?:https?|ftp|mailto|tel)$/;
/** Pages of the file itself (ISO 32000-1 table 211). */
const PLAIN_NAMES = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** Tells of an address that a click leads to (ISO 32000-1 §12.6.4.7). */
export function searchUri(findings: PrivacyFindings, address: string): void {
  searchLink(findings, "URI", address);
  const tidy = tidyAddress(address);
  const [, scheme = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(tidy) ?? [];
  switch (scheme.toLowerCase()) {
    case "javascript":
    case "vbscript":
      findings.add("TEL301", "URI", address);
      return;
    case "file":
      findings.add("TEL203", "URI", address);
      return;
    case "":
      if (isRemote(tidy)) findings.add("TEL204", "URI", address);
      else findings.note("TEL705 schemeless", "address", { address });
      return;
  }
  if (!PLAIN_SCHEMES.test(scheme.toLowerCase()))
    findings.note("TEL705 scheme", "address", { scheme, address });
}

/** Tells of what a viewer is asked to do by a name of its menus (§12.6.4.11). */
export function searchNamed(findings: PrivacyFindings, name: string): void {
  if (!PLAIN_NAMES.has(name)) findings.note("TEL705 viewer", "Named", { name });
}
