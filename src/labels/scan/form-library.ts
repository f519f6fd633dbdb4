import type { TableBuilder } from "../../tables/table-builder.ts";
import type { Row } from "../file-rows.ts";
import { fieldsOf } from "./fields-of.ts";
import type { Field } from "./form.ts";
import { makeForm } from "./make-form.ts";
import { type FormReaders, matchForm } from "./match-form.ts";

/** Forms that a field may have; an annotation with another one is read by `JSON.parse`. */
const MAX_FORMS = 12;
/** Annotations that are learnt from; in a file that goes on bringing others, learning does not help. */
const MAX_LESSONS = 500;

/** The forms that the fields of a file's annotations have had. */
export class FormLibrary {
  readonly #fields = new Map<string, Field>();
  readonly #annotations: TableBuilder;
  readonly #readers: FormReaders;
  readonly #polygons: boolean;
  #lessons = 0;

  /** @param options `polygons`: whether segmentations are read. */
  constructor(annotations: TableBuilder, readers: FormReaders, { polygons }: { polygons: boolean }) {
    this.#annotations = annotations;
    this.#readers = readers;
    this.#polygons = polygons;
  }

  /** The field of a name, whether or not the file has it. */
  field(name: string): Field {
    let field = this.#fields.get(name);
    if (field === undefined) {
      field = { name, forms: [], seenIn: -1, form: null };
      this.#fields.set(name, field);
    }
    return field;
  }

  /**
   * Adds the forms of an annotation's fields that are new.
   *
   * @param start Where the annotation's object starts; it is known to be JSON.
   * @param annotation What `JSON.parse` makes of it; its rows have been appended.
   */
  learn(bytes: Uint8Array, start: number, annotation: Readonly<Row>): void {
    if (++this.#lessons > MAX_LESSONS) return;
    for (const place of fieldsOf(bytes, start)) {
      const field = this.field(place.name);
      if (field.forms.length >= MAX_FORMS) continue;
      if (field.forms.some((form) => matchForm(form, bytes, place.start, this.#readers) === place.end))
        continue;
      const form = makeForm(field, bytes, {
        place,
        value: annotation[place.name],
        annotations: this.#annotations,
        polygons: this.#polygons,
      });
      if (form !== null) field.forms.push(form);
    }
  }
}
