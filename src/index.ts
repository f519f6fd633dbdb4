/**
 * Design a table of job parameters, send it to the Infinity API, and get the results back as tables that join to it.
 *
 * @module infinity-frames
 */

// Tables
export * as aq from "arquero";
export type { ColumnType, ItemType, ScalarType, StructType } from "./tables/column-type.ts";
export type { ColumnLike } from "./tables/column-type-of.ts";
export { DictColumn } from "./tables/dict-column.ts";
export { ListColumn } from "./tables/list-column.ts";
export { PackedColumn, type PackedType, type PackedValues } from "./tables/packed-column.ts";
export { TypedColumn } from "./tables/typed-column.ts";

// Parameters
export { coerceJobs } from "./params/coerce-jobs.ts";
export { type JobsToTableOptions, jobsToTable } from "./params/jobs-to-table.ts";
export type { JointRule } from "./params/joint-rule.ts";
export { ParameterSpace, type ParameterSpaceOptions } from "./params/parameter-space.ts";
export { ParameterValidationError } from "./params/parameter-validation-error.ts";
export { tableToJobs } from "./params/table-to-jobs.ts";
export type { JobRecord } from "./params/job-record.ts";
export type { Jobs } from "./params/to-job-table.ts";
export { type ValidateJobsOptions, validateJobs } from "./params/validate-jobs.ts";

// Designs: distributions
export { type BetaOptions, beta } from "./design/distributions/beta.ts";
export { type ChoiceOptions, choice } from "./design/distributions/choice.ts";
export { constant } from "./design/distributions/constant.ts";
export type { ColumnWriter, Distribution } from "./design/distributions/distribution.ts";
export { empirical } from "./design/distributions/empirical.ts";
export { type IntegersOptions, integers } from "./design/distributions/integers.ts";
export { logNormal } from "./design/distributions/log-normal.ts";
export { logUniform } from "./design/distributions/log-uniform.ts";
export { normal } from "./design/distributions/normal.ts";
export { type TriangularOptions, triangular } from "./design/distributions/triangular.ts";
export { type TruncatedNormalOptions, truncatedNormal } from "./design/distributions/truncated-normal.ts";
export { type UniformOptions, uniform } from "./design/distributions/uniform.ts";
export { weibull } from "./design/distributions/weibull.ts";

// Designs: samples
export type { Acceptance } from "./design/conditions/choose-rows.ts";
export type { Condition } from "./design/conditions/condition.ts";
export { type Derived, derive, type RowView } from "./design/conditions/derive.ts";
export type { Expression } from "./design/conditions/expression.ts";
export { type FillOptions, fill } from "./design/fill/fill.ts";
export { extend } from "./design/extend.ts";
export { type HaltonOptions, halton } from "./design/methods/halton.ts";
export { type LatinHypercubeOptions, latinHypercube } from "./design/methods/latin-hypercube.ts";
export { random } from "./design/methods/random.ts";
export type { PointStream, SamplingMethod, SamplingRequest } from "./design/methods/sampling-method.ts";
export { type SobolOptions, sobol } from "./design/methods/sobol.ts";
export { stratified } from "./design/methods/stratified.ts";
export { type SampleColumns, type SampleOptions, sample } from "./design/sample.ts";
export { type GivenParam, type SampleInputOptions, sampleInput } from "./design/sample-input.ts";
export type { Seed } from "./design/random/seed-key.ts";

// Designs: operators
export { batches } from "./design/operators/batches.ts";
export { concat } from "./design/operators/concat.ts";
export { cross } from "./design/operators/cross.ts";
export { type DedupeOptions, dedupe } from "./design/operators/dedupe.ts";
export { type GridOptions, grid } from "./design/operators/grid.ts";
export { type RepeatOptions, repeat } from "./design/operators/repeat.ts";
export { replicateSeeds } from "./design/random/replicate-seeds.ts";
export { type ShuffleOptions, shuffle } from "./design/operators/shuffle.ts";
export { sweepFrom } from "./design/operators/sweep-from.ts";
export { take } from "./design/operators/take.ts";
export type { TakeOptions } from "./design/operators/take-from.ts";
export { type TakeFromGridOptions, takeFromGrid } from "./design/operators/take-from-grid.ts";
export type { Vary } from "./design/operators/vary.ts";
export { type Zippable, zip } from "./design/operators/zip.ts";

