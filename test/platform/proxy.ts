import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Proxy = {
  readonly url: string;
  /** Commits to cut: the server's answer is dropped together with the connection. */
  cuts: number;
  /** While true nothing is passed on, and nothing is closed: a network that swallows packets. */
  blackHole: boolean;
  readonly close: () => Promise<void>;
};

/** A wire between the gateway and its database that can be damaged. */
export async function proxyTo(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let cutting = false;
    const end = (): void => [near, far].forEach((socket) => socket.destroy());
    near.on("data", (bytes) => {
      if (proxy.blackHole) return;
      if (proxy.cuts > 0 && /\0commit\0/.test(bytes.toString("latin1"))) {
        proxy.cuts -= 1;
        cutting = true;
      }
      far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (cutting) end();
      else if (!proxy.blackHole) near.write(bytes);
    });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const proxy: Proxy = {
    url: url.href,
    cuts: 0,
    blackHole: false,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
