import type { GeneratorInfo, ParamInfo } from "../../api/wire-types.ts";
import { type Html, html } from "./html.ts";
import { plural } from "./plural.ts";

function limits({ options }: ParamInfo): string {
  const { min, max, choices } = options ?? {};
  if (choices) return choices.join(", ");
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (min !== undefined) return `at least ${min}`;
  return max === undefined ? "" : `at most ${max}`;
}

/** A generator, with its table of parameters folded away. */
export function generatorDetails({ name, params, options }: GeneratorInfo): Html {
  return html`<details>
<summary><code>${name}</code> <span class="note">${plural(params.length, "parameter")}${options.preview ? "" : ", no previews"}</span></summary>
<div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${name}">
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Type</th><th scope="col">Default</th><th scope="col">Values</th></tr></thead>
<tbody>${params.map(
    (param) =>
      html`<tr><th scope="row"><code>${param.name}</code></th><td>${param.type}</td><td>${String(param.default_value)}</td><td>${limits(param)}</td></tr>
`,
  )}</tbody>
</table>
</div>
</details>
`;
}
