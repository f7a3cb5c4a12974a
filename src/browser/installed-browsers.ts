/** The paths, in order of preference, at which installers put a browser we can print with. */
export function listUsualPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): readonly string[] {
  if (platform === "darwin") {
    // The user's own applications come after the system's, browser by browser.
    return MAC_PROGRAMS.flatMap((program) => [
      `/Applications/${program}`,
      `${home}/Applications/${program}`,
    ]);
  }
  if (platform === "win32") {
    const bases = WINDOWS_BASES.flatMap((name) => {
      const base = environment[name];
      return base ? [base] : [];
    });
    return WINDOWS_PROGRAMS.flatMap((program) => bases.map((base) => `${base}\\${program}`));
  }
  return LINUX_PROGRAMS;
}

const LINUX_PROGRAMS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/lib/chromium/chromium",
  "/usr/lib64/chromium-browser/chromium-browser",
  "/snap/bin/chromium",
  "/run/current-system/sw/bin/chromium",
  "/usr/bin/microsoft-edge-stable",
  "/usr/bin/microsoft-edge",
  "/opt/microsoft/msedge/msedge",
];

const MAC_PROGRAMS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_BASES = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];

const WINDOWS_PROGRAMS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];
