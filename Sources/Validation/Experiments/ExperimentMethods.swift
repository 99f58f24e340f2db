/// E: the methods that experiments draw their conclusions with.
enum ExperimentMethods {
  static let all = SensitivityIndices.all + SamplingDesigns.all + OutputAnalysis.all
}
