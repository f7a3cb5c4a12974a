import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markArtifacts } from "../../src/pdf/tagging/mark-artifacts.ts";
import { readMarkedContent } from "../../src/pdf/tagging/read-marked-content.ts";

/** A stream of these lines, marked; with what has an MCID of the list as decoration. */
function mark(lines: readonly string[], decorations: readonly number[] = []): readonly string[] {
  const bytes = Buffer.from(lines.join("\n"), "latin1");
  const marked = readMarkedContent(bytes, 800, (name) => name === "Tagged");
  const written = markArtifacts(bytes, marked, new Set(decorations), []);
  return Buffer.from(written).toString("latin1").split("\n");
}

const TEXT = ["BT", "/F1 9 Tf", "1 0 0 1 50 780 Tm", "<01> Tj", "ET"];

describe("artifacts", () => {
  it("are head, foot and margin by their place, before the page is clipped", () => {
    const foot = TEXT.map((line) => line.replace("780", "20"));
    const turned = TEXT.map((line) => line.replace("1 0 0 1", "0 1 -1 0"));
    const lines = mark([...TEXT, ...foot, ...turned, "0 0 9 9 re", "W n", ...TEXT]);
    assert.deepEqual(
      lines.filter((line) => line.startsWith("/Artifact")),
      [
        "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
        "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
        "/Artifact <</Type /Pagination>> BDC",
        "/Artifact BMC",
      ],
    );
  });

  it("hold a whole path, and no clipping", () => {
    assert.deepEqual(mark(["0 0 9 9 re", "W* n", "q", "1 1 m", "2 2 l", "S", "Q"]), [
      "0 0 9 9 re",
      "W* n",
      "q",
      "/Artifact BMC",
      "1 1 m",
      "2 2 l",
      "S",
      "EMC",
      "Q",
    ]);
  });

  it("are one where they follow each other in one state", () => {
    const rule = ["0 0 9 1 re", "f"];
    const lines = mark(["/P <</MCID 0>> BDC", "EMC", ...rule, "q", ...rule, "Q", ...rule, ...rule]);
    assert.equal(lines.filter((line) => line.startsWith("/Artifact")).length, 3);
  });

  it("are not around objects with tags of their own", () => {
    const lines = mark(["0 0 9 9 re", "W n", "/Tagged Do", "/Plain Do"]);
    assert.deepEqual(lines.slice(2), ["/Tagged Do", "/Artifact BMC", "/Plain Do", "EMC"]);
  });

  it("take the place of content that says nothing", () => {
    const lines = ["/P <</MCID 0>> BDC", "0 0 9 1 re", "f", "EMC"];
    assert.deepEqual(mark(lines, [0]), ["/Artifact BMC", ...lines.slice(1)]);
  });
});

describe("content", () => {
  it("ends where its graphics state does, unless it goes on behind", () => {
    const begun = ["q", "/P <</MCID 0>> BDC", ...TEXT, "Q", "q", "0 0 0 rg"];
    const ended = mark([...begun, "EMC", "Q"]);
    assert.deepEqual(ended.slice(7, 9), ["EMC", "Q"]);
    assert.equal(ended.filter((line) => line === "EMC").length, 1);
    const goesOn = [...begun, ...TEXT, "EMC", "Q"];
    assert.deepEqual(mark(goesOn), goesOn);
  });

  it("is found although strings have operators in them", () => {
    const lines = ["/P <</MCID 0 /ActualText (a \\) BT \\( f)>> BDC", "(EMC f) Tj", "EMC"];
    const marked = readMarkedContent(Buffer.from(lines.join("\n")), 800, () => false);
    assert.deepEqual(
      marked.sequences.map(({ mcid, hasText }) => [mcid, hasText]),
      [[0, true]],
    );
    assert.deepEqual(marked.loose, []);
  });
});
