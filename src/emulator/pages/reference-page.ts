import type { JsonSchema } from "../openapi/json-schema.ts";
import type { OpenapiDocument, OperationObject } from "../openapi/openapi-document.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";

function schemaLink(schema: JsonSchema | undefined): Html | null {
  const reference = schema?.$ref;
  if (typeof reference !== "string") return null;
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return html` <a href="#${name}">${name}</a>`;
}

function contentCell(content: OperationObject["responses"][string]["content"] = {}): Html[] {
  return Object.entries(content).map(([type, { schema }]) => html`${type}${schemaLink(schema)}`);
}

function operationItem(operation: OperationObject & { method: string; path: string }): Html {
  const { method, path, summary, security, parameters, requestBody, responses } = operation;
  return html`<details>
<summary><code>${method.toUpperCase()} ${path}</code> <span class="note">${summary}</span></summary>
<p class="note">${security.length > 0 ? "Wants the header Authorization: Token <token>" : "Wants no token"}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${method.toUpperCase()} ${path}">
<table>
<thead><tr><th scope="col">What</th><th scope="col">Content</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${parameters.map(({ name, in: place, description }) => html`<tr><th scope="row"><code>${name}</code></th><td>in the ${place}</td><td>${description}</td></tr>`)}
${requestBody && html`<tr><th scope="row">Body</th><td>${contentCell(requestBody.content)}</td><td>What is sent</td></tr>`}
${Object.entries(responses).map(
  ([status, { description, content }]) =>
    html`<tr><th scope="row">${status}</th><td>${contentCell(content)}</td><td>${description}</td></tr>`,
)}
</tbody>
</table>
</div>
</details>
`;
}

/** The OpenAPI document as a page. */
export function referencePage({ info, tags, paths, components }: OpenapiDocument): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, ...operation })),
  );
  const groups = tags.map(
    ({ name }) => html`<section>
<h2>${name}</h2>
${operations.filter((operation) => operation.tags.includes(name)).map(operationItem)}
</section>
`,
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => html`<section id="${name}">
<h3>${name}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${name}"><pre><code>${JSON.stringify(schema, null, 2)}</code></pre></div>
</section>
`,
  );
  return layout({
    title: "API reference",
    back: html`<a href="/">All batches</a>`,
    body: [
      html`<p>${info.description} The same as <a href="/api/schema/">OpenAPI 3.1</a>.</p>`,
      ...groups,
      html`<section><h2>Schemas</h2>${schemas}</section>`,
    ],
  });
}
