import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectFile } from "../../src/inspect/inspect-file.ts";
import { findBookFaults } from "../epub-rules/book-faults.ts";
import { book, codesOf, patch } from "./archive-scene.ts";
import { packFiles, sampleFiles } from "./sample-epub.ts";

test("a file that is no archive, or none at all, is said to be so", () => {
  assert.deepEqual(codesOf(new Uint8Array()), ["INS002"]);
  assert.deepEqual(codesOf(new TextEncoder().encode("%PDX-1.7\0")), ["INS001"]);
  assert.deepEqual(codesOf(new TextEncoder().encode("PK and nothing")), ["EPB001"]);
});

test("a book that is cut off anywhere is damaged, and no defect of ours", () => {
  for (let length = 4; length < book.length; length += 97) {
    assert.deepEqual(codesOf(book.subarray(0, length)), ["EPB001"], `${length} bytes`);
  }
});

test("a changed byte in a packed text is found by its sum", () => {
  const bytes = new Uint8Array(book);
  const at = Buffer.from(book).indexOf("B/b.xhtml") + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  const { diagnostics } = inspectFile(bytes);
  assert.ok(diagnostics.some(({ code, place }) => code === "EPB007" && place.file === "B/b.xhtml"));
});

test("locked files and unknown compression are told, not guessed at", () => {
  assert.ok(codesOf(patch("B/s.css", {}, { 8: 1 })).includes("EPB007"));
  assert.ok(codesOf(patch("B/s.css", {}, { 10: 99 })).includes("EPB007"));
});

test("a mimetype with an extra field is not one", () => {
  const bytes = Buffer.from(book);
  const end = 30 + "mimetypeapplication/epub+zip".length;
  const moved = Buffer.concat([
    bytes.subarray(0, 38),
    Buffer.from([1, 0, 0, 0]),
    bytes.subarray(38, end),
    bytes.subarray(end),
  ]);
  moved.writeUInt16LE(4, 28);
  // Everything behind it begins four bytes later.
  const record = moved.length - 22;
  const directory = moved.readUInt32LE(record + 16) + 4;
  moved.writeUInt32LE(directory, record + 16);
  for (let at = directory, first = true; at < record; first = false) {
    if (!first) moved.writeUInt32LE(moved.readUInt32LE(at + 42) + 4, at + 42);
    at +=
      46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32);
  }
  assert.deepEqual(codesOf(new Uint8Array(moved)), []);
  assert.deepEqual(
    findBookFaults(new Uint8Array(moved)).map(({ code }) => code),
    ["EPB003"],
  );
});

test("a name that differs between header and directory is a trap", () => {
  const bytes = Buffer.from(book);
  bytes.write("B/z.css", bytes.indexOf("B/s.css"));
  const { findings } = inspectFile(new Uint8Array(bytes));
  assert.ok(findings.some(({ code, value }) => code === "TEL704" && value.includes("B/z.css")));
  assert.deepEqual(
    findBookFaults(new Uint8Array(bytes)).map(({ code }) => code),
    ["EPB004"],
  );
});

test("a file that would fill the memory is not unpacked", () => {
  const bomb = packFiles({ ...sampleFiles(), "B/zero.bin": new Uint8Array(40_000_000) });
  const { diagnostics } = inspectFile(bomb);
  const found = diagnostics.find(({ code }) => code === "EPB007");
  assert.match(
    found?.message ?? "",
    /^Unexpected file that unpacks to far too much, expected a part of a book$/,
  );
});

test("an archive that says it is larger than any book is not unpacked at all", () => {
  const bytes = Buffer.from(book);
  const directory = bytes.lastIndexOf("B/s.css") - 46;
  bytes.writeUInt32LE(0x7fffffff, directory + 24);
  assert.deepEqual(codesOf(new Uint8Array(bytes)), ["EPB001"]);
});

test("elements nested without end are refused, not followed", () => {
  const deep = `<html xmlns="http://www.w3.org/1999/xhtml">${"<b>".repeat(200_000)}`;
  const { diagnostics } = inspectFile(packFiles({ ...sampleFiles(), "B/a.xhtml": deep }));
  assert.ok(
    diagnostics.some(({ code, message }) => code === "EPB010" && /deeper than 256/.test(message)),
  );
});

test("entities are refused, wherever they stand", () => {
  const bomb = `<!DOCTYPE html [<!ENTITY a "${"x".repeat(100)}"><!ENTITY b "&a;&a;">]><html>&b;</html>`;
  for (const name of ["B/a.xhtml", "B/p.opf", "B/t.ncx", "META-INF/container.xml"]) {
    assert.ok(codesOf(packFiles({ ...sampleFiles(), [name]: bomb })).includes("EPB011"), name);
  }
});

test("metadata that refines itself in a circle ends", () => {
  const files = sampleFiles();
  files["B/p.opf"] = String(files["B/p.opf"]).replace(
    "<!--metadata-->",
    '<meta id="x" refines="#x" property="role">a</meta><meta id="x" refines="#x" property="role">b</meta>',
  );
  const { facts } = inspectFile(packFiles(files));
  assert.ok(facts.kind === "epub" && facts.metadata.some(({ name }) => name === "role"));
});
