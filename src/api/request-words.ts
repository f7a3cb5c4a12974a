// By which words somebody asks for books: pure, and soon loaded.
export {
  choiceReader,
  readEditions,
  readFormats,
  readLimit,
  readMaxSize,
  readPagesPerSide,
  readParticipants,
  readPercent,
  readSessions,
  readSourceDate,
} from "../build/plan/request-words.ts";
export { readPaper } from "../build/plan/settle-sheets.ts";
export type { BuildRequest, SheetKind } from "../build/request.ts";
export { RequestError } from "../build/request-error.ts";
export { parsePaper } from "../print/paper.ts";
export { listRaised, type SetLimits } from "../source/limits.ts";
export { findNearWord } from "../wording/near-word.ts";
