import { Missing } from "./missing.ts";
import { output } from "./output.ts";

const PROBE = "import sys, venv, ensurepip; assert sys.version_info >= (3, 10)";

/** A Python that can make a virtual environment for pyspark. */
export async function findPython(): Promise<string> {
  for (const python of ["python3", "/usr/bin/python3", "python"]) {
    if ((await output(python, ["-c", PROBE])) !== null) return python;
  }
  throw new Missing("Python 3.10 or later with venv and pip (or INFINITY_FRAMES_SPARK_PYTHON)");
}
