/** The contact sheet: all pictures on one page, those of one place side by side. */

export interface Picture {
  readonly file: string;
  /** What is on it: `lesson`. */
  readonly scene: string;
  /** How it was looked at: `320-dark`. */
  readonly look: string;
}

/** The HTML of the contact sheet. */
export function contactSheet(pictures: readonly Picture[]): string {
  const scenes = [...new Set(pictures.map(({ scene }) => scene))];
  const sections = scenes.map((scene) => {
    const figures = pictures.filter((picture) => picture.scene === scene).map(figureHtml);
    return `<section><h2>${scene}</h2><div>${figures.join("")}</div></section>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Screenshots</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; background: #eef0f2; color: #1a2530; }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; }
img { max-height: 36rem; max-width: 100%; border: 1px solid #99a; object-fit: contain; }
</style>
<h1>${pictures.length} screenshots</h1>
${sections.join("\n")}
</html>
`;
}

function figureHtml({ file, scene, look }: Picture): string {
  return `<figure><a href="${file}"><img src="${file}" alt="${scene}, ${look}" loading="lazy"></a><figcaption>${look}</figcaption></figure>`;
}
