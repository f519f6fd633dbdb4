/** Which file a text is, for the rows and the messages made of it. */
export interface LabelFile {
  /** The job that the file belongs to. */
  jobId: string;
  /** The file's name, for messages and the `problems` table. */
  file: string;
}