// Designs: plans and recipes
export { build } from "./design/plans/build.ts";
export { contentHash } from "./design/plans/content-hash.ts";
export { countRows } from "./design/plans/count-rows.ts";
export { type FromRecipeOptions, fromRecipe } from "./design/plans/from-recipe.ts";
export type {
  DistributionPlan,
  MethodPlan,
  Plan,
  PlanInput,
  PlannedColumn,
} from "./design/plans/plan.ts";
export type { Recipe, RecipePlan } from "./design/plans/recipe.ts";
export { RecipeError } from "./design/plans/recipe-error.ts";
export { type ToRecipeOptions, toRecipe } from "./design/plans/to-recipe.ts";

// Designs: diagnostics
export {
  type DesignReport,
  type DesignReportOptions,
  designReport,
} from "./design/diagnostics/design-report.ts";
export {
  type DiscrepancyMethod,
  type DiscrepancyOptions,
  discrepancy,
} from "./design/diagnostics/discrepancy.ts";
export { maxAbsCorrelation } from "./design/diagnostics/max-abs-correlation.ts";
export { meanTreeEdge } from "./design/diagnostics/mean-tree-edge.ts";
export { minDistance } from "./design/diagnostics/min-distance.ts";

// Sessions and batches
export { type AwaitCompletionOptions, Batch } from "./session/batch.ts";
export { BatchFolderError } from "./session/download/batch-folder-error.ts";
export type { DownloadOptions } from "./session/download/download-batch.ts";
export type { DownloadProgress } from "./session/download/download-progress.ts";
export type { DownloadSummary } from "./session/download/download-summary.ts";
export { DownloadSummaryError, type FailedDownload } from "./session/download/download-summary-error.ts";
export { FolderLockedError } from "./io/lock/folder-locked-error.ts";
export { FolderLockLostError } from "./io/lock/folder-lock-lost-error.ts";
export type { LockOwner } from "./io/lock/lock-owner.ts";
export {
  type VerifyOptions,
  type VerifyProgress,
  type VerifyReport,
  verify,
} from "./session/download/verify.ts";
export type { VerifyProblem } from "./session/download/verify-job.ts";
export { getAvailableGenerators } from "./session/get-available-generators.ts";
export type { CompletedJob, ValidCompletedJob } from "./session/jobs.ts";
export { Session } from "./session/session.ts";
export type {
  BatchListing,
  EstimateOptions,
  RandomOptions,
  SessionOptions,
  SubmitOptions,
} from "./session/session-options.ts";
export { SessionInitializationError } from "./session/session-initialization-error.ts";
export type { BatchProgress } from "./session/waiting/batch-progress.ts";
export type { BatchState } from "./session/waiting/batch-state.ts";
export { BatchTimeoutError } from "./session/waiting/batch-timeout-error.ts";
export type { WatchOptions } from "./session/waiting/watch-jobs.ts";

// Submissions
export type { CostOptions, SubmissionCost } from "./session/submission/approve-cost.ts";
export { DuplicateSubmissionError } from "./session/submission/duplicate-submission-error.ts";
export type { JournalContent, UnreadableEntry } from "./session/submission/journal.ts";
export { JournalError } from "./session/submission/journal-error.ts";
export { type ListSubmissionsOptions, listSubmissions } from "./session/submission/list-submissions.ts";
export {
  type ReconcileSubmissionOptions,
  reconcileSubmission,
} from "./session/submission/reconcile-submission.ts";
export { SampleLimitError } from "./session/submission/sample-limit-error.ts";
export { SubmissionDeclinedError } from "./session/submission/submission-declined-error.ts";
export type { SubmissionEntry, SubmissionState } from "./session/submission/submission-entry.ts";
export { SubmissionPendingError } from "./session/submission/submission-pending-error.ts";
export { SubmissionUnknownError } from "./session/submission/submission-unknown-error.ts";
export type { SendOptions } from "./session/submission/submit-jobs.ts";

