import { overlayFileSystem } from "../support/overlay-file-system.ts";

export const makeBook = (name: string) => ({
  [`${name}/module.md`]: `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /${name}/one/\n---\nText.\n`,
  [`${name}/one.md`]: `---\ntitle: One\npermalink: /${name}/one/\nadids: Input\n---\nText.\n`,
});

export const PAGES = { ...makeBook("locks"), ...makeBook("doors") };

export const inMemory = (files: Readonly<Record<string, string>> = PAGES) =>
  overlayFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`c/${path}`, text])),
  );

export const EPUB = ["build", "c", "--format", "epub"];
