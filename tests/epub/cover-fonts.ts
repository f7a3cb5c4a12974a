import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CoverFont } from "../../src/font/shape-text.ts";

const { resolve } = createRequire(import.meta.url);

export const COVER_FONTS: readonly CoverFont[] = [
  "@fontsource/source-sans-3/files/source-sans-3-latin-700-normal.woff2",
  "@fontsource/vazirmatn/files/vazirmatn-arabic-700-normal.woff2",
].map((file) => ({ bytes: readFileSync(resolve(file)) }));
