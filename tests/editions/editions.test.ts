import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { SECRETS, SHOWN } from "./curriculum.ts";
import { epubText, folder, found, pdfText, prepare, readEpub } from "./edition-scene.ts";

prepare();

test("the trainer's edition has every word, the participant's none of the trainers'", async () => {
  const english = SECRETS.filter((word) => word !== "yak-translated-block");
  const inEpub = english.filter((word) => word !== "zebra-session-path");
  assert.deepEqual(found(await epubText("en/locks"), inEpub), inEpub);
  const inPdf = inEpub.filter((word) => word !== "narwhal-image-file");
  assert.deepEqual(found(await pdfText("en/locks"), inPdf), inPdf);
  assert.ok(found(await epubText("es/locks"), SECRETS).includes("yak-translated-block"));
  for (const language of ["en", "es"]) {
    const name = `${language}/locks-participant`;
    assert.deepEqual(found(await epubText(name), SECRETS), [], `${name}.epub`);
    assert.deepEqual(found(await pdfText(name), SECRETS), [], `${name}.pdf`);
  }
  assert.deepEqual(found(await epubText("en/locks-participant"), SHOWN), SHOWN);
  assert.deepEqual(found(await pdfText("en/locks-participant"), SHOWN), SHOWN);
});

test("sums, contents, references and images follow what is left", async () => {
  const trainer = await readEpub("en/locks");
  const participant = await readEpub("en/locks-participant");
  assert.match(trainer["m.xhtml"] ?? "", /85/);
  assert.match(participant["m.xhtml"] ?? "", /<dd>40/);
  const sessions = (files: Record<string, string>) =>
    Object.keys(files).filter((name) => /^s\d/.test(name));
  assert.deepEqual(sessions(trainer), ["s1.xhtml", "s2.xhtml", "s3.xhtml"]);
  assert.deepEqual(sessions(participant), ["s1.xhtml", "s2.xhtml"]);
  assert.match(participant["s2.xhtml"] ?? "", /Homework/);
  const images = (files: Record<string, string>) =>
    Object.keys(files).filter((name) => name.startsWith("images/"));
  assert.deepEqual(images(participant), ["images/key.png"]);
  assert.equal(images(trainer).length, 2);
  assert.match(participant["m.xhtml"] ?? "", /See <span>how to begin<\/span> and <span>the note</);
  assert.match(participant["s1.xhtml"] ?? "", /with <span>care<\/span>/);
  const numbers = (text = "") => text.match(/class="note-number">[^<]*/g)?.length;
  // Footnotes and the address of a link, which stands in a trainer's note.
  assert.equal(numbers(trainer["s1.xhtml"]), 4);
  assert.equal(numbers(participant["s1.xhtml"]), 1);
});

test("the participant's edition says so; in the trainer's it is marked whom a part is for", async () => {
  const trainer = await readEpub("en/locks");
  const participant = await readEpub("en/locks-participant");
  assert.match(participant["title-page.xhtml"] ?? "", /<p class="edition">Participant’s edition</);
  assert.match(participant["package.opf"] ?? "", />Locks \(Participant’s edition\)</);
  assert.match((await pdfText("en/locks-participant")) ?? "", /Participant’s edition/);
  assert.doesNotMatch(trainer["title-page.xhtml"] ?? "", /class="edition"/);
  assert.match(trainer["s2.xhtml"] ?? "", /<p class="audience">For trainers</);
  assert.match(trainer["s3.xhtml"] ?? "", /<p class="audience">For participants</);
  assert.match(
    trainer["s3.xhtml"] ?? "",
    /<aside class="for-participant" role="note" aria-label="For participants"><p class="aside-label">For participants</,
  );
  assert.doesNotMatch(participant["s2.xhtml"] ?? "", /audience|for-participant/);
  const identifier = (files: Record<string, string>) =>
    /urn:uuid:[0-9a-f-]+/.exec(files["package.opf"] ?? "")?.[0];
  assert.notEqual(identifier(trainer), identifier(participant));
});

test("a link to what participants do not have is told where it stands, once", async () => {
  const { note, code } = await runHandpress(["check", folder], { cwd: folder });
  const lines = note.split("\n").filter((line) => /PUB00|HDR040|MRK06/.test(line));
  assert.deepEqual(
    lines.map((line) => line.split(": Unexpected")[0]),
    [
      "en/keys.md:9:18: warning PUB004",
      "en/locks.md:16:16: warning PUB004",
      "en/locks.md:16:57: warning PUB004",
      "es/keys.md:9:1: warning MRK063",
    ],
  );
  assert.equal(code, 0);
  const plain = await runHandpress(["build", folder, "-f", "epub", "-o", join(folder, "other")], {
    cwd: folder,
  });
  assert.doesNotMatch(plain.note, /PUB004/, "the trainer's edition has the place");
});

test("an unknown edition is a fault of the command line", async () => {
  const { code, note } = await runHandpress(["build", "--edition", "student", folder]);
  assert.equal(code, 2);
  assert.match(note, /Unexpected edition `student`, expected trainer, participant or all/);
});

test("list says whom a session is for", async () => {
  const { out } = await runHandpress(["list", folder], { cwd: folder });
  assert.match(out, /45 minutes +rabbit-session-name {2}\(for trainers\)/);
  assert.match(out, /Homework {2}\(for participants\)/);
  const listed = JSON.parse((await runHandpress(["list", folder, "--json"])).out);
  assert.deepEqual(
    listed.modules[0].stages.input.map(({ audience }: { audience?: string }) => audience),
    [undefined, "trainer"],
  );
});
