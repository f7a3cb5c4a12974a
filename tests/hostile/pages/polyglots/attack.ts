import { zipSync } from "fflate";
import type { MadeAttack } from "../../attack.ts";
import { CANARIES } from "../../canaries.ts";
import { addSegments, draw, makePicture } from "../../images.ts";

export const attack: MadeAttack = {
  what: "Pictures that are a page, an archive or a PDF as well",
  says: [],
  files: Promise.all([makePicture(), draw().jpeg().toBuffer(), draw().gif().toBuffer()]).then(
    ([png, jpeg, gif]) => ({
      "page.png": Buffer.concat([
        png,
        Buffer.from(`<html><script>document.title='RAN-'+'SCRIPT'</script>${CANARIES.metadata}`),
      ]),
      "archive.png": Buffer.concat([
        png,
        zipSync({ "canary.txt": [Buffer.from(CANARIES.metadata), { level: 0 }] }),
      ]),
      "book.jpg": addSegments(jpeg, [
        [0xfe, `%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(${CANARIES.metadata})>>>>endobj`],
      ]),
      "script.gif": Buffer.concat([gif, Buffer.from(`;/*${CANARIES.metadata}*/=1;alert(1)`)]),
    }),
  ),
};
