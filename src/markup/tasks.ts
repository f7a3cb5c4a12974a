import type { Element, ElementContent } from "./document.ts";
import { addClass, cutStart, walk } from "./tree-walk.ts";

/** `- [ ] to do` and `- [x] done`: a list with one such item is a list of tasks. */
export function shapeTasks(children: readonly ElementContent[]): void {
  walk(children, (list) => {
    if (list.tagName !== "ul" && list.tagName !== "ol") return;
    for (const item of list.children) {
      if (item.type !== "element") continue;
      const first = item.children[0];
      const holder: Element = first?.type === "element" && first.tagName === "p" ? first : item;
      const text = holder.children[0];
      const mark = text?.type === "text" ? /^\s*\[([ xX])\]\s+/.exec(text.value) : null;
      if (mark === null) continue;
      holder.children = cutStart(holder.children, mark[0].length);
      addClass(item, mark[1] === " " ? "open" : "done");
      addClass(list, "tasks");
    }
  });
}
