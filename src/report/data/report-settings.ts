/** The options of a report, checked and complete. */
export interface ReportSettings {
  title: string | null;
  made: Date | null;
  recipe: object | null;
  charts: boolean;
}
