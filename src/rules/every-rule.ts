import build from "../build/explanations.json" with { type: "json" };
import { EDGE_RULES } from "../build/rules.ts";
import curriculum from "../curriculum/explanations.json" with { type: "json" };
import { CURRICULUM_RULES } from "../curriculum/rules.ts";
import type { Explanation, RuleSeverity, RuleText } from "../diagnostics/rule.ts";
import font from "../font/explanations.json" with { type: "json" };
import { FONT_RULES } from "../font/rules.ts";
import gettext from "../gettext/explanations.json" with { type: "json" };
import { GETTEXT_RULES } from "../gettext/rules.ts";
import image from "../image/explanations.json" with { type: "json" };
import { IMAGE_RULES } from "../image/rules.ts";
import disclosure from "../inspect/disclosure/explanations.json" with { type: "json" };
import type { Level, PrivacyRule } from "../inspect/disclosure/privacy-rule.ts";
import { PRIVACY_RULES, type PrivacyCode } from "../inspect/disclosure/privacy-rules.ts";
import epub from "../inspect/epub/explanations.json" with { type: "json" };
import { EPUB_RULES } from "../inspect/epub/rules.ts";
import inspect from "../inspect/explanations.json" with { type: "json" };
import pdf from "../inspect/pdf/explanations.json" with { type: "json" };
import { PDF_RULES } from "../inspect/pdf/rules.ts";
import { INSPECT_RULES } from "../inspect/rules.ts";
import markup from "../markup/explanations.json" with { type: "json" };
import { MARKUP_RULES } from "../markup/rules.ts";
import provenance from "../provenance/explanations.json" with { type: "json" };
import { PROVENANCE_RULES } from "../provenance/rules.ts";
import publication from "../publication/explanations.json" with { type: "json" };
import { PUBLICATION_RULES } from "../publication/rules.ts";
import source from "../source/explanations.json" with { type: "json" };
import { SOURCE_RULES } from "../source/rules.ts";
import theme from "../theme/explanations.json" with { type: "json" };
import { THEME_RULES } from "../theme/rules.ts";
import translation from "../translation/explanations.json" with { type: "json" };
import { TRANSLATION_RULES } from "../translation/rules.ts";

/** A rule by its code. What a file tells has a level in place of a severity. */
export interface ListedRule extends Explanation {
  readonly code: string;
  readonly severity: RuleSeverity | Level;
  /** Where it comes from: a clause of a standard. */
  readonly clause?: string;
}

/** What one set of codes is about, in the order in which people meet them. */
export interface RuleGroup {
  readonly title: string;
  readonly prefix: string;
}

export const RULE_GROUPS: readonly RuleGroup[] = [
  { prefix: "FIL", title: "Files of the curriculum" },
  { prefix: "HDR", title: "The header of a page" },
  { prefix: "CFG", title: "The configuration, handpress.yaml" },
  { prefix: "LNK", title: "Modules, sessions and languages" },
  { prefix: "MRK", title: "The text of a page" },
  { prefix: "CAT", title: "Catalogues of translations" },
  { prefix: "TRN", title: "Translated editions" },
  { prefix: "IMG", title: "Pictures" },
  { prefix: "FNT", title: "Letters and fonts" },
  { prefix: "PUB", title: "Books and editions" },
  { prefix: "THM", title: "Themes and brands" },
  { prefix: "EDG", title: "Folders and files of the machine" },
  { prefix: "OUT", title: "Writing the books" },
  { prefix: "SUM", title: "Lists of sums" },
  { prefix: "REC", title: "Build records" },
  { prefix: "INS", title: "Files that are inspected" },
  { prefix: "TEL", title: "What a file tells" },
  { prefix: "EPB", title: "EPUB books that are inspected" },
  { prefix: "PDF", title: "PDFs that are inspected" },
];

/** Every rule, in the order of `RULE_GROUPS` and of numbers. */
export function listRules(): readonly ListedRule[] {
  const rules = [
    ...explain(SOURCE_RULES, source),
    ...explain(CURRICULUM_RULES, curriculum),
    ...explain(MARKUP_RULES, markup),
    ...explain(GETTEXT_RULES, gettext),
    ...explain(TRANSLATION_RULES, translation),
    ...explain(IMAGE_RULES, image),
    ...explain(FONT_RULES, font),
    ...explain(PUBLICATION_RULES, publication),
    ...explain(THEME_RULES, theme),
    ...explain(EDGE_RULES, build),
    ...explain(PROVENANCE_RULES, provenance),
    ...explain(INSPECT_RULES, inspect),
    ...listPrivacyRules(),
    ...explain(EPUB_RULES, epub),
    ...explain(PDF_RULES, pdf),
  ];
  const order = new Map(RULE_GROUPS.map(({ prefix }, at) => [prefix, at]));
  const rankOf = ({ code }: ListedRule) => order.get(code.slice(0, 3)) ?? order.size;
  return rules.sort(
    (one, other) => rankOf(one) - rankOf(other) || (one.code < other.code ? -1 : 1),
  );
}

/** A code without an explanation does not compile. */
function explain<Code extends string>(
  table: Readonly<Record<Code, RuleText>>,
  explanations: Readonly<Record<NoInfer<Code>, Explanation & Pick<ListedRule, "clause">>>,
): readonly ListedRule[] {
  return (Object.keys(table) as Code[]).map((code) => {
    return { code, severity: table[code].severity, ...explanations[code] };
  });
}

function listPrivacyRules(): readonly ListedRule[] {
  return (Object.keys(PRIVACY_RULES) as PrivacyCode[]).map((code) => {
    const { level, what, advice }: PrivacyRule = PRIVACY_RULES[code];
    const { explanation, bad, good } = disclosure[code];
    const said = [explanation, advice ?? []].flat().join(" ");
    return { code, severity: level, summary: what, explanation: said, bad, good };
  });
}
