import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { makeTable } from "../../../tables/make-table.ts";
import type { Message } from "../protocol/messages.ts";
import { localRelation } from "./local-relation.ts";
import { project } from "./project.ts";
import { literalPath, sparkPath } from "./spark-path.ts";

/** Spark tells the addresses of files with the characters escaped that an address may not have. */
const PATH = "url_decode(replace(regexp_replace(_metadata.file_path, '^file:/+', 'file:///'), '+', '%2B'))";

/**
 * The rows of files as texts: `file`, as it is spelt in the list, and `content`.
 *
 * @throws {TypeError} When Spark would leave out a file because of its name.
 */
export async function fileRows(name: string, files: readonly string[]): Promise<Message> {
  const hidden = files.find((file) => /^(\.|_[^=]*$)/.test(basename(file)));
  if (hidden !== undefined) {
    throw new TypeError(
      `Cannot read ${hidden} on Spark, which leaves out files whose names begin with "_" or "."`,
    );
  }
  const paths = files.map(sparkPath);
  const read = {
    read: {
      data_source: {
        format: "text",
        schema: "value STRING",
        options: { wholetext: "true" },
        paths: [...new Set(files.map(literalPath))],
      },
    },
  };
  const names = makeTable([
    ["path", paths],
    ["file", files],
  ]);
  const join = {
    left: project(read, [`${PATH} AS path`, "value"]),
    right: localRelation(name, names),
    join_type: "LEFT_OUTER",
    using_columns: ["path"],
  };
  const rows = project({ join }, ["coalesce(file, path) AS file", "value AS content"]);
  const empty = await emptyFiles(files);
  if (empty.length === 0) return rows;
  const others = makeTable([
    ["file", empty],
    ["content", empty.map(() => "")],
  ]);
  const union = {
    left_input: rows,
    right_input: localRelation(name, others),
    set_op_type: "UNION",
    is_all: true,
  };
  return { set_op: union };
}

/** Spark leaves out files without bytes. */
async function emptyFiles(files: readonly string[]): Promise<string[]> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const path = sparkPath(file);
      if (!path.startsWith("file:///")) return null;
      return (await stat(path.slice("file://".length)).catch(() => null))?.size;
    }),
  );
  return files.filter((_, index) => sizes[index] === 0);
}
