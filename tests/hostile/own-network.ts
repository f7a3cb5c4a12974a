import { execFileSync, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs a command in a network in which nobody else is, and writes down what the command asked of it:
 *
 *     unshare --map-root-user --net --mount node own-network.ts REPORT PORT COMMAND [ARGUMENT …]
 *
 * We are the resolver of this network, and all its hosts: each name is answered with 127.0.0.1, and
 * there the ports of the web and PORT are open. REPORT gets a line for each question and connection.
 */
const [report = "", port = "", command = "", ...args] = process.argv.slice(2);
const heard: string[] = [];

const folder = mkdtempSync(join(tmpdir(), "handpress-network-"));
replaceSetting("/etc/resolv.conf", "nameserver 127.0.0.1\n");
// Neither a list of hosts nor a service of the machine answers before us.
replaceSetting("/etc/nsswitch.conf", "hosts: dns\n");
execFileSync("ip", ["link", "set", "lo", "up"]);

const resolver = createSocket("udp4");
resolver.on("message", (question, { port: asker }) => {
  heard.push(`name ${readName(question)}`);
  resolver.send(answer(question), asker, "127.0.0.1");
});
await new Promise<void>((settle) => resolver.bind(53, "127.0.0.1", settle));
for (const open of [Number(port), 53, 80, 443]) await listen(open);

const child = spawn(command, args, { stdio: "inherit" });
child.once("close", (code) => {
  writeFileSync(report, heard.map((line) => `${line}\n`).join(""));
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});

function replaceSetting(path: string, text: string): void {
  const own = join(folder, path.slice(path.lastIndexOf("/") + 1));
  writeFileSync(own, text);
  execFileSync("mount", ["--bind", own, path]);
}

async function listen(at: number): Promise<void> {
  const server = createServer((socket) => {
    heard.push(`connection ${at}`);
    socket.on("error", () => {}).end();
  }).listen(at, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
}

/** The first question's name (RFC 1035 §4.1.2). */
function readName(message: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; (message[at] ?? 0) > 0; at += 1 + (message[at] ?? 0)) {
    labels.push(message.toString("latin1", at + 1, at + 1 + (message[at] ?? 0)));
  }
  return labels.join(".");
}

/** The question again, with 127.0.0.1 where an address of four bytes was asked for. */
function answer(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const isForAddress = question.readUInt16BE(end - 4) === 1;
  const header = Buffer.from([
    question[0] ?? 0,
    question[1] ?? 0,
    0x81,
    0x80,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  header[7] = isForAddress ? 1 : 0;
  const address = [0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 127, 0, 0, 1];
  return Buffer.concat([
    header,
    question.subarray(12, end),
    Buffer.from(isForAddress ? address : []),
  ]);
}