// Results
export {
  ArchiveError,
  type ArchiveErrorCode,
  type ArchiveErrorDetails,
  type ArchiveFault,
} from "./archives/archive-error.ts";
export { BatchMetadataError } from "./dataset/batch-metadata-error.ts";
export {
  type CompareToDesignOptions,
  compareToDesign,
  type DesignComparison,
} from "./dataset/curation/compare-to-design.ts";
export type { FilterLevel } from "./dataset/curation/filter-level.ts";
export type { DatasetCondition, DatasetFilterOptions } from "./dataset/curation/filter-options.ts";
export type { DatasetRow } from "./dataset/curation/row-view.ts";
export type { ExportCocoOptions, ExportedCoco } from "./dataset/curation/write-coco.ts";
export { Dataset, type LoadOptions } from "./dataset/dataset.ts";
export { DatasetFolderError } from "./dataset/dataset-folder-error.ts";
export type { ExportedTable, ExportOptions, ExportProgress } from "./dataset/export-tables.ts";
export { JobFilesError } from "./dataset/job-files-error.ts";
export { type OpenDatasetOptions, openDataset } from "./dataset/open-dataset.ts";
export type { ReadProgress } from "./dataset/read-dataset.ts";
export {
  type SummarizeBatchResultsOptions,
  summarizeBatchResults,
} from "./dataset/summarize-batch-results.ts";
export type { TableName } from "./dataset/table-names.ts";
export { LabelFileError } from "./labels/label-file-error.ts";
export type { ProblemCode } from "./labels/problem.ts";
export type { LabelTableName } from "./labels/schemas.ts";

// Results at scale
export { type EngineIngestTarget, ingestOnEngine } from "./dataset/engine-ingest/engine-ingest.ts";
export type {
  EngineIngestOptions,
  EngineIngestPhase,
  EngineIngestProgress,
} from "./dataset/engine-ingest/engine-ingest-options.ts";
export { IngestFolderError } from "./dataset/ingest/ingest-folder-error.ts";
export type { IngestOptions, IngestProgress } from "./dataset/ingest/ingest-options.ts";
export type { IngestReport, QuarantinedJob } from "./dataset/ingest/ingest-report.ts";
export { ingest } from "./dataset/ingest/ingest.ts";
export { openParquetDataset } from "./dataset/ingest/open-parquet-dataset.ts";
export { EngineDataset, type EngineTableOptions } from "./dataset/engine-dataset.ts";
export { openEngineDataset, type OpenEngineDatasetOptions } from "./dataset/open-engine-dataset.ts";
export type { IngestedAbout } from "./dataset/ingest/ingested-tables.ts";
export {
  type DatasetPart,
  ParquetDataset,
  type ParquetTableOptions,
} from "./dataset/ingest/parquet-dataset.ts";
export { partitionKey } from "./dataset/ingest/partition-key.ts";

// Queries
export type { DuckDbOptions } from "./engine/duckdb/duckdb-options.ts";
export type { Dialect } from "./engine/dialect/dialect.ts";
export type { Engine, EngineProgress, QueryResult, StatementOptions, WriteOptions } from "./engine/engine.ts";
export { EngineConnectionError, type EngineConnectionFailure } from "./engine/engine-connection-error.ts";
export type {
  EngineColumn,
  EngineSource,
  EngineTables,
  EngineType,
  JsonSource,
  ParquetSource,
  TextSource,
} from "./engine/engine-source.ts";
export { type EngineOptions, openEngine } from "./engine/open-engine.ts";
export { QueryError, type QueryErrorOptions, type QueryFragment } from "./engine/query-error.ts";
export type { SparkOptions } from "./engine/spark/client/spark-options.ts";
export { type SqlLimits, type SqlOptions, sql } from "./engine/sql.ts";
export type { SqlParams, SqlValue } from "./engine/sql-params.ts";
export type { KeptRows, SqlTable, SqlTables } from "./engine/sql-table.ts";

