import { zipSync } from "fflate";
import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";

export const attack: MadeAttack = {
  what: "Pages, programs and archives under the names of pictures",
  says: ["IMG001"],
  files: {
    "page.png": "<!doctype html><script>document.title='RAN-'+'SCRIPT'</script>",
    "book.jpg": `%PDF-1.7\n${CANARIES.metadata}`,
    "archive.gif": zipSync({ "a.txt": Buffer.from(CANARIES.metadata) }),
    "shapes.png":
      "push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 'ephemeral:/etc/passwd'\npop graphic-context",
    "script.webp": "#!/bin/sh\ntouch ran-a-script\n",
    "print.eps": "%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n",
    "empty.png": "",
    "list.png": "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
  },
};
