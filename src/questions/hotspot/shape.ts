/** Regions of a picture, in pixels of the picture's natural size, as HTML's image maps count them. */

export type Shape =
  | { readonly kind: "circle"; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: "rectangle";
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
  | { readonly kind: "polygon"; readonly corners: readonly (readonly [x: number, y: number])[] };

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around a region. */
export function boxOf(shape: Shape): Box {
  if (shape.kind === "rectangle") return shape;
  if (shape.kind === "circle") {
    const { x, y, radius } = shape;
    return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  }
  const [across, down] = [shape.corners.map(([x]) => x), shape.corners.map(([, y]) => y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

/** The region as the `d` of an SVG path (SVG 2, 9.3). */
export function pathOf(shape: Shape): string {
  if (shape.kind === "circle") {
    const { x, y, radius: r } = shape;
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  if (shape.kind === "rectangle") {
    const { left, top, right, bottom } = shape;
    return `M${left} ${top}H${right}V${bottom}H${left}z`;
  }
  return `M${shape.corners.map(([x, y]) => `${x} ${y}`).join("L")}z`;
}

/** Regions from top to bottom, and from left to right where they begin at one height: the order of their letters. */
export function byPosition(a: Shape, b: Shape): number {
  const [one, other] = [boxOf(a), boxOf(b)];
  return one.top - other.top || one.left - other.left;
}
