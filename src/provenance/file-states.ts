import type { FileState } from "./judge-folder.ts";

/** What is told of a file: of one that is as the list says there is nothing to tell. */
export type ToldState = Exclude<FileState, "same">;

/** What each state is called, and what it means for whoever holds the folder. */
export const FILE_STATES: Readonly<
  Record<ToldState, { readonly word: string; readonly means: string }>
> = {
  changed: {
    word: "changed",
    means:
      "Not what SHA256SUMS says: damaged on the way, or swapped. Get these again, or build them again.",
  },
  unlisted: {
    word: "not in SHA256SUMS",
    means: "A build was stopped, or somebody put these there. Build again, or take them out.",
  },
  misnamed: {
    word: "wrong name",
    means:
      "Listed files under names that say something else of them: another kind, edition, language or book. Give them their own names back.",
  },
  disputed: {
    word: "not clear",
    means:
      "SHA256SUMS and handpress-record.json do not say the same of these: one of the two was changed later. Get the folder again, or build again.",
  },
  unrecorded: {
    word: "not in the record",
    means:
      "SHA256SUMS names these, and handpress-record.json does not say how they were built: somebody added them later. Take them out, or ask who added them.",
  },
  closed: {
    word: "cannot be read",
    means: "Give yourself the right to read these, or copy them anew.",
  },
  outside: {
    word: "leads elsewhere",
    means: "Links to other places, which were not followed. A copy should have none.",
  },
  linked: {
    word: "is a link",
    means:
      "Not a file, but a sign that points to one, and can point elsewhere tomorrow. Take them out, or copy the files themselves.",
  },
  special: {
    word: "is no file",
    means: "A pipe, socket or device, which was not opened. Take these out.",
  },
  renamed: {
    word: "renamed",
    means: "Known by their sums: files of SHA256SUMS under other names.",
  },
  missing: { word: "not here", means: "" },
};

/** In the order in which they are told. */
export const TOLD_STATES = Object.keys(FILE_STATES) as readonly ToldState[];
/** Of those, the reasons for distrust. */
export const WRONG_STATES = TOLD_STATES.filter(
  (state) => state !== "renamed" && state !== "missing",
);
