// Loaded before a program, in each of its threads: writes down whatever it asks of a network.
//
//   NETWORK_TRAP=REPORT node --import ./network-trap.mjs PROGRAM
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

function trap(owner, name, what) {
  const own = owner[name];
  owner[name] = function trapped(...args) {
    const target = describe(args[0]);
    if (target !== undefined) appendFileSync(process.env.NETWORK_TRAP, `${what} ${target}\n`);
    return own.apply(this, args);
  };
}

/** Undefined for a pipe of this machine, such as the runner of TypeScript has. */
function describe(target) {
  // net hands the arguments of `connect` on in a list.
  const [first = target] = Array.isArray(target) ? target : [target];
  if (first?.path) return undefined;
  return typeof first === "object" ? `${first.host ?? ""}:${first.port}` : first;
}

trap(net.Socket.prototype, "connect", "connection");
trap(dgram.Socket.prototype, "send", "datagram");
for (const owner of [dns, dns.promises]) {
  for (const name of Object.keys(owner)) {
    if (/^(?:lookup|lookupService|resolve\w*|reverse)$/.test(name)) trap(owner, name, "name");
  }
}
syncBuiltinESMExports();
