import { DEFINITIONS } from "./svg-allow-list.ts";
import { listReferences } from "./svg-references.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

/**
 * The elements that something in a drawing refers to, in the order in which what is painted needs them
 * first. Their own order says nothing, and could number a copy.
 *
 * @param nodes all of the drawing, in its order.
 */
export function orderByUse(
  { root, byId }: SvgTree,
  nodes: readonly SvgNode[],
): ReadonlyMap<SvgNode, number> {
  const order = new Map<SvgNode, number>();
  const kept = new Set(nodes);
  const visit = (node: SvgNode) => {
    for (const { id } of listReferences(node)) {
      const target = byId.get(id);
      if (target === undefined || order.has(target) || !kept.has(target)) continue;
      order.set(target, order.size + 1);
      visit(target);
    }
    for (const child of node.children) {
      if (child.name !== "defs" && !DEFINITIONS.has(child.name)) visit(child);
    }
  };
  visit(root);
  // What only unpainted parts refer to.
  for (const node of nodes) if (DEFINITIONS.has(node.name) || node.name === "defs") visit(node);
  return order;
}

/** The children of an element as they are written: those of `defs` in the order of their use. */
export function orderChildren(
  { name, children }: SvgNode,
  order: ReadonlyMap<SvgNode, number>,
): readonly SvgNode[] {
  if (name !== "defs") return children;
  const ranks = new Map(children.map((child) => [child, rankOf(child, order)]));
  return children.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}

function rankOf(node: SvgNode, order: ReadonlyMap<SvgNode, number>): number {
  let rank = order.get(node) ?? Number.MAX_SAFE_INTEGER;
  for (const child of node.children) rank = Math.min(rank, rankOf(child, order));
  return rank;
}
