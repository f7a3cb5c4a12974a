import {
  CONTAINER_NAMES,
  type ContainerLine,
  type OpeningLine,
} from "../markdown/container-lines.ts";
import { findNearWord } from "../wording/near-word.ts";
import { isInline, isStructure, isTextBlock } from "./content-model.ts";
import type { Element, ElementContent, ReaderMark } from "./document.ts";
import { type Findings, quoteText } from "./findings.ts";
import { diagnose } from "./rules.ts";
import { makeElement } from "./tree-builder.ts";
import { isBlank, rewrite, wrap } from "./tree-walk.ts";

/** The mark of a `:::` line in the tree, until its block is made. */
export const CONTAINER = "x-container";

/** The line that a mark stands for; kept beside the tree, which holds texts and numbers only. */
export type ContainerLines = WeakMap<Element, ContainerLine>;

/** Blocks in blocks; more are read as their text. */
const MOST_OPEN = 40;

/** An open block and what has come into it. */
interface Frame {
  readonly mark: Element;
  readonly line: OpeningLine;
  readonly children: ElementContent[];
}

/**
 * Makes boxes of what stands between the `:::name` lines and the lines that close them:
 * `aside.trainer-note`, `aside.for-participant`, `aside.callout`; a `span` of the same class within
 * a line of text. A block ends where the list item or quotation ends in which it was opened.
 *
 * A block for trainers that is not closed takes everything up to the end of the page: too much left
 * out is seen, a trainer's note that gets out is not.
 *
 * Diagnostics: MRK060–MRK064.
 */
export function shapeContainers(
  children: readonly ElementContent[],
  lines: ContainerLines,
  findings: Findings,
): ElementContent[] {
  let runsOn = false;
  const shape = (nodes: readonly ElementContent[], parent: Element | undefined) => {
    const result: ElementContent[] = [];
    const frames: Frame[] = [];
    let surplus = 0;
    const last = () => frames.at(-1)?.children ?? result;
    // One by one: a page's worth of arguments would not fit the stack.
    const add = (found: readonly ElementContent[]) => {
      const into = last();
      for (const one of found) into.push(one);
    };
    const close = (end?: Element) => {
      const frame = frames.pop();
      if (frame !== undefined) add(makeBox(frame, end, parent, findings));
    };
    for (const [index, node] of nodes.entries()) {
      if (node.type !== "element") {
        last().push(node);
        continue;
      }
      const line = lines.get(node);
      if (line?.type === "open") {
        reportName(node, line, findings);
        if (frames.length >= MOST_OPEN) {
          surplus += 1;
          const innermost = frames.pop();
          // Deeper than anybody writes: what is for trainers hides the block around it as well.
          const kept = line.kind === "trainer" ? line : innermost?.line;
          if (innermost !== undefined && kept !== undefined)
            frames.push({ ...innermost, line: kept });
          continue;
        }
        const outer = frames.find((frame) => frame.line.kind === "trainer");
        if (line.kind === "participant" && outer !== undefined)
          findings.add(diagnose("MRK064", findings.placeOf(node)));
        frames.push({ mark: node, line, children: [] });
      } else if (line !== undefined && surplus > 0) {
        surplus -= 1;
      } else if (line !== undefined) {
        const open = frames.at(-1);
        if (open !== undefined && line.colonCount >= open.line.colonCount) close(node);
        else add(leaveStray(node, line, parent, findings));
      } else {
        node.children = shape(node.children, node);
        last().push(node);
        if (!runsOn) continue;
        // What follows an open block for trainers, on this level and on every level above.
        add(wrapRest(withoutMarks(nodes.slice(index + 1)), parent));
        break;
      }
    }
    while (frames.length > 0) {
      const frame = frames.at(-1);
      if (frame !== undefined && !runsOn) reportOpen(frame, findings);
      if (frame?.line.kind === "trainer") runsOn = true;
      close();
    }
    return result;
  };
  return shape(children, undefined);
}

