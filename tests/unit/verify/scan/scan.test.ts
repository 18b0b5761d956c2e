import fc from "fast-check";
import { expect, test } from "vitest";
import { classify, resolvePath } from "../../../../src/verify/scan/address.ts";
import { htmlTags } from "../../../../src/verify/scan/html.ts";
import { scan } from "../../../../src/verify/scan/scan.ts";

const codes = (path: string, text: string) => scan(path, text)?.faults.map(({ code }) => code);
const targets = (path: string, text: string) => scan(path, text)?.references.map((reference) => reference.path);

test.each([
  ['<svg><use xlink:href="https://example.org/a.svg#x"/></svg>', "page/external-request"],
  ['<link rel="stylesheet" href="HTTPS://cdn.example.org/a.css">', "page/external-request"],
  ["<img srcset='a.png 1x, //example.org/b.png 2x'>", "page/external-request"],
  ["<template><video poster='https://example.org/a.png'></video></template>", "page/external-request"],
  ["<script src=player.js crossorigin></script>", "page/module-script"],
  ["<a href='jav&#x09;ascript:go()'>x</a>", "page/javascript-url"],
  ["<body onbeforeunload=save()>", "script/unload-listener"],
  ["<IMG SRC=a.png OnError=go()>", "page/inline-handler"],
  ["<svg><style>p{color:red}</style></svg>", "page/inline-style"],
])("finds in %s: %s", (html, code) => {
  expect(codes("index.html", html)).toEqual([code]);
});

test.each([
  "<p>Write onclick= and style= in prose: 5 &lt; 6, or even 5 < 6 style=1.</p>",
  "<!-- <script>alert(1)</script> -->",
  "<a href='https://example.org/'>x</a><a href='mailto:a@example.org'>y</a><a href='#lesson-1'>z</a>",
  "<textarea><p style='x'></textarea>",
  '<script type="application/json">{"a": "<p style=1>"}</script>',
  '<p title="javascript: is a language">data: too</p>',
])("finds nothing in %s", (html) => {
  expect(codes("index.html", html)).toEqual([]);
});

test("an inline script is looked into", () => {
  expect(codes("a.html", "<script>fetch('x')</script>")).toEqual(["page/inline-script", "script/network"]);
});

test("a drawing in its own file may be styled but not run or load", () => {
  expect(
    codes("a.svg", '<svg style="fill:red"><style>a{}</style><image href="data:image/png;base64,x"/></svg>'),
  ).toEqual([]);
  expect(codes("a.svg", '<svg onload="go()"><image href="https://example.org/x.png"/></svg>')).toEqual([
    "page/inline-handler",
    "page/external-request",
  ]);
});

test("style sheets are read for addresses", () => {
  const css = `/* url(https://example.org/no.png) */ @import "more.css"; a{background:url( 'img/a b.png?x#y' )} b{background:url(data:x)}
    c{background:url(//example.org/x.png)} d{mask:url(#clip)}`;
  expect(codes("player.css", css)).toEqual(["page/data-uri", "page/external-request"]);
  expect(targets("player.css", css)).toEqual(["more.css", "img/a b.png"]);
});

test("content scripts are read as calls, and their HTML as pages shown from the root", () => {
  const lesson = `coursewright("lesson", 12, ${JSON.stringify('<p style="x">(“)”</p><img src="media/a.png">')});`;
  const checks = `coursewright("checks", 12, {"questions":[{"description":"What does <script>alert(1)</script> do?","key":{"choices":[{"text":"<b style='x'>"}]},"sentence":"<b onclick='x'>y</b>"}]});`;
  const found = scan("content/lesson-12.js", `${lesson}\n${checks}\n`);
  expect(found?.faults.map(({ code, line }) => [code, line])).toEqual([
    ["page/inline-style", 1],
    ["page/inline-handler", 2],
  ]);
  expect(found?.references).toEqual([{ path: "media/a.png", base: "index.html", line: 1, column: 1 }]);
});

test("a plan's texts are plain, and its scripts must be there", () => {
  const plan = {
    title: "<script>",
    modules: [{ lessons: [{ ordinal: 1, src: "content/lesson-1.js" }, { ordinal: 2 }] }],
  };
  const found = scan("content/plan.js", `coursewright("plan", 0, ${JSON.stringify(plan)});`);
  expect(found).toEqual({
    faults: [],
    lessons: 2,
    references: [{ path: "content/lesson-1.js", base: "index.html", line: 1, column: 1 }],
  });
});

test.each(['coursewright("plan", 0, {a: 1});', 'coursewright("plan", 0, fetch("x"));', 'coursewright("plan", 0, 1);x'])(
  "%s is no content script",
  (text) => {
    expect(codes("content/plan.js", text)).toEqual(["script/content"]);
  },
);

test("faults stand at their line and column", () => {
  expect(scan("a.html", "<p>\n  <b style='x'>")?.faults).toMatchObject([{ line: 2, column: 6 }]);
});

test.each([
  ["content/a.html", "../media/x.png", "media/x.png"],
  ["index.html", "./a//b", "a//b"],
  ["index.html", "../x", undefined],
  ["index.html", "/x", undefined],
])("from %s, %s leads to %s", (base, path, target) => {
  expect(resolvePath(base, path)).toBe(target);
});

test.each([
  ["a%20b.png?v=1#x", { kind: "relative", path: "a b.png" }],
  ["100%.png", { kind: "relative", path: "100%.png" }],
  ["\\\\server\\x", { kind: "relative", path: "\\\\server\\x" }],
  ["#top", { kind: "other" }],
  ["", { kind: "other" }],
  ["tel:123", { kind: "other" }],
  ["\u0001 JavaScript:x", { kind: "javascript" }],
])("%j is sorted", (address, expected) => {
  expect(classify(address)).toEqual(expected);
});

test("any text can be read as HTML", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "</script>",
    "<script",
    "<!--",
    "-->",
    '"',
    "'",
    "=",
    " ",
    "a",
    "/",
    "&#x41;",
    "&",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      for (const { offset } of htmlTags(text)) expect(text[offset]).toBe("<");
    }),
  );
});
