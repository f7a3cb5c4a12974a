import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Headers in languages that are run",
  says: ["HDR002", "HDR003"],
  files: {
    "en/a.md": "---js\nprocess.exit(9)\n---\nText\n",
    "en/b.md": '---json\n{"title": "x"}\n---\nText\n',
    "en/c.md": "---coffee\nprocess.exit 9\n---\nText\n",
    "en/d.md": "---constructor\nx: y\n---\nText\n",
    "en/e.md":
      "---javascript\nrequire('child_process').execSync('touch ran-a-command')\n---\nText\n",
    "en/f.md": "+++\ntitle = 'x'\n+++\nText\n",
  },
};
