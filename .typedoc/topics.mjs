// Puts each export below the topic that a comment of src/index.ts names it under, and the main entry before the other.

import { readFileSync } from "node:fs";
import { Application, Comment, CommentTag, Converter } from "typedoc";

/** The topic of each exported name, in the order of the file. */
function readTopics() {
  const text = readFileSync(new URL("../src/index.ts", import.meta.url), "utf8");
  const topics = new Map();
  for (const part of text.split(/^\/\/ /m).slice(1)) {
    const topic = part.slice(0, part.indexOf("\n"));
    for (const [, names] of part.matchAll(/^export (?:type )?\{([^}]*)\}/gm)) {
      for (const [name] of names.replace(/\btype /g, "").matchAll(/\w+/g)) topics.set(name, topic);
    }
  }
  return topics;
}

/** Puts the type of `@throws {RangeError} When …` before its text; TypeDoc shows it in braces. */
function nameErrors(comment) {
  for (const tag of comment?.getTags("@throws") ?? []) {
    if (tag.typeAnnotation === undefined) continue;
    const name = tag.typeAnnotation.replace(/[{}]/g, "");
    tag.content.unshift({ kind: "code", text: `\`${name}\`` }, { kind: "text", text: ": " });
    tag.typeAnnotation = undefined;
  }
}

export function load(app) {
  const topics = readTopics();
  app.on(Application.EVENT_BOOTSTRAP_END, () => {
    app.options.setValue("categoryOrder", [...new Set(topics.values())]);
  });
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
    const topic = topics.get(reflection.name);
    if (topic === undefined || reflection.parent?.name !== "infinity-frames") return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: topic }]));
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    project.children.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
  app.converter.on(Converter.EVENT_RESOLVE, (_, { comment }) => nameErrors(comment));
}
