import type { PrivacyFindings } from "./privacy-findings.ts";

/** What sites add to an address for the person who shares it. */
const PERSONAL =
  /^(?:fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|li_fat_id|igsh|igshid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id|rb_clickid|s_cid|ml_subscriber(?:_hash)?|ck_subscriber_id|sfmc_sub|si|share_?token|recipient|subscriber|email|mail)$/i;
const CAMPAIGN = /^(?:utm_[a-z]+|mc_cid|campaign(?:_?id)?|pk_[a-z]+|mtm_[a-z]+|ref_src|feature)$/i;
/** Letters and digits as no person writes them. */
const TOKEN = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/;

/** Whether an address leads out of the file and of this machine. */
export function isRemote(address: string): boolean {
  return /^(?:(?:https?|ftps?|wss?|rtsp|smb):|[\\/]{2})/i.test(tidyAddress(address));
}

/** As browsers read it, who pass over tabs and line breaks anywhere, and signs up to the space before it (URL Standard §4.4). */
export function tidyAddress(address: string): string {
  return address.replace(/[\t\n\r]/g, "").replace(/^[^!-\u{10FFFF}]+/u, "");
}

/** Tells of a link that a reader may click: the address alone can name who copied it. */
export function searchLink(findings: PrivacyFindings, field: string, address: string): void {
  if (!isRemote(address)) return;
  const query = address.slice(0, 4000).split("#")[0]?.split("?").slice(1).join("?") ?? "";
  if (query === "") return;
  for (const [name, value] of new URLSearchParams(query)) {
    if (PERSONAL.test(name) && value !== "") findings.add("TEL402", field, address);
    else if (CAMPAIGN.test(name)) findings.add("TEL403", field, address);
    else if (TOKEN.test(value)) findings.add("TEL404", field, address);
  }
}
