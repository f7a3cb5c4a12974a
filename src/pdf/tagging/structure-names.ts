import { PDFName } from "@cantoo/pdf-lib";

/** The names of a structure tree's entries, made once: a book has a hundred thousand of them. */
export const A = PDFName.of("A");
export const ID = PDFName.of("ID");
export const K = PDFName.of("K");
export const MCID = PDFName.of("MCID");
export const MCR = PDFName.of("MCR");
export const OBJ = PDFName.of("Obj");
export const OBJR = PDFName.of("OBJR");
export const P = PDFName.of("P");
export const PG = PDFName.of("Pg");
export const S = PDFName.of("S");
export const STM = PDFName.of("Stm");
export const TYPE = PDFName.of("Type");
