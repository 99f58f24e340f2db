/// E: the methods that experiments draw their conclusions with.
enum ExperimentMethods {
  static let all =
    ComparisonConstants.all + IntervalCoverage.all + SimultaneousCoverage.all
    + SelectionProcedures.all + OutputAnalysis.all + SensitivityIndices.all + SamplingDesigns.all
    + FlipSurface.all
}