// Statistics: descriptions
export { type BinCountsOptions, binCounts } from "./stats/describe/bin-counts.ts";
export { describe } from "./stats/describe/describe.ts";
export type { DescribeOptions } from "./stats/describe/describe-options.ts";
export type { ColumnKind } from "./stats/columns/column-kind.ts";
export type { Description } from "./stats/describe/description.ts";
export { type DescribeFilesOptions, describeFiles } from "./stats/describe/files/describe-files.ts";
export { type DescribeQueryOptions, describeQuery } from "./stats/describe/files/describe-query.ts";
export { type FrequenciesOptions, frequencies } from "./stats/describe/frequencies.ts";
export { type HistogramOptions, histogram } from "./stats/describe/histogram.ts";
export { type Bins, type HistogramEdgesOptions, histogramEdges } from "./stats/describe/histogram-edges.ts";
export { type Moments, type MomentsOptions, moments } from "./stats/describe/moments.ts";
export { type QuantilesOptions, quantiles } from "./stats/describe/quantiles.ts";

// Statistics: sweep studies
export { type EffectsOptions, type EffectsStudy, effects } from "./stats/effects/effects.ts";
export { type ResponseCurveOptions, responseCurve } from "./stats/effects/response-curve.ts";
export { adjustPValues, type Correction } from "./stats/tests/adjust-p-values.ts";
export type { FTest } from "./stats/tests/f-test.ts";
export { type KruskalWallis, kruskalWallis } from "./stats/tests/kruskal-wallis.ts";
export { type OneWayAnova, oneWayAnova } from "./stats/tests/one-way-anova.ts";

// Statistics: sensitivity
export { type MorrisOptions, morris } from "./design/sensitivity/morris.ts";
export { type SaltelliOptions, saltelli } from "./design/sensitivity/saltelli.ts";
export type { SensitivityPlan } from "./design/plans/plan.ts";
export type { ResampleOptions } from "./stats/sensitivity/block-resamples.ts";
export type { Estimate } from "./stats/sensitivity/bootstrap-margins.ts";
export { type MorrisEffectsOptions, morrisEffects } from "./stats/sensitivity/morris-effects.ts";
export { type MorrisIndices, morrisIndices } from "./stats/sensitivity/morris-indices.ts";
export { type SensitivityOptions, sensitivity } from "./stats/sensitivity/sensitivity.ts";
export type { SensitivityResult } from "./stats/sensitivity/sensitivity-result.ts";
export {
  type SobolIndices,
  type SobolIndicesOptions,
  sobolIndices,
} from "./stats/sensitivity/sobol-indices.ts";
export type { SensitivityDesign } from "./stats/sensitivity/study-part.ts";

// Statistics: planning
export { type CostByGroupOptions, costByGroup } from "./stats/planning/cost-by-group.ts";
export type { FrameEstimates } from "./stats/planning/frames-of.ts";
export {
  type BudgetSubset,
  type SubsetForBudgetOptions,
  subsetForBudget,
} from "./stats/planning/subset-for-budget.ts";
export type { EffectSize } from "./stats/power/effect-size.ts";
export {
  type JobsForEffect,
  type JobsForEffectOptions,
  jobsForEffect,
} from "./stats/power/jobs-for-effect.ts";
export { type PowerOfDesignOptions, powerOfDesign } from "./stats/power/power-of-design.ts";
export type { DesignPowerOptions } from "./stats/power/power-options.ts";

// Statistics: associations
export type { AssociationMeasure } from "./stats/association/associate.ts";
export { type AssociationsOptions, associations } from "./stats/association/associations.ts";
export { type ChiSquaredTest, chiSquaredTest } from "./stats/association/chi-squared-test.ts";
export type { Correlation } from "./stats/association/correlation.ts";
export { correlationRatio } from "./stats/association/correlation-ratio.ts";
export { cramersV } from "./stats/association/cramers-v.ts";
export { imbalance } from "./stats/association/imbalance.ts";
export { kendallTau } from "./stats/association/kendall-tau.ts";
export { pearson } from "./stats/association/pearson.ts";
export { spearman } from "./stats/association/spearman.ts";

