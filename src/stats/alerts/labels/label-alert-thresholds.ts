/** From where on `labelAlerts` speaks up; the defaults are Datumaro's, unless it has none. */
export interface LabelAlertThresholds {
  /** `MissingAnnotation`: above this share of images. @default 0 */
  missingAnnotation: number;
  /** `MissingAttribute`: above this share of annotations. @default 0 */
  missingAttribute: number;
  /** `FewSamplesInLabel`: up to this number of annotations. @default 1 */
  fewSamples: number;
  /** `ImbalancedLabels`: from this number of annotations of the most frequent label for one of the rarest. @default 50 */
  imbalanceRatio: number;
  /** `FarFromLabelMean`: more standard deviations from the mean of the label. @default 5 */
  farFromMean: number;
  /** `ImbalancedDistInLabel`: from this share of a label's boxes in one of ten bins of the same width. @default 0.8 */
  dominanceRatio: number;
}

/** The defaults of {@link LabelAlertThresholds}. */
export const LABEL_ALERT_THRESHOLDS: Readonly<LabelAlertThresholds> = {
  missingAnnotation: 0,
  missingAttribute: 0,
  fewSamples: 1,
  imbalanceRatio: 50,
  farFromMean: 5,
  dominanceRatio: 0.8,
};
