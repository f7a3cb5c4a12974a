import type { StructureElement } from "../../../pdf-pages/read-structure.ts";
import type { Report } from "../finding.ts";
import type { PdfDocument } from "../read-document.ts";

type Condition = "09-004" | "09-005" | "09-006" | "09-007" | "09-008";

interface NestingRule {
  readonly condition: Condition;
  /** Types that it may stand in; undefined where it may stand anywhere. */
  readonly parents?: readonly string[];
  /** Types that it may hold; undefined where it may hold anything. */
  readonly children?: readonly string[];
  /** Whether text may stand in it directly. */
  readonly holdsContent: boolean;
}

const rule = (
  condition: Condition,
  parents: string,
  children: string,
  holdsContent = false,
): NestingRule => ({
  condition,
  ...(parents === "" ? {} : { parents: parents.split(" ") }),
  ...(children === "" ? {} : { children: children.split(" ") }),
  holdsContent,
});

/** ISO 32000-1 tables 333, 336, 337 and 338. */
const RULES: Readonly<Record<string, NestingRule>> = {
  Table: rule("09-004", "", "TR THead TBody TFoot Caption"),
  THead: rule("09-004", "Table", "TR"),
  TBody: rule("09-004", "Table", "TR"),
  TFoot: rule("09-004", "Table", "TR"),
  TR: rule("09-004", "Table THead TBody TFoot", "TH TD"),
  TH: rule("09-004", "TR", "", true),
  TD: rule("09-004", "TR", "", true),
  L: rule("09-005", "", "L LI Caption"),
  LI: rule("09-005", "L", "Lbl LBody"),
  LBody: rule("09-005", "LI", "", true),
  TOC: rule("09-006", "", "TOC TOCI Caption"),
  TOCI: rule("09-006", "TOC", "Lbl Reference NonStruct P TOC"),
  Ruby: rule("09-007", "", "RB RT RP"),
  RB: rule("09-007", "Ruby", "", true),
  RT: rule("09-007", "Ruby", "", true),
  RP: rule("09-007", "Ruby", "", true),
  Warichu: rule("09-008", "", "WT WP"),
  WT: rule("09-008", "Warichu", "", true),
  WP: rule("09-008", "Warichu", "", true),
};
const HINTS: Readonly<Record<Condition, string>> = {
  "09-004": "A table holds rows (TR), and a row holds cells (TH, TD).",
  "09-005": "A list (L) holds items (LI), and an item holds its mark (Lbl) and its body (LBody).",
  "09-006": "A table of contents (TOC) holds entries (TOCI), and an entry a reference.",
  "09-007": "A ruby holds its base (RB) and its gloss (RT).",
  "09-008": "A warichu holds its signs (WP) and its text (WT).",
};

/** Whether parts of tables, lists, contents and glosses stand in each other. Checkpoint 9. */
export function checkNesting({ structure }: PdfDocument, report: Report): void {
  for (const element of structure?.elements ?? []) {
    const own = RULES[element.role];
    if (own === undefined) continue;
    const { condition, parents, children, holdsContent } = own;
    const hint = HINTS[condition];
    const name = `<${element.role}>`;
    const parent = parentOf(element);
    if (parents !== undefined && !parents.includes(parent?.role ?? "")) {
      const where = parent === undefined ? "at the top" : `in <${parent.role}>`;
      const message = `Unexpected ${name} ${where}, expected it in ${nameTypes(parents)}`;
      report(condition, element.page, message, hint);
    }
    if (children !== undefined) {
      for (const child of childrenOf(element)) {
        if (children.includes(child.role)) continue;
        // A part that stands in the wrong place says so itself.
        if (RULES[child.role]?.parents !== undefined) continue;
        const message = `Unexpected <${child.role}> in ${name}, expected ${nameTypes(children)}`;
        report(condition, child.page ?? element.page, message, hint);
      }
      if (!holdsContent && contentOf(element) > 0) {
        const message = `Unexpected content directly in ${name}, expected ${nameTypes(children)}`;
        report(condition, element.page, message, hint);
      }
    }
  }
}

/** What has no meaning of its own is looked through. */
function parentOf(element: StructureElement): StructureElement | undefined {
  let parent = element.parent;
  while (parent?.role === "NonStruct") parent = parent.parent;
  return parent;
}

/** The kids of an element; what has no meaning of its own is looked through. */
export function childrenOf(element: StructureElement): readonly StructureElement[] {
  return element.children.flatMap((child) =>
    child.role === "NonStruct" ? childrenOf(child) : [child],
  );
}

function contentOf(element: StructureElement): number {
  const within = element.children.filter(({ role }) => role === "NonStruct");
  return within.reduce((sum, child) => sum + contentOf(child), element.ownContent);
}

function nameTypes(types: readonly string[]): string {
  const names = types.map((type) => `<${type}>`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} or ${last}`;
}
