import type { TreeAttack } from "../../tree-attack.ts";

export const attack: TreeAttack = {
  what: "Pages in UTF-16, in broken UTF-8, with zeros and marks of order in the middle",
  says: ["FIL002", "FIL004"],
  files: {
    "en/a.md": new Uint8Array(Buffer.from("\ufeff---\ntitle: a\n---\n", "utf16le")),
    "en/b.md": new Uint8Array([
      ...Buffer.from("---\ntitle: b\n---\n"),
      0xc0,
      0xaf,
      0xed,
      0xa0,
      0x80,
      0xff,
    ]),
    "en/c.md": "---\ntitle: c\u0000d\n---\nText\u0000<scr\u0000ipt>\n",
    "en/d.md": "---\ntitle: d\n---\n\ufeff\ufeffText\ufffe\uffff\n",
    "en/e.md": new Uint8Array(5000),
    "en/f.md": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
  },
};
