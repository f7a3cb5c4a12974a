/** What the edge can find: EDG, the machine's files; IMG, images; OUT, the output. */
export const EDGE_CODES = {
  EDG001: "a folder or file of the curriculum cannot be read",
  EDG002: "a link in the curriculum leads out of it",
  EDG003: "the folder holds no pages",
  EDG004: "what lies in the curriculum is a pipe, a socket or a device",
  OUT001: "a book cannot be written",
  OUT002: "a book cannot be printed",
  OUT003: "sums or a record of earlier builds cannot be read",
  OUT004: "a book of an earlier build was changed",
  OUT010: "pages lack words of the book",
} as const;
