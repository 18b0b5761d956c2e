import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../../../src/load/yaml.ts";
import { nameFrom, yamlText } from "../../../src/scaffold/names.ts";

test.each([
  ["Which of these are patient identifiers?", "patient-identifiers"],
  ["What do you do first?", "what-do-you-do-first"],
  ["Vital signs", "vital-signs"],
  ["The patient's “blood pressure” is 184/122 mmHg and, rechecked, 186/120", "patients-blood-pressure-184-122"],
  ["Cómo se mide la presión", "como-se-mide-la-presion"],
  ["![A cuff](assets/cuff.svg) [Where](x.md) does it sit?", "cuff-sit"],
  ["7 rights", "question-7-rights"],
  ["脈拍", "question"],
  ["", "question"],
])("%s → %s", (text, name) => {
  expect(nameFrom(text, new Set(), "question")).toBe(name);
});

test("a name is legal, short and never given twice", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 20 }), (texts) => {
      const taken = new Set<string>();
      const names = texts.map((text) => nameFrom(text, taken, "question"));
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,49}$/);
    }),
  );
});

test("a text as YAML is read back as it is", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(fc.constantFrom(..."'\"#: [{&*>|-%@`,\\aé“”"), { minLength: 1 }).map((letters) => letters.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { value } = readYaml(`title: ${yamlText(text)}\n`, { file: "module.yaml" });
      expect(value?.data).toEqual({ title: text });
    }),
    { numRuns: 500 },
  );
});
