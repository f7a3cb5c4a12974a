/** Why a checkpoint of the Matterhorn Protocol matters to who reads, and what a file that keeps it has. */
export interface Checkpoint {
  readonly explanation: string;
  readonly good: string;
}

/** By the first two digits of a condition. */
export const CHECKPOINTS: Readonly<Record<string, Checkpoint>> = {
  "01": {
    explanation:
      "Tags say what each part of a page is: a heading, a paragraph, a picture. What only decorates is marked as an artifact, so that a voice passes over it. Here the two are mixed up, and a voice says too much or too little.",
    good: "All text is tagged, and all decoration is marked as an artifact",
  },
  "02": {
    explanation:
      "A PDF may use names of its own for its tags. It must say which standard tag each of them stands for. Without that a voice does not know what it reads.",
    good: "Each name of its own is mapped to one standard tag",
  },
  "06": {
    explanation:
      "The metadata says what the file is: its title, and that it keeps the rules of PDF/UA. Programs for people who cannot see look there first.",
    good: "Metadata with a title and the mark of PDF/UA",
  },
  "07": {
    explanation:
      "The window should show the title of the document. A voice reads it first. The name of a file says little.",
    good: "A PDF that tells the window to show its title",
  },
  "09": {
    explanation:
      "Tags stand within each other by rules: a row in a table, an item in a list. Here the order is broken, and a voice reads the parts as if they did not belong together.",
    good: "Lists, tables and contents with each part in its place",
  },
  "10": {
    explanation:
      "For each character the file says which letter it is. Here one does not. A voice cannot read it, and search does not find the word.",
    good: "A PDF in which each character can be copied as text",
  },
  "11": {
    explanation:
      "A voice needs to know the language to read words with the right sounds. Here the language of some words is not said.",
    good: "A PDF that says its language, and that of each part in another one",
  },
  "13": {
    explanation: "People who cannot see a picture hear its description. This one has none.",
    good: "A figure with a description of what it shows",
  },
  "14": {
    explanation:
      "People who use a voice go from heading to heading. Headings must begin with the first rank and leave none out.",
    good: "Headings of rank 1, then 2, then 3",
  },
  "15": {
    explanation:
      "A voice reads a cell of a table with its heading. For that each head cell says whether it heads a row or a column.",
    good: "Head cells that say what they head",
  },
  "17": {
    explanation: "A voice cannot read a formula by itself. Words must say what it is.",
    good: "A formula with its words beside it",
  },
  "19": {
    explanation: "A note and its mark find each other by an ID. Each note needs one of its own.",
    good: "Notes with different IDs",
  },
  "20": {
    explanation:
      "A file with layers says which ones are shown, under a name that people can choose. Layers must not switch by themselves.",
    good: "Layers with names, none of which switches by itself",
  },
  "21": {
    explanation:
      "A file is attached, and has no name. People cannot tell what it is before they open it.",
    good: "An attached file with its name",
  },
  "25": {
    explanation:
      "The form is drawn by a program while it is read. Programs for people who cannot see do not know it.",
    good: "A plain PDF form, or none",
  },
  "26": {
    explanation:
      "A lock on the file can keep out the programs that read aloud. Take the lock away, or allow them.",
    good: "A PDF without a lock",
  },
  "28": {
    explanation:
      "Links, notes and fields lie over the page. Each needs a tag, and words that say what it is; the Tab key goes through them in the order of reading.",
    good: "Links with a description, each in its tag",
  },
  "30": {
    explanation:
      "The file draws a page of another file, or draws a tagged part twice. A voice would read the wrong thing, or one thing twice.",
    good: "A PDF in which each part stands once",
  },
  "31": {
    explanation:
      "A font says which letter each of its signs is, and is stored in the file. Without that people see wrong letters or boxes, and a voice reads wrong ones.",
    good: "A PDF with its fonts in it, which say which letters they draw",
  },
};
