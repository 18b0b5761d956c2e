/** Serves one unzipped package below `/package/`, and around it the page of the test LMS. */
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".xml": "text/xml",
  ".xsd": "text/xml",
};
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test LMS</title>` +
  `<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style></head><body>${body}</body></html>`;

export interface Served {
  readonly origin: string;
  /** Shows another unzipped package from now on. */
  show(folder: string): void;
  close(): Promise<void>;
}

async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/lms/host.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** Starts a server on a free port. */
export async function serve(): Promise<Served> {
  const script = await hostScript();
  let folder = "";
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/") return send(response, ".html", page(`<script src="/host.js"></script>`));
    if (path === "/host.js") return send(response, ".js", script);
    if (path === "/frame")
      return send(response, ".html", page(`<iframe title="Activity" src="/package/index.html"></iframe>`));
    // A browser asks for it whenever a page is not framed; it is the LMS's own affair.
    if (path === "/favicon.ico") return send(response, ".ico", "");
    const inside = normalize(path.slice("/package/".length));
    if (!path.startsWith("/package/") || inside.startsWith("..")) return missing(response);
    readFile(join(folder, inside)).then(
      (bytes) => {
        response.setHeader("Content-Security-Policy", "default-src 'self'");
        send(response, extname(path), bytes);
      },
      () => missing(response),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: originOf(server),
    show(next) {
      folder = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

function send(response: ServerResponse, extension: string, body: string | Uint8Array): void {
  response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
  response.end(body);
}

function missing(response: ServerResponse): void {
  response.statusCode = 404;
  response.end();
}
