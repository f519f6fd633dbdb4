// Puts each export below the topic that a comment of src/index.ts names it under.

import { readFileSync } from "node:fs";
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";

/** The topic of each exported name, in the order of the file. */
function readTopics() {
  const text = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
  const topics = new Map();
  for (const part of text.split(/^\/\/ /m).slice(1)) {
    const topic = part.slice(0, part.indexOf("\n"));
    for (const [, names] of part.matchAll(/^export (?:type )?\{([^}]*)\}/gm)) {
      for (const name of names.split(",")) topics.set(name.replace(/^\s*type |\s/g, ""), topic);
    }
  }
  return topics;
}

/** @param {import("typedoc").Application} app */
export function load(app) {
  const topics = readTopics();
  app.options.setValue("categoryOrder", [...new Set(topics.values())]);
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    const topic = topics.get(reflection.name);
    if (topic === undefined || reflection.parent?.name !== "infinity-frames") return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: topic }]));
  });
}
