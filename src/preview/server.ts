/** The preview's server: the test LMS's page, and in frames the packages exactly as they stand in their zips. */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname } from "node:path";
import { previewFiles } from "../assets.ts";
import type { PackageFile } from "../files.ts";
import type { News } from "./news.ts";

/** What is served from now on. */
export interface Shown {
  readonly news: News;
  /** The package of that name, by which files are found as they stand in its zip. */
  readonly packageOf: (name: string) => ServedPackage | undefined;
}

export interface ServedPackage {
  /** `undefined` when it has no such file. */
  file(path: string): Promise<PackageFile | undefined>;
}

export interface PreviewServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Serves this from now on and tells every open page. */
  show(shown: Shown): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".vtt": "text/vtt; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".xml": "text/xml",
  ".xsd": "text/xml",
};
const NOTHING: Shown = {
  news: { title: "", sound: true, findings: "", packages: [] },
  packageOf: () => undefined,
};

/** An answer without a body means that there is nothing at the address. */
interface Answer {
  readonly extension: string;
  readonly body?: string | Uint8Array;
}

/**
 * Starts on this computer alone (127.0.0.1).
 *
 * @param port the first that is tried, 1–65,535; when it is taken, the next free one. 0 takes any free port.
 * @throws Error when no port is free
 */
export async function startServer(port: number): Promise<PreviewServer> {
  const pages = await previewFiles();
  const listeners = new Set<ServerResponse>();
  let shown = NOTHING;
  const server = createServer((request, response) => {
    if (!isForUs(request, server)) return void response.writeHead(403).end();
    const path = pathOf(request);
    if (path === "/news") return listen(response, listeners, shown.news);
    answerTo(path, pages, shown).then(
      (answer) => send(response, answer),
      (error: unknown) => void response.writeHead(500).end(String(error)),
    );
  });
  await listenOn(server, port);
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    show(next) {
      shown = next;
      for (const listener of listeners) listener.write(message(next.news));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Another site's name that points here (DNS rebinding) must not read the course. */
function isForUs({ headers, method }: IncomingMessage, server: Server): boolean {
  const hosts = [`127.0.0.1:${portOf(server)}`, `localhost:${portOf(server)}`];
  return method === "GET" && hosts.includes(headers.host ?? "");
}

function pathOf({ url = "/" }: IncomingMessage): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ""));
  } catch {
    // Not percent-encoded UTF-8: no file has that name.
    return "";
  }
}

async function answerTo(path: string, pages: Awaited<ReturnType<typeof previewFiles>>, shown: Shown): Promise<Answer> {
  const extension = extname(path);
  if (path === "/") return { extension: ".html", body: pages.html };
  if (path === "/preview.js") return { extension, body: pages.script };
  if (path === "/preview.css") return { extension, body: pages.style };
  // A browser asks for it whenever a page is not framed.
  if (path === "/favicon.ico") return { extension, body: "" };
  const [, area, name = "", inside = ""] = /^\/(frame|package)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  const found = shown.packageOf(name);
  if (area === "frame" && found) return { extension: ".html", body: activityPage(name) };
  const file = await found?.file(inside);
  return file ? { extension, body: await bytesOf(file) } : { extension };
}

/** LMSs put a package into a frame of a page of their own, which itself stands in a frame. */
function activityPage(name: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Activity</title>
<link rel="stylesheet" href="/preview.css"></head>
<body class="activity"><iframe title="Activity" src="/package/${name}/index.html"></iframe></body></html>
`;
}

async function bytesOf({ content }: PackageFile): Promise<Uint8Array> {
  return content.kind === "bytes" ? content.bytes : readFile(content.file);
}

function send(response: ServerResponse, { extension, body }: Answer): void {
  if (body === undefined) return void response.writeHead(404).end();
  response.writeHead(200, {
    "Content-Type": TYPES[extension.toLowerCase()] ?? "application/octet-stream",
    "Content-Security-Policy": "default-src 'self'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}

/** Server-sent events (HTML Living Standard 9.2): the news now, and whenever they change. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>, news: News): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(message(news));
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

const message = (news: News): string => `data: ${JSON.stringify(news)}\n\n`;

async function listenOn(server: Server, first: number): Promise<void> {
  for (let port = first; ; port += 1) {
    try {
      return await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          resolve();
        });
      });
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || port >= 65_535) throw error;
    }
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
