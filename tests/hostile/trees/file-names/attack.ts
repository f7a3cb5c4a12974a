import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Files whose names are markup, commands and devices",
  says: [],
  files: {
    "en/<img src=x onerror=alert(1)>.md": "---\ntitle: a\n---\n[x](/nowhere/)\n",
    "en/$(touch ran-a-command).md": "---\ntitle: b\n---\n[x](/nowhere/)\n",
    "en/-rf.md": "---\ntitle: c\n---\n[x](/nowhere/)\n",
    "en/a\nb\u001b[31m\u202e.md": "---\ntitle: d\n---\n[x](/nowhere/)\n",
    "en/CON.md":
      "---\nlayout: module\ntitle: Device\ninput:\n  - name: Well\n    url: /well/\n---\n",
    "en/AUX .md": "---\ntitle: e\n---\n",
    "en/nul..md": "---\ntitle: f\n---\n",
    "en/..\\..\\outside\\x.md": "---\ntitle: g\n---\n",
    "en/..%2f..%2fx.md": "---\ntitle: h\n---\n",
  },
};
