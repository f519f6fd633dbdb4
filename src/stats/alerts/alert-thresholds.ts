/** From where on {@link alerts} speaks up; the defaults are those of ydata-profiling unless it has none. */
export interface AlertThresholds {
  /** `MISSING`: above this share of rows. @default 0.01 */
  missing: number;
  /** `ZEROS`: above this share of the values. @default 0.01 */
  zeros: number;
  /** `INFINITE`: above this share of rows. @default 0 */
  infinite: number;
  /** `IMBALANCE`: above this score of `imbalance`. @default 0.5 */
  imbalance: number;
  /** `HIGH_CARDINALITY`: more different texts. @default 50 */
  cardinality: number;
  /** `SKEWED`: skewness beyond this, either way. @default 20 */
  skewness: number;
  /** `UNIFORM`: a p-value of the chi-squared test for even shares above this, over 5 rows a value or more. @default 0.999 */
  uniformity: number;
  /** `HIGH_CORRELATION`: beyond this, either way. @default 0.5 */
  correlation: number;
  /** `HIGH_CORRELATION`: only with a p-value, corrected by Holm for all pairs, below this. @default 0.05 */
  correlationPValue: number;
  /** `HIGH_CORRELATION`: only over this number of rows or more. @default 10 */
  correlationRows: number;
  /** `DUPLICATES`: above this share of rows. @default 0 */
  duplicates: number;
  /** `FAR_FROM_MEAN`: more standard deviations from the mean (Datumaro's). @default 5 */
  farFromMean: number;
}

/** The defaults of {@link AlertThresholds}. */
export const ALERT_THRESHOLDS: Readonly<AlertThresholds> = {
  missing: 0.01,
  zeros: 0.01,
  infinite: 0,
  imbalance: 0.5,
  cardinality: 50,
  skewness: 20,
  uniformity: 0.999,
  correlation: 0.5,
  correlationPValue: 0.05,
  correlationRows: 10,
  duplicates: 0,
  farFromMean: 5,
};
