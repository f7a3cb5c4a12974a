/**
 * What a stranger may want to know of a file, in the order in which it is told: what it is called,
 * what is said where there is nothing, and what a file tells that leaks it.
 */
export const TOPICS = {
  where: { label: "Where made", none: "no place is named", leak: "where it was made" },
  who: { label: "Who", none: "nobody is named", leak: "who made or had it" },
  fetches: { label: "Fetches", none: "nothing by itself", leak: "who reads it, to somebody else" },
  runs: { label: "Runs", none: "nothing", leak: "what it likes, since it runs programs" },
  tracking: {
    label: "Tracking",
    none: "nothing that tells copies or readers apart",
    leak: "who shared or reads it",
  },
  device: {
    label: "Made with",
    none: "no machine or program is named",
    leak: "on what machine it was made",
  },
  when: { label: "When", none: "no date", leak: "when it was made" },
  files: {
    label: "Files within",
    none: "nothing that has no place there",
    leak: "what was left in it",
  },
  hidden: { label: "Hidden", none: "nothing", leak: "what was taken out" },
  remarks: { label: "Remarks, forms", none: "none", leak: "what was remarked or filled in" },
  fonts: { label: "Fonts", none: "none", leak: "its fonts" },
  other: { label: "Metadata", none: "nothing else", leak: "other things" },
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
