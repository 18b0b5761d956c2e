import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
};

/** Serves a package's files under the policy that packages are made for; texts are sent gzipped when asked. */
export async function servePackage(files: ReadonlyMap<string, Buffer>, { gzip }: { readonly gzip: boolean }) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://bench").pathname.slice(1) || "index.html";
    const bytes = files.get(path);
    const type = TYPES[extname(path)];
    if (bytes === undefined || type === undefined) return response.writeHead(404).end();
    const packed = gzip && type.startsWith("text/");
    return response
      .writeHead(200, {
        "content-type": type,
        "content-security-policy": "default-src 'self'",
        ...(packed ? { "content-encoding": "gzip" } : {}),
      })
      .end(packed ? gzipSync(bytes) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
