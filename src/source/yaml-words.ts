import type { Told } from "../diagnostics/diagnose.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { diagnose } from "./rules.ts";
import type { YamlProblem } from "./yaml.ts";

/** Which text of HDR012 is for which of the parser's codes (`yaml`, ErrorCode). */
const TEXTS = {
  BAD_INDENT: "indent",
  BLOCK_AS_IMPLICIT_KEY: "colon",
  // The parser uses this code for a missing colon as well as for a missing comma.
  MULTILINE_IMPLICIT_KEY: "colon",
  TAB_AS_INDENT: "tab",
  BAD_DQ_ESCAPE: "escape",
  BAD_SCALAR_START: "sign",
  BAD_ALIAS: "sign",
  ALIAS_PROPS: "sign",
  BAD_PROP_ORDER: "sign",
  BAD_TAG: "sign",
  TAG_RESOLVE_FAILED: "sign",
  MULTIPLE_ANCHORS: "sign",
  MULTIPLE_TAGS: "sign",
  MULTIPLE_DOCS: "ruler",
  DUPLICATE_KEY: "twice",
} as const;

/** What the parser found, in words of people who have never heard of YAML: HDR012 or HDR014. */
export function describeYaml({ code, message: found }: YamlProblem, place: Place): Told {
  if (code !== "UNCLOSED") {
    return diagnose(`HDR012 ${isKnown(code) ? TEXTS[code] : "other"}`, place, { found });
  }
  const [kind, end] = closeBracket(found);
  if (kind === undefined) return diagnose("HDR014 quote", place, { sign: found });
  return diagnose(`HDR014 ${kind} bracket`, place, { sign: found, end });
}

function isKnown(code: string): code is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, code);
}

/** What begins with a bracket, and the sign at its end; nothing for a quotation mark. */
export function closeBracket(sign: string) {
  return sign === "[" ? (["list", "]"] as const) : sign === "{" ? (["group", "}"] as const) : [];
}
