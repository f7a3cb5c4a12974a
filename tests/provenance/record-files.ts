import { type openWorld, readText } from "./curriculum.ts";

export const SUMS = "output/SHA256SUMS";

export const RECORD = "output/handpress-record.json";

export const both = (fileSystem: ReturnType<typeof openWorld>) => [
  readText(fileSystem, SUMS),
  readText(fileSystem, RECORD),
];
