import { expect, test } from "vitest";
import { readSourceFiles } from "./source-files.ts";

test("examples of statistics and charts read tables in the way that every dataset has", () => {
  const files = [...readSourceFiles()].filter(([path]) => /^(stats|report)\//.test(path));
  const lines = files.flatMap(([path, text]) =>
    text
      .split("\n")
      .filter((line) =>
        /^ \* .*(\bdataset\.(?!table\()\w|\} = (await|dataset\b)[^(]*open|\} = dataset\b)/.test(line),
      )
      .map((line) => `${path}: ${line}`),
  );
  expect(lines).toEqual([]);
});