function makeBox(
  { mark, line, children }: Frame,
  end: Element | undefined,
  parent: Element | undefined,
  findings: Findings,
): ElementContent[] {
  if (line.kind === "unknown" && isForSpeakers(line.name))
    findings.unshown.push(markOf("doubt", line, mark));
  if (line.kind === "unknown") return [...labelOf(line, mark, parent), ...children];
  if (!children.some((child) => !isBlank(child))) {
    // By an empty block an author says that there is nothing for trainers here.
    if (line.kind === "trainer") findings.unshown.push(markOf("trainer", line, mark));
    return children;
  }
  const properties: Element["properties"] = { className: classesOf(line) };
  if (line.id !== undefined) properties.id = line.id;
  // An attribute list on the line below belongs to the block, so its last line must be known.
  const start = mark.position?.start;
  const position = start === undefined ? undefined : { start, end: end?.position?.end ?? start };
  if (parent !== undefined && holdsText(parent)) {
    return [makeElement("span", properties, position, children)];
  }
  const label = labelOf(line, mark, parent);
  return [makeElement("aside", properties, position, [...label, ...children])];
}

function markOf(
  kind: ReaderMark["kind"],
  { name }: OpeningLine,
  { position }: Element,
): ReaderMark {
  const { line, column } = position?.start ?? {};
  return { kind, text: quoteText(`:::${name}`), line, column };
}

/** Blocks in which tools for slides keep what only the speaker sees, and those of other leaders. */
function isForSpeakers(name: string): boolean {
  return /^(?:notes|speakers?|presenters?|moderators?|leaders?|teachers?|hosts?)(?![a-z])/i.test(
    name,
  );
}

function labelOf(
  { label }: OpeningLine,
  { position, children }: Element,
  parent: Element | undefined,
): readonly ElementContent[] {
  if (label === "" || (parent !== undefined && holdsText(parent))) return [];
  return [wrap("p", "aside-label", children, position)];
}

function classesOf({ kind }: OpeningLine): string[] {
  if (kind === "trainer") return ["trainer-note"];
  return kind === "participant" ? ["for-participant"] : ["callout", kind];
}

function holdsText({ tagName }: Element): boolean {
  return isTextBlock(tagName) || isInline(tagName);
}

/** Boxes for trainers around nodes with the given parent. */
export function wrapRest(
  nodes: readonly ElementContent[],
  parent: Element | undefined,
): readonly ElementContent[] {
  if (nodes.every(isBlank)) return nodes;
  if (parent === undefined || !isStructure(parent.tagName)) {
    const tag = parent !== undefined && holdsText(parent) ? "span" : "aside";
    return [wrap(tag, "trainer-note", [...nodes])];
  }
  // Items and rows stay what they are; what they hold is the trainers'.
  return nodes.map((node) =>
    node.type === "element"
      ? { ...node, children: [...wrapRest(node.children, node)] }
      : { type: "text", value: "" },
  );
}

function withoutMarks(nodes: readonly ElementContent[]): ElementContent[] {
  return rewrite(nodes, (element) => (element.tagName === CONTAINER ? [] : element));
}

function reportName(
  mark: Element,
  { name, kind, how, colonCount }: OpeningLine,
  findings: Findings,
) {
  const place = findings.placeOf(mark);
  if (kind === "unknown") {
    const near = findNearWord(name.toLowerCase(), CONTAINER_NAMES, 2);
    const block = quoteText(`:::${name}`);
    const values = { block, known: CONTAINER_NAMES.join(", "), near: near ?? "" };
    findings.add(diagnose(`MRK062 ${near === undefined ? "unknown" : "near"}`, place, values));
  } else if (how !== "known" || colonCount < 3) {
    const block = quoteText(`${":".repeat(colonCount)}${name}`);
    findings.add(diagnose("MRK063", place, { block, kind }));
  }
}

/** Two colons are text as likely as not; three and more are nothing that a reader should see. */
function leaveStray(
  mark: Element,
  { colonCount }: ContainerLine,
  parent: Element | undefined,
  findings: Findings,
): readonly ElementContent[] {
  const colons: ElementContent = { type: "text", value: ":".repeat(colonCount) };
  if (colonCount < 3) {
    const isInText = parent !== undefined && holdsText(parent);
    return [isInText ? colons : makeElement("p", {}, mark.position, [colons])];
  }
  findings.add(diagnose("MRK061", findings.placeOf(mark), { colons: colons.value }));
  return [];
}

function reportOpen({ mark, line }: Frame, findings: Findings): void {
  const place = findings.placeOf(mark);
  const colons = ":".repeat(Math.max(3, line.colonCount));
  const values = { block: quoteText(`${colons}${line.name}`), colons };
  findings.add(
    line.kind === "trainer"
      ? diagnose("MRK060 trainer", place, values)
      : { ...diagnose("MRK060 other", place, values), severity: "warning" },
  );
}
