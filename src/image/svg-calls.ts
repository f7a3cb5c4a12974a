import { DEFINITIONS } from "./svg-allow-list.ts";
import { listReferences } from "./svg-references.ts";
import type { SvgNode } from "./svg-tree.ts";

/** Which elements of a drawing are drawn by a reference from something that is drawn. */
export interface Calls {
  readonly called: ReadonlySet<SvgNode>;
  /** They have one of these in them. */
  readonly holders: ReadonlySet<SvgNode>;
  /** What `use` draws once more, and whether it is the outline of a clip path then. */
  readonly used: ReadonlyMap<SvgNode, boolean>;
}

/** @param find the element that has an id. */
export function findCalls(root: SvgNode, find: (id: string) => SvgNode | undefined): Calls {
  const called = new Set<SvgNode>();
  const used = new Map<SvgNode, boolean>();
  const waiting: [node: SvgNode, clips: boolean][] = [[root, false]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, isClip] = next;
    const clips = isClip || node.name === "clipPath";
    for (const { by, id } of listReferences(node)) {
      const target = find(id);
      if (target === undefined) continue;
      const isUse = by === "href" && node.name === "use";
      if (isUse) used.set(target, clips || used.get(target) === true);
      if (called.has(target)) continue;
      called.add(target);
      waiting.push([target, clips && isUse]);
    }
    for (const child of node.children) {
      if (!isAside(child)) waiting.push([child, clips]);
    }
  }
  const holders = new Set<SvgNode>();
  for (const node of called) {
    for (let above = node.parent; above && !holders.has(above); above = above.parent) {
      holders.add(above);
    }
  }
  return { called, holders, used };
}

/** Not drawn where it stands. */
function isAside({ name, style }: SvgNode): boolean {
  return name === "defs" || DEFINITIONS.has(name) || style.get("display") === "none";
}
