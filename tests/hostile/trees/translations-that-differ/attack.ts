import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "A translation that claims the place, the language and the stages of others",
  says: ["HDR029", "LNK001"],
  files: {
    "ar/good.md":
      '---\nlayout: module\ntitle: "<script>x</script>"\npermalink: /good/\nlanguage: ../../outside\ninput:\n  - name: "{{{this}}}"\n    url: /well/\n---\nText.\n',
    "es/good.md":
      '---\nlayout: module\ntitle: B\npermalink: /good/\nlanguage: "en\\"onload=x"\n---\nText.\n',
    "en/good.ar.md": "---\nlayout: module\ntitle: C\npermalink: /good/\n---\nText.\n",
  },
};
