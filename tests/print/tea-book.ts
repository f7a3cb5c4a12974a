import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";

export const session = (language: "en" | "ar") => {
  const body = {
    en: "### Step 1: Fill the kettle\n\nWith water[^1] from the well.\n\n[^1]: Or from the rain.\n\n### Step 2: Wait\n\n| Cup | Sugar |\n|---|---|\n| red | none |\n",
    ar: "### الخطوة 1: املأ الإبريق\n\nبالماء من البئر.\n",
  }[language];
  return `---\nlayout: content-page\ntitle: "Tea"\npermalink: /m/activity/s/\nadids: Activity\nparent: "Kettles"\nduration: 20 minutes\n---\n${body}`;
};

export const MODULE =
  '---\nlayout: module\ntitle: "Kettles"\npermalink: /m/\nactivity:\n  - name: "Tea"\n    url: /m/activity/s/\n---\nAll about tea.\n';

export async function build(theme: string, css = "", language: "en" | "ar" = "en") {
  const fileSystem = overlayFileSystem({
    "handpress.yaml": `title: Kitchen\nlanguage: ${language}\n`,
    [`${language}/m/m.md`]: MODULE,
    [`${language}/m/s.md`]: session(language),
    "own/theme.yaml": "title: Own\ndescription: Own.\nextends: handout\n",
    "own/print.css": css,
  });
  const output = `${MEMORY}/output`;
  const args = ["build", MEMORY, "--format", "pdf", "--theme", theme, "--output", output];
  const { code, note } = await runHandpress(args, { cwd: MEMORY, fileSystem });
  return { code, note, read: () => fileSystem.readFile(`${output}/${language}/m.pdf`) };
}
