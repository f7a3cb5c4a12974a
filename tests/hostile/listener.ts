import { createSocket } from "node:dgram";
import { type AddressInfo, createServer } from "node:net";

/** Whatever reaches this machine's own address, by TCP and by UDP. */
export interface Listener {
  readonly port: number;
  /** The first line of every connection, which names the attack; `udp` for a datagram. */
  readonly heard: string[];
  close(): void;
}

/**
 * Listens on 127.0.0.1, at one port for TCP and UDP. It cannot be the system's resolver: that no name
 * is looked up shows in that `localhost` is not reached, and in runs without any network.
 */
export async function openListener(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    const at = heard.push("a connection") - 1;
    socket.once("data", (data) => {
      heard[at] = data.toString("latin1").split("\r\n")[0] ?? "";
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    socket.on("error", () => {});
  }).listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket("udp4").on("message", () => heard.push("udp"));
  await new Promise<void>((settle) => datagrams.bind(port, "127.0.0.1", settle));
  return {
    port,
    heard,
    close: () => {
      server.close();
      datagrams.close();
    },
  };
}
