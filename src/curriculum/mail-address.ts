import { composeText } from "../language/text-form.ts";

/** A mail address as books have it. */
export interface MailAddress {
  /** `mailto:`, one recipient, and at most a subject and a body, in this order (RFC 6068 §2). */
  readonly url: string;
  /** What was left out, as it is called in messages; absent where there is nothing. */
  readonly dropped?: readonly string[];
}

/** Neither what parts recipients or fields, nor what could be read as an escape. */
const RECIPIENT = /^[^\s@<>"(),:;?&#%\\[\]\p{C}]+@[\p{L}\p{M}\p{N}.-]+$/u;

const KEPT = ["subject", "body"] as const;

/**
 * Reads what stands behind `mailto:`. Whoever writes by a link sees the first recipient, and should not
 * write to more: copies, further recipients, files and all other fields are left out, however their
 * names are spelt, and so is every line end that is not within the body.
 *
 * @returns undefined where there is no recipient.
 */
export function readMailAddress(text: string): MailAddress | undefined {
  const [whole = "", ...anchor] = text.split("#");
  const [before = "", ...query] = whole.split("?");
  const recipients = decode(before)
    .replace(/^\/\//, "")
    .split(/[,;\r\n]+/)
    .map((one) => composeText(one).replace(/\s+/g, ""))
    .filter((one) => one !== "");
  const [recipient = "", ...others] = recipients;
  if (!RECIPIENT.test(recipient)) return undefined;
  const dropped = new Set(others.length > 0 ? ["further recipients"] : []);
  if (anchor.length > 0) dropped.add("#");
  const fields = new Map<string, string>();
  for (const field of query.join("?").split("&")) {
    const [name = "", ...value] = field.split("=");
    const key = composeText(decode(name))
      .trim()
      .toLowerCase()
      .replace(/^(?:amp;)+/, "");
    if (key === "" && value.length === 0) continue;
    const isKept = KEPT.some((one) => one === key);
    if (isKept && !fields.has(key)) fields.set(key, readText(key, value.join("="), dropped));
    else
      dropped.add(isKept ? `a second \`${key}\`` : `\`${key.replace(/\s+/g, " ").slice(0, 40)}\``);
  }
  const kept = KEPT.flatMap((key) => {
    const value = fields.get(key) ?? "";
    return value === "" ? [] : [`${key}=${encode(value)}`];
  });
  const url = `mailto:${recipient}${kept.length === 0 ? "" : `?${kept.join("&")}`}`;
  return {
    url: new URL(url).href,
    ...(dropped.size === 0 ? {} : { dropped: [...dropped] }),
  };
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readText(key: string, written: string, dropped: Set<string>): string {
  const text = composeText(decode(written));
  if (key === "body") return text.replace(/\r\n?|\n/g, "\r\n").trim();
  if (/[\r\n]/.test(text)) dropped.add("a line end in `subject`");
  return (text.split(/[\r\n]/)[0] ?? "").trim();
}

/** Halves of surrogate pairs cannot be written. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "")).replaceAll("'", "%27");
}
