/** What `infinity-frames --help` prints. */
export const HELP = `Design a table of job parameters, send it to the Infinity API, get the results back as tables.

Usage: infinity-frames COMMAND [options]

Commands:
  demo       run a small study from design to answer against an emulator of its own
  emulator   serve the Infinity API on this machine
  ingest     turn a folder of downloaded jobs or a published dataset into tidy tables

infinity-frames demo [--out DIR]
  --out DIR        where the batch and the tables go; must be empty or new [default: a new temporary folder]

infinity-frames emulator [options]
  --port N         the port to listen on, on loopback [default: 8090]
  --token T        a token that clients may send; repeat it for several, each with batches of its own
                   [default: emulator]
  --quota N        the samples (frames) that each token may use [default: 1000000]
  --seed S         decides every result: a server with the same seed replays them [default: 0]
  --speed N        jobs run N times as fast; at 1, a job takes 0.1 s and eight run at once [default: 1]
  --failures P     the share of jobs that fail, from 0 to 1 [default: 0]
  --no-masks       results without segmentation masks, which take half of the time or more
  --string-numbers job.json writes numbers as strings, as the service did at times
  --faults FILE    what goes wrong with which requests: a fault plan in JSON
  --data DIR       keep batches in a folder for the next start, one server a folder [default: they go with the process]

infinity-frames ingest FOLDER... --out DIR [options]
  --out DIR        where the tables go, as <table>.<format>
  --format FORMAT  parquet, arrow or csv [default: parquet]
  --polygons       also write the outlines of instances, the bulk of the bytes
  --strict         stop at the first file that cannot be read as promised
  --force          replace tables that are there already
  --raw            leave texts of CSV as they are; else those that a spreadsheet would run get an apostrophe
  --json           print what was written to stdout, as JSON

  --help, --version

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done, but something could not be read as promised (see the table
problems), 130 interrupted.
`;
