import { packOpenDocument } from "./office-files.ts";

export const rels = "word/_rels/document.xml.rels";

export const changed = `w:id="1" w:author="Bo Teapot" w:date="2026-01-02T10:11:12Z"`;

export const odt = (body: string, files = {}) => packOpenDocument("text", body, files);
