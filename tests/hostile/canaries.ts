/** Words that stand in files which no book may have anything of. */
export const CANARIES = {
  outside: "heron-of-the-outside",
  inside: "heron-of-the-inside",
  metadata: "heron-of-the-metadata",
} as const;
