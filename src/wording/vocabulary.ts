/** What the words of a language are listed under; docs/themes.md tells what each is for. */
export const VOCABULARY_KEYS = [
  "trainers",
  "leaders",
  "notes",
  "for",
  "joins",
  "endings",
  "participants",
  "everybody",
  "steps",
  "ordinals",
  "materials",
  "needs",
  "activity",
  "input",
  "deepening",
  "synthesis",
] as const;

export type VocabularyKey = (typeof VOCABULARY_KEYS)[number];

/** Words of one language by which pages say what a part of them is. */
export interface Vocabulary {
  /** Canonical BCP 47 tag. */
  readonly language: string;
  readonly words: Readonly<Partial<Record<VocabularyKey, readonly string[]>>>;
}
