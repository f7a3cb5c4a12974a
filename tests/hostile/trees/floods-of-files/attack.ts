import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A thousand pages of one name, and folders within folders",
  says: ["LNK001"],
  files: Object.fromEntries([
    ...Array.from({ length: 1000 }, (_, at) => [
      `en/p${at}.md`,
      `---\ntitle: Same ${at}\npermalink: /same/\n---\n[x](/sane/)\n`,
    ]),
    [`${"d/".repeat(100)}deep.md`, "---\ntitle: Deep\n---\n"],
  ]),
};
