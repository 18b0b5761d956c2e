import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { textFile } from "../../../src/files.ts";
import type { News } from "../../../src/preview/news.ts";
import { type PreviewServer, startServer } from "../../../src/preview/server.ts";

const FILES = [textFile("index.html", "<!doctype html><title>A</title>"), textFile("content/plan.js", "plan();")];
const NEWS: News = { title: "Demo", sound: true, findings: "", packages: [] };

let server: PreviewServer;
beforeEach(async () => {
  server = await startServer(0);
  server.show({
    news: NEWS,
    packageOf: (name) =>
      name === "demo-1" ? { file: async (path) => FILES.find((file) => file.path === path) } : undefined,
  });
});
afterEach(() => server.close());

const get = (path: string) => fetch(server.origin + path);

/** A request whose path and host `fetch` would correct. */
function raw(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(server.origin, { path, headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

test("a package's files are served as they are, under a strict policy", async () => {
  const page = await get("/package/demo-1/index.html");
  expect(await page.text()).toBe("<!doctype html><title>A</title>");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toBe("default-src 'self'");
  expect((await get("/package/demo-1/content/plan.js?x=1")).headers.get("content-type")).toMatch(/^text\/javascript/);
});

test("the package stands in a frame of a page of its own", async () => {
  expect(await (await get("/frame/demo-1")).text()).toContain('src="/package/demo-1/index.html"');
});

test.each([
  "/package/demo-1/",
  "/package/demo-1/other.js",
  "/package/demo-1/../../package.json",
  "/package/demo-1/%2e%2e/%2e%2e/package.json",
  "/package/other/index.html",
  "/frame/other",
  "/package",
  "/%ff",
])("nothing stands at %s", async (path) => {
  expect(await raw(path)).toBe(404);
});

test("nobody comes in by another name, and nothing can be sent", async () => {
  expect(await raw("/", { host: "evil.example" })).toBe(403);
  expect(await raw("/", {}, "POST")).toBe(403);
  expect(await raw("/")).toBe(200);
});

test("it listens on this computer alone, and takes the next port when one is taken", async () => {
  const taken = Number(new URL(server.origin).port);
  const second = await startServer(taken);
  expect(new URL(second.origin).hostname).toBe("127.0.0.1");
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(taken);
  await second.close();
});

test("every page hears the news at once and whenever they change", async () => {
  const reader = (await get("/news")).body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<unknown> => JSON.parse(String((await reader?.read())?.value).replace(/^data: /, ""));
  expect(await next()).toEqual(NEWS);
  server.show({ news: { ...NEWS, title: "Changed" }, packageOf: () => undefined });
  expect(await next()).toMatchObject({ title: "Changed" });
});
