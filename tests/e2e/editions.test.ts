/** A Spanish edition beside its base: what its learners meet, and that the two keep their learners' work apart. */
import { expect, test } from "vitest";
import { findings } from "../support/axe.ts";
import { readZip } from "../support/zip.ts";
import { LMSS, room } from "./room.ts";

const course = (language: string, title: string): string => `id: e2e-editions
title: ${title}
language: ${language}
version: "1"
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
grading: { pass: 60, attempts: 2 }
`;

/** A dose with a decimal mark, and two choices. */
const quiz = (stem: string, [other, yes, no]: readonly [string, string, string]): string => `questions:
  - id: dose
    type: numeric
    stem: "${stem} {{5 / 2}} mL?"
    answer: "2.5"
    unit: mL
${["a", "b"].map((id) => `  - id: ${id}\n    stem: "${other} ${id}?"\n    choices: [{ right: ${yes} }, { wrong: ${no} }]\n`).join("")}`;

// Of the two packages of a standard the room serves the first by name, which is the Spanish one.
const { device, open, built } = room({
  "course.yaml": course("en", "First days"),
  "course.es.yaml": course("es", "Primeros días"),
  "basics/module.yaml": "title: Basics\n",
  "basics/module.es.yaml": "title: Bases\n",
  "basics/01-hands.md": "---\ntitle: Hands\nid: hands\n---\n\nClean hands. Read [on](02-gloves.md).\n",
  "basics/01-hands.es.md":
    "---\ntitle: Manos\nid: hands\n---\n\nManos limpias. Siga en [guantes](02-gloves.md).\n\n:::note[Recuerde]\nSiempre.\n:::\n",
  "basics/02-gloves.md": "---\ntitle: Gloves\n---\n\nThen gloves.\n",
  "basics/02-gloves.es.md": "---\ntitle: Guantes\n---\n\nLuego los guantes. Vuelva a [manos](01-hands.es.md).\n",
  "basics/quiz.yaml": quiz("How many mL are", ["Is it", "'Right'", "'Wrong'"]),
  "basics/quiz.es.yaml": quiz("¿Cuántos mL son", ["¿Es", "Cierto", "Falso"]),
});

test.each(LMSS.filter(({ profile }) => profile === "plain"))(
  "$standard: a learner reads and is graded in Spanish",
  async ({ standard, profile }) => {
    const context = await device();

    const { learner, page, record } = await open(context, { standard, profile });
    const { scope, press, heading } = learner;
    await heading("Bases").waitFor();
    expect(await scope.locator("html").getAttribute("lang")).toBe("es");
    await press("Empezar");
    await heading("Manos").waitFor();
    await scope.getByRole("link", { name: "guantes", exact: true }).click();
    await heading("Guantes").waitFor();
    await scope.getByRole("link", { name: "manos", exact: true }).click();
    await heading("Manos").waitFor();
    expect(await findings(page)).toEqual([]);
    await press("Siguiente");
    await press("Siguiente");
    await press("Empezar la prueba");
    for (const number of [1, 2, 3]) {
      await heading(`Pregunta ${number} de 3`).waitFor();
      const legend = await scope.getByRole("group").locator("legend").first().textContent();
      if (legend?.includes("¿Cuántos mL son 2,5 mL?")) await scope.getByRole("textbox").fill("2,5");
      else await scope.getByLabel(legend?.includes("¿Es a?") ? "Cierto" : "Falso").check();
      await press(number < 3 ? "Siguiente" : "Entregar la prueba");
    }
    await scope.getByText(/^Puntuación: 66,66 % \(nota para aprobar: 60 %\)/).waitFor();
    await expect.poll(async () => (await record()).grade).toMatchObject({ score: 66.66 });
    expect((await record()).violations).toEqual([]);
  },
);

test("the manifest is in Spanish and has an identifier of its own", async () => {
  const spanish = built().zip("scorm12");
  const manifests = await Promise.all(
    [spanish, spanish.replace("-es-", "-")].map(async (zip) => (await readZip(zip)).get("imsmanifest.xml")?.toString()),
  );
  const [own = "", base = ""] = manifests;
  expect(own).toContain("<title>Bases</title>");
  expect(base).toContain("<title>Basics</title>");
  const identifierOf = (text: string) => /<manifest[^>]* identifier="([^"]+)"/.exec(text)?.[1];
  expect(identifierOf(own)).toMatch(/^e2e-editions-es-basics-/);
  expect(identifierOf(base)).toMatch(/^e2e-editions-basics-/);
});
