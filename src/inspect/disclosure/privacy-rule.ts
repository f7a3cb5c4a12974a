/** What a stranger may want to know of a file, in the order in which it is told. */
export const TOPICS = {
  where: { label: "Where made", none: "no place is named" },
  who: { label: "Who", none: "nobody is named" },
  fetches: { label: "Fetches", none: "nothing by itself" },
  runs: { label: "Runs", none: "nothing" },
  tracking: { label: "Tracking", none: "nothing that tells copies or readers apart" },
  device: { label: "Made with", none: "no machine or program is named" },
  when: { label: "When", none: "no date" },
  files: { label: "Files within", none: "nothing that has no place there" },
  hidden: { label: "Hidden", none: "nothing" },
  remarks: { label: "Remarks, forms", none: "none" },
  fonts: { label: "Fonts", none: "none" },
  other: { label: "Metadata", none: "nothing else" },
} as const;
export type Topic = keyof typeof TOPICS;

/**
 * `leak`: names somebody, a place or a machine, or reaches out by itself. `notice`: says little
 * alone, and something together with other things. `harmless`: what a book is meant to say.
 */
export type Level = "leak" | "notice" | "harmless";

/** What a file can tell. */
export interface PrivacyRule {
  readonly topic: Topic;
  readonly level: Level;
  /** Stands before the values. */
  readonly what: string;
  readonly advice?: string;
}

export const REMOVE = "Remove it.";

export function leak(topic: Topic, what: string, advice: string): PrivacyRule {
  return { topic, level: "leak", what, advice };
}

export function notice(topic: Topic, what: string): PrivacyRule {
  return { topic, level: "notice", what };
}

export function harmless(topic: Topic, what: string): PrivacyRule {
  return { topic, level: "harmless", what };
}
