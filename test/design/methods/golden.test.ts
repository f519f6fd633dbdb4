import { expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { halton } from "../../../src/design/methods/halton.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import type { SamplingMethod } from "../../../src/design/methods/sampling-method.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { stratified } from "../../../src/design/methods/stratified.ts";

const COLUMNS = [
  { name: "camera_height", distribution: uniform(0, 1) },
  { name: "é", distribution: choice(["a", "b", "c"], { weights: [2, 1, 1] }) },
];

/** A method, the number of rows asked for, and the first four of them. */
const CASES: [string, SamplingMethod, number, number[][]][] = [
  [
    "sobol({ scramble: true })",
    sobol({ scramble: true }),
    4,
    [
      [0.28104247874580324, 0.9519087767694145, 0.6534985983744264, 0.07436384679749608],
      [0.6239161191042513, 0.4070148500613868, 0.9629227281548083, 0.004040593979880214],
    ],
  ],
  [
    "halton({ scramble: true })",
    halton({ scramble: true }),
    4,
    [
      [0.8747832779890896, 0.3747832779890896, 0.6247832779890896, 0.12478327798908961],
      [0.06558946689409545, 0.39892280022742876, 0.7322561335607622, 0.17670057800520655],
    ],
  ],
  [
    "latinHypercube()",
    latinHypercube(),
    4,
    [
      [0.1285260611247303, 0.5865236793152192, 0.933536772313987, 0.29913588424948834],
      [0.4692298481388719, 0.11612192391176249, 0.7269910945803726, 0.9437526094548763],
    ],
  ],
  [
    "latinHypercube({ strength: 2 })",
    latinHypercube({ strength: 2 }),
    4,
    [
      [0.1285260611247303, 0.5865236793152192, 0.933536772313987, 0.29913588424948834],
      [0.4692298481388719, 0.6161219239117625, 0.22699109458037253, 0.9437526094548763],
    ],
  ],
  [
    'latinHypercube({ optimization: "random-cd" })',
    latinHypercube({ optimization: "random-cd" }),
    8,
    [
      [0.5642630305623652, 0.9182618396576097, 0.7167683861569936, 0.030801562164322033],
      [0.3634955472901863, 0.5725653455558566, 0.859614924069436, 0.639305955011805],
    ],
  ],
  [
    'latinHypercube({ optimization: "maximin" })',
    latinHypercube({ optimization: "maximin" }),
    8,
    [
      [0.5642630305623652, 0.9182618396576097, 0.7167683861569936, 0.14956794212474417],
      [0.859614924069436, 0.05806096195588124, 0.3634955472901863, 0.9718763047274381],
    ],
  ],
  [
    "latinHypercube({ nestedFrom: 2 })",
    latinHypercube({ nestedFrom: 2 }),
    4,
    [
      [0.2570521222494606, 0.6730473586304384, 0.8948391629105208, 0.04030604245217734],
      [0.9384596962777438, 0.23224384782352497, 0.5010491141570956, 0.4683186078860181],
    ],
  ],
  [
    "stratified()",
    stratified(),
    4,
    [
      [0.1285260611247303, 0.5865236793152192, 0.933536772313987, 0.29913588424948834],
      [0.42495092588935324, 0.6046763571594068, 0.7736922861636826, 0.21369768506305697],
    ],
  ],
];

it.each(CASES)("the seeded points of %s never change: plans rely on them", (_, method, n, golden) => {
  const points = drawPoints(method, { columns: COLUMNS, n, seed: 42 });
  expect(points.map((column) => Array.from(column.slice(0, 4)))).toEqual(golden);
});
