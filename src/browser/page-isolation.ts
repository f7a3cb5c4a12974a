import type { HTTPRequest, Page } from "puppeteer-core";
import type { PrintRequest } from "./browser.ts";

/** The address of every document; the name `invalid` is reserved and never resolves (RFC 2606). */
const ORIGIN = "https://book.invalid/";
export const DOCUMENT_ADDRESS = ORIGIN;

/**
 * As a header, not as a `meta`: it holds before the first byte is parsed, and `sandbox` (which a
 * `meta` cannot say) stops scripts, forms, plug-ins and navigation.
 */
const POLICY = [
  "sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src https://book.invalid data:",
  "font-src https://book.invalid data:",
].join("; ");

/** Answers a page's requests from memory, and notes what was asked for beyond it. */
export interface PageIsolation {
  /** Begins to serve another document, with an empty list of refusals. */
  serve(request: PrintRequest): void;
  /** Addresses that the document asked for and that are not its own, in the order of asking. */
  readonly refused: readonly string[];
}

/** Closes a page: no script, and no request that reaches further than our memory. */
export async function isolatePage(page: Page): Promise<PageIsolation> {
  let served: PrintRequest = { html: "", assets: new Map() };
  let refused: string[] = [];
  const refuse = (address: string) => {
    const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address;
    if (!refused.includes(shown)) refused.push(shown);
  };
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType("print");
  // Also turns the cache off: two books may both have an `images/1.png`.
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    // A request of a page that was closed meanwhile cannot be answered, and need not be.
    void answer(page, request, served, refuse).catch(() => {});
  });
  page.on("popup", (popup) => {
    refuse(popup?.url() ?? "a window");
    void popup?.close().catch(() => {});
  });
  return {
    serve: (request) => {
      served = request;
      refused = [];
    },
    get refused() {
      return refused;
    },
  };
}

async function answer(
  page: Page,
  request: HTTPRequest,
  served: PrintRequest,
  refuse: (address: string) => void,
): Promise<void> {
  const address = request.url();
  if (address === "about:blank") return request.continue();
  // A theme's own ornament, written into its stylesheet: nothing leaves the document.
  if (address.startsWith("data:image/") && !request.isNavigationRequest())
    return request.continue();
  if (address === DOCUMENT_ADDRESS && request.isNavigationRequest()) {
    // Only the whole page: a frame that shows the document again is not asked for by us.
    if (request.frame() === page.mainFrame())
      return respond(request, "text/html; charset=utf-8", served.html);
  }
  const asset = request.method() === "GET" ? findAsset(address, served) : undefined;
  if (asset !== undefined && !request.isNavigationRequest()) {
    return respond(request, asset.mediaType, asset.bytes);
  }
  // Full Chrome asks for it by itself.
  if (address !== `${ORIGIN}favicon.ico`) refuse(address);
  return request.abort("blockedbyclient");
}

function findAsset(address: string, served: PrintRequest) {
  if (!address.startsWith(ORIGIN)) return undefined;
  const path = address.slice(ORIGIN.length).replace(/#.*$/, "");
  const asset = served.assets.get(path);
  if (asset !== undefined) return asset;
  try {
    return served.assets.get(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

function respond(
  request: HTTPRequest,
  mediaType: string,
  body: string | Uint8Array,
): Promise<void> {
  return request.respond({
    status: 200,
    contentType: mediaType,
    headers: {
      "Content-Security-Policy": POLICY,
      // The sandboxed document has an opaque origin; without this its fonts fall back silently.
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
    body,
  });
}
