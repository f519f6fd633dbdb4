import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

interface Class {
  label: string;
  count: number;
  jobs: number;
}

const FOUND = `
  SELECT category AS label, count(*) AS count, count(DISTINCT job_id) AS jobs
  FROM annotations WHERE category IS NOT NULL GROUP BY category ORDER BY count DESC, label`;
const DEFINED = `
  SELECT name AS label, 0 AS count, count(DISTINCT job_id) AS jobs
  FROM categories WHERE name IS NOT NULL GROUP BY name ORDER BY label`;
const UNDEFINED = `
  SELECT coalesce(category, category_id::VARCHAR) AS label, count(*) AS count, count(DISTINCT job_id) AS jobs
  FROM annotations
  WHERE NOT EXISTS (
    SELECT 1 FROM categories
    WHERE categories.job_id = annotations.job_id AND categories.category_id = annotations.category_id
  )
  GROUP BY ALL ORDER BY count DESC, label`;

/** Alerts about which labels (categories) are defined, and how many annotations each has. */
export async function classAlerts(reader: LabelReader, thresholds: LabelAlertThresholds): Promise<Alert[]> {
  if (!reader.has("annotations")) return [];
  const found = (await reader.rows(FOUND)) as unknown as Class[];
  return [...(await definitionAlerts(reader, found)), ...balanceAlerts(found, thresholds)];
}

async function definitionAlerts({ has, rows }: LabelReader, found: readonly Class[]): Promise<Alert[]> {
  if (!has("categories")) return [];
  const defined = (await rows(DEFINED)) as unknown as Class[];
  const undefinedOnes = (await rows(UNDEFINED)) as unknown as (Omit<Class, "label"> & {
    label: string | null;
  })[];
  if (defined.length === 0 && found.length + undefinedOnes.length > 0) {
    const message = "There are annotations, but no file says what their categories are";
    return [{ alert: "MissingLabelCategories", severity: "error", value: 0, threshold: null, message }];
  }
  const names = new Set(found.map(({ label }) => label));
  const unused = defined.filter(({ label }) => !names.has(label));
  return [
    ...undefinedOnes.map(({ label, count, jobs }): Alert => {
      const what = label === null ? "no category" : `category "${label}", which their files do not define`;
      const message = `${counted(count, "annotation")} in ${counted(jobs, "job")} ${count === 1 ? "has" : "have"} ${what}`;
      return { alert: "UndefinedLabel", severity: "error", label, value: count, threshold: 0, message };
    }),
    ...unused.map(({ label, jobs }): Alert => {
      const message = `"${label}" is defined in ${counted(jobs, "job")}, but no annotation has it`;
      return {
        alert: "LabelDefinedButNotFound",
        severity: "warning",
        label,
        value: 0,
        threshold: 0,
        message,
      };
    }),
  ];
}

function balanceAlerts(
  found: readonly Class[],
  { fewSamples, imbalanceRatio }: LabelAlertThresholds,
): Alert[] {
  const [most, rarest] = [found[0], found.at(-1)];
  if (most === undefined || rarest === undefined) return [];
  const alerts = found
    .filter(({ count }) => count <= fewSamples)
    .map(({ label, count }): Alert => {
      const message = `"${label}" has only ${counted(count, "annotation")}`;
      return {
        alert: "FewSamplesInLabel",
        severity: "warning",
        label,
        value: count,
        threshold: fewSamples,
        message,
      };
    });
  if (found.length === 1) {
    const message = `"${most.label}" is the only label that annotations have`;
    alerts.push({
      alert: "OnlyOneLabel",
      severity: "info",
      label: most.label,
      value: 1,
      threshold: 1,
      message,
    });
  }
  const ratio = most.count / rarest.count;
  if (found.length > 1 && ratio >= imbalanceRatio) {
    const message =
      `"${most.label}" has ${counted(most.count, "annotation")}, ${quantity(ratio)} times as many as ` +
      `"${rarest.label}" with ${quantity(rarest.count)}`;
    alerts.push({
      ...{ alert: "ImbalancedLabels", severity: "warning", label: rarest.label },
      ...{ value: ratio, threshold: imbalanceRatio, message },
    });
  }
  return alerts;
}
