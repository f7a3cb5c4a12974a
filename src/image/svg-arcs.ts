/** An elliptical arc of a path (SVG 1.1 §8.3.8); angles in degrees, `y` goes down. */
export interface Arc {
  readonly radii: readonly [number, number];
  readonly rotation: number;
  readonly isLarge: boolean;
  readonly isSwept: boolean;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** So much less than half an ellipse is half an ellipse. */
const HALF = 1e-6;
/** An arc that is nearly half an ellipse, or nearly all of it, moves by much more than its numbers do. */
const NEARLY = 0.02;

/** How an arc stands to half an ellipse; `nearly` where rounding would show. */
export function compareToHalf(arc: Arc): "half" | "nearly" | "other" {
  const { length } = halfChord(arc);
  if (1 - length < HALF) return "half";
  return 1 - length < NEARLY || (arc.isLarge && length < NEARLY) ? "nearly" : "other";
}

/** The ends of an arc, as far from each other as its ellipse is wide, or farther. */
export function reachesHalf(arc: Arc): boolean {
  return halfChord(arc).length >= 1;
}

/** Half the way between its ends, as if the ellipse were a circle of radius 1; its square is `length`. */
function halfChord({ radii: [rx, ry], rotation, from, to }: Arc) {
  const [sine, cosine] = turnOf(rotation);
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [(cosine * dx + sine * dy) / rx, (cosine * dy - sine * dx) / ry];
  return { x, y, length: x * x + y * y };
}

function turnOf(degrees: number): readonly [sine: number, cosine: number] {
  return [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
}

/** The point halfway on an arc that is less than half an ellipse, or more (SVG 1.1 §F.6.5). */
export function halveArc(arc: Arc): readonly [number, number] {
  const { radii, rotation, isLarge, isSwept, from, to } = arc;
  const { x, y, length } = halfChord(arc);
  const away = Math.sqrt(Math.max(0, 1 / length - 1)) * (isLarge === isSwept ? -1 : 1);
  const centre = [away * y, -away * x] as const;
  // From the centre at a right angle to the chord, on the side where the arc is.
  const side = (isSwept ? -1 : 1) / Math.sqrt(length);
  const [unitX, unitY] = [centre[0] + side * y, centre[1] - side * x];
  const [sine, cosine] = turnOf(rotation);
  const [across, down] = [unitX * radii[0], unitY * radii[1]];
  return [
    cosine * across - sine * down + (from[0] + to[0]) / 2,
    sine * across + cosine * down + (from[1] + to[1]) / 2,
  ];
}