// Statistics: comparing two datasets
export { cohensD } from "./stats/drift/cohens-d.ts";
export { compareDistributions, type DistributionComparison } from "./stats/drift/compare-distributions.ts";
export type { CompareDistributionsOptions, DriftTest } from "./stats/drift/drift-options.ts";
export { jensenShannonDistance } from "./stats/drift/jensen-shannon-distance.ts";
export { klDivergence, type LogarithmOptions } from "./stats/drift/kl-divergence.ts";
export { type KsMethod, type KsTest, type KsTestOptions, ksTest } from "./stats/drift/ks-test.ts";
export {
  type PopulationStabilityOptions,
  populationStabilityIndex,
} from "./stats/drift/population-stability-index.ts";
export { type WassersteinOptions, wassersteinDistance } from "./stats/drift/wasserstein-distance.ts";

// Statistics: alerts
export type { Alert, AlertSeverity } from "./stats/alerts/alert-table.ts";
export type { AlertThresholds } from "./stats/alerts/alert-thresholds.ts";
export { type AlertsOptions, alerts } from "./stats/alerts/alerts.ts";
export { type LabelAlertsOptions, labelAlerts } from "./stats/alerts/labels/label-alerts.ts";
export type { LabelAlertThresholds } from "./stats/alerts/labels/label-alert-thresholds.ts";
export type { LabelTablesInMemory } from "./stats/alerts/labels/label-reader.ts";

// Statistics: labels
export type { DistributionTables } from "./stats/labels/distribution-tables.ts";
export type { LabelStatisticsOptions } from "./stats/labels/label-options.ts";
export { type LabelStatistics, labelStatistics } from "./stats/labels/label-statistics.ts";
export type { SqlSource } from "./stats/sql-source.ts";
export { COCO_SIGMAS } from "./stats/keypoints/coco-sigmas.ts";
export {
  type NormalizedPoses,
  type NormalizedPosesOptions,
  normalizedPoses,
} from "./stats/keypoints/normalized-poses.ts";
export {
  type KeypointSimilarity,
  type KeypointSimilarityOptions,
  objectKeypointSimilarity,
} from "./stats/keypoints/object-keypoint-similarity.ts";
export { type OksOptions, oks } from "./stats/keypoints/oks.ts";

// Rotations
export { eulerToMatrix } from "./stats/rotations/euler-to-matrix.ts";
export { eulerToQuaternion } from "./stats/rotations/euler-to-quaternion.ts";
export { matrixToEuler } from "./stats/rotations/matrix-to-euler.ts";
export { matrixToQuaternion } from "./stats/rotations/matrix-to-quaternion.ts";
export { nearestRotation } from "./stats/rotations/nearest-rotation.ts";
export { quaternionToEuler } from "./stats/rotations/quaternion-to-euler.ts";
export { quaternionToMatrix } from "./stats/rotations/quaternion-to-matrix.ts";
export { type AddRotationsOptions, addRotations } from "./stats/rotations/add-rotations.ts";
export { type MeanRotation, meanRotation } from "./stats/rotations/mean-rotation.ts";
export type {
  EulerAngles,
  EulerOrder,
  Quaternion,
  RotationMatrix,
} from "./stats/rotations/rotation-types.ts";

// Charts
export { type AssociationMatrixOptions, associationMatrix } from "./report/charts/association-matrix.ts";
export type { ChartOptions } from "./report/charts/chart-options.ts";
export type { ChartSpec } from "./report/charts/chart-spec.ts";
export { type CompareHistogramOptions, compareHistogram } from "./report/charts/compare-histogram.ts";
export { type DriftChartOptions, driftChart } from "./report/charts/drift-chart.ts";
export {
  type EffectsForestOptions,
  effectsForest,
  type ForestTables,
} from "./report/charts/effects-forest.ts";
export { type Frame, type FrameChartOptions, frameChart } from "./report/charts/frame-chart.ts";
export type { FrameImage } from "./report/charts/frame-image.ts";
export { type FrequencyChartOptions, frequencyChart } from "./report/charts/frequency-chart.ts";
export { type HeatMapOptions, heatMap } from "./report/charts/heat-map.ts";
export { type HistogramChartOptions, histogramChart } from "./report/charts/histogram-chart.ts";
export { type HistogramGridOptions, histogramGrid } from "./report/charts/histogram-grid.ts";
export { type ImuChartOptions, imuChart } from "./report/charts/imu-chart.ts";
export { type InteractionChartOptions, interactionChart } from "./report/charts/interaction-chart.ts";
export {
  type KeypointVisibilityChartOptions,
  keypointVisibilityChart,
} from "./report/charts/keypoint-visibility-chart.ts";
export { type ResponseCurveChartOptions, responseCurveChart } from "./report/charts/response-curve-chart.ts";
export {
  type SensitivityChartOptions,
  type SensitivityTables,
  sensitivityChart,
} from "./report/charts/sensitivity-chart.ts";
export { sizeBandChart } from "./report/charts/size-band-chart.ts";
export { ChartError } from "./report/svg/chart-error.ts";
export type { SvgTheme } from "./report/svg/svg-theme.ts";
export { type ToSVGOptions, toSVG } from "./report/svg/to-svg.ts";

