import assert from "node:assert/strict";
import { test } from "node:test";
import { greyContent } from "../../src/pdf/grey-content.ts";

const grey = (text: string) => {
  const bytes = greyContent(Buffer.from(text, "latin1"));
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("latin1");
};

test("every operator of a colour becomes one of its grey", () => {
  assert.equal(grey("1 0 0 rg 0 1 0 RG"), "\n0.3 g\n0.59 G");
  assert.equal(grey("0 0 0 rg 1 1 1 RG"), "\n0 g\n1 G");
  assert.equal(grey("0 0 0 1 k 0 0 0 0 K 1 0 0 0 k"), "\n0 g\n1 G\n0.7 g");
  assert.equal(grey("/DeviceRGB cs 0 0 1 sc"), "\n/DeviceGray cs\n0.11 sc");
  assert.equal(grey("/CS0 CS .5 .5 .5 SCN"), "\n/DeviceGray CS\n0.5 SCN");
});

test("everything else stays byte by byte", () => {
  assert.equal(grey("q 0.5 g (1 0 0 rg) Tj /Pattern cs /P1 scn % 1 0 0 rg\nQ"), undefined);
  assert.equal(
    grey("q\n1 0 0 1 0 0 cm (a\\)1 0 0 rg) Tj <00ff>  Tj\n.2 .2 .2 rg\n0 0 m f Q"),
    "q\n1 0 0 1 0 0 cm (a\\)1 0 0 rg) Tj <00ff>  Tj\n0.2 g\n0 0 m f Q",
  );
});
