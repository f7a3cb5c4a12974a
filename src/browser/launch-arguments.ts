export interface LaunchOptions {
  /** The browser's private profile folder. */
  readonly profile: string;
  /** False as root, and where the kernel gives no user namespaces. */
  readonly sandbox: boolean;
}

/**
 * Every argument the browser gets. None of puppeteer's own defaults is used: some of them open
 * features that a print has no need of. The network arguments are one half of the isolation, the
 * other half is in `page-isolation.ts`; each closes a way that the others leave open.
 */
export function listLaunchArguments(options: LaunchOptions): readonly string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${options.profile}`,
    ...(options.sandbox ? [] : ["--no-sandbox"]),
    // No name is ever resolved, that of the proxy included; loopback goes to the proxy as well.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://proxy.invalid:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--no-pings",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--password-store=basic",
    "--use-mock-keychain",
    `--disable-features=${DISABLED_FEATURES.join(",")}`,
    // A container's /dev/shm is often 64 MB, and a renderer that fills it dies.
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--mute-audio",
    "--hide-scrollbars",
    // A page in the background prints as fast as one in front.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-hang-monitor",
    // The same glyph positions on every machine.
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--lang=en-US",
    "about:blank",
  ];
}

const DISABLED_FEATURES = [
  "AcceptCHFrame",
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "InterestFeedContentSuggestions",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PreconnectToSearch",
  "Prerender2",
  "SpeculationRulesPrefetchFuture",
  "Translate",
];
