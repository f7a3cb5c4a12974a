/** Codes of the curriculum stage: links between the pages of a curriculum. */
export const CURRICULUM_CODES = {
  LNK001: "two pages of one language have the same permalink",
  LNK002: "a module links a session that is not there",
  LNK003: "a module lists a session without an address",
  LNK004: "a module lists another module as a session",
  LNK005: "a module lists no sessions",
  LNK006: "a module lists a session twice",
  LNK007: "an address belongs to more than one page",
  LNK008: "a module's folder holds sessions that no module lists",
  LNK009: "a redirect has the address of another page",
  LNK010: "a renamed permalink leads nowhere",
  LNK020: "the letters of a page are none of its language",
  LNK021: "pages of a translation are not translated",
  LNK022: "pages in a script name no language",
} as const;

export type CurriculumCode = keyof typeof CURRICULUM_CODES;