// Reports
export { Report, report } from "./report/report.ts";
export type { JsonRow, JsonValue } from "./report/data/json-rows.ts";
export type {
  ReportComparisonData,
  ReportData,
  ReportEffectsData,
  ReportParametersData,
  ReportProvenanceData,
  ReportSensitivityData,
  ReportSummaryData,
} from "./report/report-data.ts";
export type { ReportOptions, ReportProgress, ReportStep } from "./report/report-options.ts";
export type { ReportSource } from "./report/report-source.ts";

// Notebooks
export type { TableLimits, ViewPicture } from "./display/view.ts";
export { type Picture, PictureGrid, type PicturesOptions, pictures } from "./notebook/pictures.ts";
export type { AnyProgress } from "./notebook/progress-parts.ts";
export { type ArqueroModule, setUpNotebook } from "./notebook/set-up-notebook.ts";
export { type ShowOptions, show } from "./notebook/show.ts";
export { withProgress } from "./notebook/with-progress.ts";

// COCO
export { type CocoTables, type FromCocoOptions, fromCoco } from "./labels/from-coco.ts";
export type { LabelId } from "./labels/label-id.ts";
export { decodeRle } from "./labels/rle/decode-rle.ts";
export { rleArea } from "./labels/rle/rle-area.ts";
export { type Mask, rleToMask } from "./labels/rle/rle-to-mask.ts";
export type { RunLengths } from "./labels/rle/run-lengths.ts";
export type { CocoSource, CocoTableMap } from "./labels/to-coco/coco-tables.ts";
export { mergeCoco } from "./labels/to-coco/merge-coco.ts";
export { mergeCocoJson } from "./labels/to-coco/merge-coco-json.ts";
export type {
  LeftOutAnnotation,
  MergeCocoOptions,
  MergedImage,
} from "./labels/to-coco/merge-coco-options.ts";
export { type CocoFile, type ToCocoOptions, toCoco } from "./labels/to-coco/to-coco.ts";
export { toCocoJson } from "./labels/to-coco/to-coco-json.ts";

// Files
export type { FileColumnDescription, FileDescription } from "./io/file-description.ts";
export { FileExistsError } from "./io/file-exists-error.ts";
export { FileWriteError } from "./io/file-write-error.ts";
export { fromDanfo } from "./io/from-danfo.ts";
export type { DanfoFrame, DanfoModule, DanfoType } from "./io/load-danfo.ts";
export { type ToDanfoOptions, toDanfo } from "./io/to-danfo.ts";
export { type ArrowTable, fromArrow } from "./io/from-arrow.ts";
export { fromArrowIpc } from "./io/from-arrow-ipc.ts";
export { type FromParquetOptions, fromParquet } from "./io/from-parquet.ts";
export { inspectFile } from "./io/inspect-file.ts";
export type { ParquetCompression, ParquetOptions } from "./io/parquet-layout.ts";
export { parquetMetadata } from "./io/parquet-metadata.ts";
export { readParquet } from "./io/read-parquet.ts";
export { type ReadableFormat, type ReadTableOptions, readTable } from "./io/read-table.ts";
export type { TableFormat } from "./io/table-format.ts";
export { TableReadError, type TableReadErrorDetails } from "./io/table-read-error.ts";
export { toArrow } from "./io/to-arrow.ts";
export { type ToArrowIpcOptions, toArrowIpc } from "./io/to-arrow-ipc.ts";
export { type ToCsvOptions, toCsv } from "./io/to-csv.ts";
export { type ToParquetOptions, toParquet } from "./io/to-parquet.ts";
export { type ParquetEngine, type WriteParquetOptions, writeParquet } from "./io/write-parquet.ts";
export { type WriteTableOptions, writeTable } from "./io/write-table.ts";

