import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

interface Class {
  /** Whether annotations have it, files define it, or annotations have it though their files do not define it. */
  is: "found" | "defined" | "undefined";
  /** The category's name; null where an annotation has none. */
  label: string | null;
  /** The category's id, of undefined ones. */
  id: unknown;
  /** Annotations; 0 for those that files define. */
  count: number;
  jobs: number;
}

const FOUND = `
  SELECT 'found' AS "is", category AS label, NULL AS id, count(*) AS count, count(DISTINCT job_id) AS jobs
  FROM annotations WHERE category IS NOT NULL GROUP BY category`;
const DEFINED = `
  SELECT 'defined' AS "is", name AS label, NULL AS id, 0 AS count, count(DISTINCT job_id) AS jobs
  FROM categories WHERE name IS NOT NULL GROUP BY name`;
const UNDEFINED = `
  SELECT 'undefined' AS "is", category AS label, category_id AS id, count(*) AS count, count(DISTINCT job_id) AS jobs
  FROM annotations
  WHERE NOT EXISTS (
    SELECT 1 FROM categories
    WHERE categories.job_id = annotations.job_id AND categories.category_id = annotations.category_id
  )
  GROUP BY category, category_id`;

/** Alerts about which labels (categories) are defined, and how many annotations each has. */
export async function classAlerts(reader: LabelReader, thresholds: LabelAlertThresholds): Promise<Alert[]> {
  if (!reader.has("annotations")) return [];
  const parts = reader.has("categories") ? [FOUND, DEFINED, UNDEFINED] : [FOUND];
  const query = `SELECT * FROM (${parts.join(" UNION ALL ")}) classes
    ORDER BY count DESC, label NULLS LAST, id NULLS LAST`;
  const classes = (await reader.rows(query)) as unknown as Class[];
  const found = classes.filter((each) => each.is === "found");
  return [
    ...(reader.has("categories") ? definitionAlerts(classes, found) : []),
    ...balanceAlerts(found, thresholds),
  ];
}

function definitionAlerts(classes: readonly Class[], found: readonly Class[]): Alert[] {
  const defined = classes.filter((each) => each.is === "defined");
  const undefinedOnes = classes.filter((each) => each.is === "undefined");
  if (defined.length === 0 && undefinedOnes.length > 0) {
    const message = "There are annotations, but no file says what their categories are";
    return [{ alert: "MissingLabelCategories", severity: "error", value: 0, threshold: null, message }];
  }
  const names = new Set(found.map(({ label }) => label));
  return [
    ...undefinedOnes.map(undefinedAlert),
    ...defined.filter(({ label }) => !names.has(label)).map(unusedAlert),
  ];
}

function undefinedAlert({ label, id, count, jobs }: Class): Alert {
  const name = label ?? (id === null ? null : String(id));
  const what = name === null ? "no category" : `category "${name}", which their files do not define`;
  const message = `${counted(count, "annotation")} in ${counted(jobs, "job")} ${count === 1 ? "has" : "have"} ${what}`;
  return { alert: "UndefinedLabel", severity: "error", label: name, value: count, threshold: 0, message };
}

function unusedAlert({ label, jobs }: Class): Alert {
  const message = `"${label}" is defined in ${counted(jobs, "job")}, but no annotation has it`;
  return { alert: "LabelDefinedButNotFound", severity: "warning", label, value: 0, threshold: 0, message };
}

function balanceAlerts(
  found: readonly Class[],
  { fewSamples: threshold, imbalanceRatio }: LabelAlertThresholds,
): Alert[] {
  const [most, rarest] = [found[0], found.at(-1)];
  if (most === undefined || rarest === undefined) return [];
  const alerts: Alert[] = found
    .filter(({ count }) => count <= threshold)
    .map(({ label, count: value }) => {
      const message = `"${label}" has only ${counted(value, "annotation")}`;
      return { alert: "FewSamplesInLabel", severity: "warning", label, value, threshold, message };
    });
  if (found.length === 1) return [...alerts, onlyAlert(most)];
  const value = most.count / rarest.count;
  if (value < imbalanceRatio) return alerts;
  const message =
    `"${most.label}" has ${counted(most.count, "annotation")}, ${quantity(value)} times as many as ` +
    `"${rarest.label}" with ${quantity(rarest.count)}`;
  const { label } = rarest;
  return [
    ...alerts,
    { alert: "ImbalancedLabels", severity: "warning", label, value, threshold: imbalanceRatio, message },
  ];
}

function onlyAlert({ label }: Class): Alert {
  const message = `"${label}" is the only label that annotations have`;
  return { alert: "OnlyOneLabel", severity: "info", label, value: 1, threshold: 1, message };
}
