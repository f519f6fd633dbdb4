import { decodeText } from "../util/decode-text.ts";
import { type LabelFile, type LabelFileKind, unreadableFile } from "./label-file-error.ts";

/**
 * The text that the bytes of one of a job's files hold.
 *
 * @throws {LabelFileError} When the bytes are not text.
 */
export function labelText(bytes: Uint8Array, file: LabelFile, kind: LabelFileKind): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw unreadableFile(file, kind, cause);
  }
}
