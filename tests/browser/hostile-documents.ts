/** Where a hostile document tries to reach. */
export interface Targets {
  /** `http://127.0.0.1:12345`, where every connection is counted. */
  readonly server: string;
  /** `file:///…/canary.txt`, a file whose text must not be printed. */
  readonly file: string;
}

/** Documents that try to fetch, to send, to run or to read what is not theirs, by what they use. */
export function listHostileDocuments({ server, file }: Targets): ReadonlyMap<string, string> {
  const host = server.replace("http:", "");
  const port = server.replace(/^.*:/, "");
  const bodies: Record<string, string> = {
    image: `<img src="${server}/i.png">`,
    "image set": `<img srcset="${server}/a.png 1x, ${server}/b.png 2x"><picture><source srcset="${server}/c.png"><img></picture>`,
    "image without scheme": `<img src="${host}/i.png">`,
    "image over tls": `<img src="https:${host}/i.png">`,
    "lazy image": `<img loading="lazy" src="${server}/i.png">`,
    "image of a local file": `<img src="${file}">`,
    frame: `<iframe src="${server}/f"></iframe>`,
    "frame with a document": `<iframe srcdoc="<img src='${server}/i.png'><script>fetch('${server}/')</script>"></iframe>`,
    "frame of a local file": `<iframe src="${file}" width="600" height="300"></iframe>`,
    "frame of this document": `<iframe src="https://book.invalid/"></iframe>`,
    object: `<object data="${server}/o" type="text/html"></object>`,
    "object of a local file": `<object data="${file}" type="text/plain"></object>`,
    embed: `<embed src="${server}/e.svg" type="image/svg+xml"><embed src="${file}">`,
    video: `<video autoplay preload="auto" poster="${server}/p.png" src="${server}/v.mp4"></video>`,
    audio: `<audio autoplay preload="auto" src="${server}/a.ogg"></audio>`,
    track: `<video src="data:video/mp4;base64,AAAA"><track default src="${server}/t.vtt"></video>`,
    "style sheet": `<link rel="stylesheet" href="${server}/s.css">`,
    "style import": `<style>@import url("${server}/s.css");</style>`,
    "style background": `<style>body{background:url(${server}/b.png)} p{list-style:url(${server}/l.png)}</style>`,
    "print-only background": `<style>@media print{p{background:url(${server}/b.png)}}</style>`,
    "margin box": `<style>@page{@top-left{content:url(${server}/m.png)}}</style>`,
    cursor: `<style>*{cursor:url(${server}/c.cur),auto}</style>`,
    font: `<style>@font-face{font-family:Far;src:url(${server}/f.woff2)} p{font-family:Far}</style>`,
    "font of a local file": `<style>@font-face{font-family:Near;src:url(${file})} p{font-family:Near}</style>`,
    prefetch: `<link rel="prefetch" href="${server}/p"><link rel="prerender" href="${server}/r">`,
    preload: `<link rel="preload" as="image" href="${server}/p.png"><link rel="modulepreload" href="${server}/m.js">`,
    preconnect: `<link rel="preconnect" href="${server}"><link rel="dns-prefetch" href="//localhost:${port}">`,
    "preconnect by name": `<link rel="preconnect" href="http://localhost:${port}">`,
    icon: `<link rel="icon" href="${server}/favicon.ico"><link rel="manifest" href="${server}/m.json">`,
    refresh: `<meta http-equiv="refresh" content="0;url=${server}/r">`,
    "refresh to a local file": `<meta http-equiv="refresh" content="0;url=${file}">`,
    base: `<base href="${server}/"><img src="i.png"><link rel="stylesheet" href="s.css">`,
    "own policy": `<meta http-equiv="Content-Security-Policy" content="default-src *"><img src="${server}/i.png">`,
    script: `<script>fetch("${server}/");new Image().src="${server}/i.png";document.body.append("RAN-SCRIPT")</script>`,
    "script file": `<script src="${server}/s.js"></script><script type="module">import "${server}/m.js"</script>`,
    handler: `<img src="data:," onerror="document.body.append('RAN-SCRIPT');location='${server}/h'"><details open ontoggle="document.body.append('RAN-SCRIPT')">x</details>`,
    "speculation rules": `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${server}/s"]}]}</script>`,
    form: `<form action="${server}/f" method="post"><input name="a" autofocus><button>x</button></form>`,
    ping: `<a href="#x" ping="${server}/p">x</a><a href="${server}/download" download>d</a>`,
    "svg image": `<svg><image href="${server}/i.png"/><use href="${server}/u.svg#a"/><foreignObject><iframe src="${server}/f"></iframe></foreignObject></svg>`,
    "svg of a local file": `<svg width="300" height="300"><image href="${file}" width="300" height="300"/></svg>`,
    "svg filter": `<svg><filter id="f"><feImage href="${server}/i.png"/></filter><rect filter="url(#f)" width="9" height="9"/></svg><p style="filter:url(${server}/f.svg#f);mask:url(${server}/m.svg#m)">x</p>`,
    "svg script": `<svg onload="document.body.append('RAN-SCRIPT')"><script>document.documentElement.append("RAN-SCRIPT")</script></svg>`,
    "svg in data": `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='${server}/i.png'/%3E%3Cstyle%3E@import url(${server}/s.css)%3C/style%3E%3C/svg%3E">`,
    "style shape": `<p style="shape-outside:url(${server}/s.png);border-image:url(${server}/b.png) 1">x</p>`,
    "link headers": `<link rel="dns-prefetch" href="${server}"><link rel="next" href="${server}/n"><link rel="search" type="application/opensearchdescription+xml" href="${server}/o.xml">`,
  };
  return new Map(
    Object.entries(bodies).map(([name, body]) => [
      name,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body><p>own text</p>${body}</body></html>`,
    ]),
  );
}
