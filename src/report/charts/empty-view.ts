import type { View } from "./chart-spec.ts";

/** What stands where there is nothing to draw: words, for axes without numbers would look like a fault. */
export function emptyView(
  text: string,
  { width = 300, height = 60 }: { width?: number; height?: number } = {},
): View {
  return {
    ...{ width, height, data: { values: [{}] } },
    mark: { type: "text", align: "center", baseline: "middle", limit: width },
    encoding: { text: { value: text } },
  };
}
