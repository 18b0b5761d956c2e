import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptFaults } from "../../../../src/verify/scan/script.ts";
import { scriptTokens } from "../../../../src/verify/scan/script-tokens.ts";

const codes = (text: string) => scriptFaults(text).map(({ code }) => code);
const words = (text: string) => [...scriptTokens(text)].map(({ kind, text: word }) => `${kind} ${word}`);

test.each([
  ["window.onbeforeunload = save", "script/unload-listener"],
  ["addEventListener(`unload`, save)", "script/unload-listener"],
  ['for (const e of ["pagehide", "beforeunload"]) on(e)', "script/unload-listener"],
  ["eval('1')", "script/eval"],
  ["(0, window.eval)('1')||window.eval('1')", "script/eval"],
  ["Function('return this')()", "script/eval"],
  ["setTimeout('go()', 10)", "script/eval"],
  ["document.writeln('x')", "script/document-write"],
  ["const m = await import('./a.js')", "script/dynamic-import"],
  ["self.fetch(url)", "script/network"],
  ["return fetch(url)", "script/network"],
  ["var r=new XMLHttpRequest", "script/network"],
  ["navigator?.sendBeacon(u)", "script/network"],
  [`\`\${fetch(url)}\``, "script/network"],
  [`\`a \${\`b \${alert(1)}\`} c\``, "script/dialog"],
  ["x = a / b; fetch(c) / d", "script/network"],
  ["a++ / fetch(b) / c", "script/network"],
  [`f('(', "{"); \`\${a}\`; fetch(b)`, "script/network"],
  [`const x = { a: \`\${ { b: '}' }.b }\` }; fetch(b)`, "script/network"],
  ["if (x) /fetch(/.test(y); confirm(z)", "script/dialog"],
])("finds in %s: %s", (text, code) => {
  expect(codes(text)).toEqual([code]);
});

test.each([
  "// fetch(url)\n/* eval('x') */",
  "const text = 'Never call eval(x) or fetch(y).'",
  "const text = `alert(1) and beforeunload events`",
  "const pattern = /fetch(\\/)?eval\\(/g",
  "journal.fetch(key)",
  "const dialog = { confirm(text) { return text; } }",
  "function prompt(text) { return text; }",
  "addEventListener('pagehide', save); document.addEventListener('visibilitychange', save)",
  "const label = labels.unloaded + fetched",
  "setTimeout(save, 1000)",
  "const z = a++ / 2 / b",
])("finds nothing in %s", (text) => {
  expect(codes(text)).toEqual([]);
});

test("regular expressions, divisions and templates are told apart", () => {
  expect(words("a / b / c")).toEqual(["word a", "mark /", "word b", "mark /", "word c"]);
  expect(words("return /[/]'/g")).toEqual(["word return", "regex /[/]'/g"]);
  expect(words("if (a) /'/.test(b)")[4]).toBe("regex /'/");
  expect(words("f(a) / 'x'")[4]).toBe("mark /");
  expect(words(`\`a\${{b: \`c\`}}d\``)).toEqual([
    "string a",
    "mark {",
    "word b",
    "mark :",
    "string c",
    "mark }",
    "string d",
  ]);
});

test("any text becomes tokens at rising offsets within it", () => {
  const pieces = fc.constantFrom(
    "'",
    '"',
    "`",
    "${",
    "}",
    "/",
    "*/",
    "/*",
    "//",
    "\\",
    "\n",
    "a",
    "(",
    ")",
    "[",
    "é",
    "1",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      let last = -1;
      for (const { offset } of scriptTokens(text)) {
        expect(offset).toBeGreaterThan(last);
        expect(offset).toBeLessThan(text.length);
        last = offset;
      }
    }),
  );
});