// The API, endpoint by endpoint
export { ApiClient, DEFAULT_SERVER } from "./api/api-client.ts";
export type { ApiRequest } from "./api/api-request.ts";
export type { ApiClientOptions } from "./api/api-client-options.ts";
export type { BatchMetadata, JobMetadata, JobStatus } from "./api/batch-metadata.ts";
export type { BatchSubmission } from "./api/endpoints/batch-submission.ts";
export { getAllGeneratorData } from "./api/endpoints/get-all-generator-data.ts";
export { getAllPreviewJobData } from "./api/endpoints/get-all-preview-job-data.ts";
export { getAllStandardJobData } from "./api/endpoints/get-all-standard-job-data.ts";
export { getBatchData } from "./api/endpoints/get-batch-data.ts";
export { getBatchList } from "./api/endpoints/get-batch-list.ts";
export { getBatchSummaryData } from "./api/endpoints/get-batch-summary-data.ts";
export { getSingleGeneratorData } from "./api/endpoints/get-single-generator-data.ts";
export { getSinglePreviewJobData } from "./api/endpoints/get-single-preview-job-data.ts";
export { getSingleStandardJobData } from "./api/endpoints/get-single-standard-job-data.ts";
export { getUsageDatetimeRange } from "./api/endpoints/get-usage-datetime-range.ts";
export { getUsageLastNDays } from "./api/endpoints/get-usage-last-n-days.ts";
export type { JobListOptions } from "./api/endpoints/job-list-options.ts";
export type { JobSubmission, SubmittedJob } from "./api/endpoints/job-submission.ts";
export { type PostBatchOptions, postBatch } from "./api/endpoints/post-batch.ts";
export { postBatchEstimate } from "./api/endpoints/post-batch-estimate.ts";
export { postJobPreview } from "./api/endpoints/post-job-preview.ts";
export { postJobRun } from "./api/endpoints/post-job-run.ts";
export type { RequestOptions } from "./api/endpoints/request-options.ts";
export type { TimeRangeOptions } from "./api/endpoints/time-range.ts";
export type {
  ClientEvent,
  DownloadEvent,
  FailureEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  SubmissionEvent,
  WaitEvent,
  WarningEvent,
} from "./api/client-event.ts";
export { ApiError, type ApiErrorDetails } from "./api/errors/api-error.ts";
export { AuthenticationError } from "./api/errors/authentication-error.ts";
export { ConnectionError, type ConnectionPhase } from "./api/errors/connection-error.ts";
export { NotFoundError } from "./api/errors/not-found-error.ts";
export { PermissionError } from "./api/errors/permission-error.ts";
export { QuotaExceededError } from "./api/errors/quota-exceeded-error.ts";
export { RateLimitError } from "./api/errors/rate-limit-error.ts";
export { type ReplyIssue, ResponseSchemaError } from "./api/errors/response-schema-error.ts";
export { ServerError } from "./api/errors/server-error.ts";
export { TimeoutError, type TimeoutClock } from "./api/errors/timeout-error.ts";
export { UnexpectedContentTypeError } from "./api/errors/unexpected-content-type-error.ts";
export { UnexpectedRedirectError } from "./api/errors/unexpected-redirect-error.ts";
export { UnexpectedReplyError } from "./api/errors/unexpected-reply-error.ts";
export type { Timeouts } from "./api/transport/timeouts.ts";
export type {
  BatchData,
  BatchListItem,
  BatchSummaryData,
  GeneratorInfo,
  JobParams,
  JobRunData,
  JobRunSummary,
  ParamInfo,
  ParamOptions,
  ParamType,
  ParamValue,
  UsageData,
} from "./api/wire-types.ts";

// Errors
export { InfinityFramesError } from "./util/infinity-frames-error.ts";
