/** What a machine lacks to run Spark: a reason to skip tests, not to fail them. */
export class Missing extends Error {
  override name = "Missing";
}
