import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { EMBEDDED_VERSION } from "../../src/browser/embedded-files.ts";
import {
  findBrowser,
  foreseeIdentity,
  type Machine,
  nameEmbedded,
} from "../../src/browser/find-browser.ts";

const EMBEDDED = {
  executablePath: "/cache/chromium",
  libraryFolder: "/cache/lib",
  version: "153.0.0",
};

/** A machine on which just these files are. */
function machine(files: readonly string[], changes: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    architecture: "x64",
    environment: {},
    home: "/home/ada",
    exists: (path) => path === "/lib64/ld-linux-x86-64.so.2" || files.includes(path),
    unpackEmbedded: async () => EMBEDDED,
    ...changes,
  };
}

const noPackage = async () => undefined;

async function place(...given: Parameters<typeof findBrowser>): Promise<string> {
  const found = await findBrowser(...given);
  return `${found.source} ${found.executablePath}`;
}

describe("the search for a browser", () => {
  const all = ["/o", "/e", "/p", "/usr/bin/chromium"];
  it("takes the option first", async () => {
    const environment = { HANDPRESS_BROWSER: "/e", PUPPETEER_EXECUTABLE_PATH: "/p" };
    assert.equal(await place({ path: "/o" }, machine(all, { environment })), "option /o");
  });
  it("then our variable, then puppeteer's", async () => {
    const both = { HANDPRESS_BROWSER: "/e", PUPPETEER_EXECUTABLE_PATH: "/p" };
    assert.equal(await place({}, machine(all, { environment: both })), "environment /e");
    const environment = { HANDPRESS_BROWSER: "", PUPPETEER_EXECUTABLE_PATH: "/p" };
    assert.equal(await place({}, machine(all, { environment })), "environment /p");
  });
  it("then the embedded one", async () => {
    assert.equal(await place({}, machine(all)), "embedded /cache/chromium");
  });
  it("tells what was wrong with its cache", async () => {
    const unpackEmbedded = async () => ({ ...EMBEDDED, notes: ["others could write"] });
    const found = await findBrowser({}, machine(all, { unpackEmbedded }));
    assert.deepEqual(found.notes, ["others could write"]);
  });
  it("then an installed one, and says why not the embedded one", async () => {
    const unpackEmbedded = () => Promise.reject(new Error("ENOSPC"));
    const found = await findBrowser({}, machine(all, { unpackEmbedded }));
    assert.equal(found.executablePath, "/usr/bin/chromium");
    assert.match(found.notes.join(), /cannot be unpacked: ENOSPC/);
  });
  it("knows that the embedded one needs glibc and x64", async () => {
    const arm = machine(all, { architecture: "arm64" });
    assert.equal(await place({}, arm), "installed /usr/bin/chromium");
    const musl = machine([], { exists: (path) => path === "/usr/bin/chromium" });
    assert.equal(await place({}, musl), "installed /usr/bin/chromium");
  });
  it("prefers the headless shell to Chrome, Chrome to Chromium, Chromium to Edge", async () => {
    const inOrder = [
      "/usr/bin/chromium-headless-shell",
      "/usr/bin/google-chrome",
      "/usr/bin/chromium",
      "/usr/bin/microsoft-edge",
    ];
    for (let first = 0; first < inOrder.length; first += 1) {
      const files = inOrder.slice(first).reverse();
      const found = await findBrowser({}, machine(files, { unpackEmbedded: noPackage }));
      assert.equal(found.executablePath, inOrder[first]);
    }
  });
  it("looks in both Applications folders of a Mac", async () => {
    const path = "/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium";
    const mac = machine([path], { platform: "darwin", home: "/Users/ada" });
    assert.equal(await place({}, mac), `installed ${path}`);
  });
  it("looks in the program folders of Windows", async () => {
    const path = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const environment = { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
    const windows = machine([path], { platform: "win32", environment });
    assert.equal(await place({}, windows), `installed ${path}`);
  });
});

describe("the browser that will print", () => {
  it("is known before its start only where it is the embedded one", () => {
    assert.equal(foreseeIdentity({}, machine([])), nameEmbedded(EMBEDDED_VERSION));
    assert.equal(foreseeIdentity({ path: "/o" }, machine(["/o"])), undefined);
    for (const name of ["HANDPRESS_BROWSER", "PUPPETEER_EXECUTABLE_PATH"]) {
      assert.equal(foreseeIdentity({}, machine([], { environment: { [name]: "/e" } })), undefined);
    }
    assert.equal(foreseeIdentity({}, machine([], { platform: "darwin" })), undefined);
  });
});

describe("a browser that is not there", () => {
  it("is an error that names the path, and no other browser is taken", async () => {
    for (const [wish, environment, name] of [
      [{ path: "/gone" }, {}, "--browser"],
      [{}, { HANDPRESS_BROWSER: "/gone" }, "HANDPRESS_BROWSER"],
      [{}, { PUPPETEER_EXECUTABLE_PATH: "/gone" }, "PUPPETEER_EXECUTABLE_PATH"],
    ] as const) {
      await assert.rejects(
        findBrowser(wish, machine(["/usr/bin/chromium"], { environment })),
        (error) =>
          error instanceof BrowserError &&
          error.problem === "path" &&
          error.message.includes(`/gone in ${name}`),
      );
    }
  });
  for (const platform of ["linux", "darwin", "win32"] as const) {
    it(`is reported with three ways to get one on ${platform}`, async () => {
      await assert.rejects(
        findBrowser({}, machine([], { platform, unpackEmbedded: noPackage })),
        (error) => {
          assert.ok(error instanceof BrowserError);
          assert.equal(error.problem, "missing");
          assert.equal(error.problem, "missing");
          const text = error.details.join("\n");
          for (const way of [/--browser PATH/, /npm ci/, /install|comes with Windows/]) {
            assert.match(text, way);
          }
          assert.ok(error.details.length >= 4);
          return true;
        },
      );
    });
  }
});
