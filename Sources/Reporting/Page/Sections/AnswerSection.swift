import Experiments

/// What people look at first: which policy to pick, and the one chart that says why.
enum AnswerSection {
  static func section(_ context: ReportContext) -> ReportSection {
    ReportSection(
      name: "answer", title: "The answer", lead: context.findings("finding").first ?? "",
      charts: [Chart.claimedAndTrue(context) ?? experiment(context)].compactMap { $0 })
  }

  /// The chart that answers what an experiment asked; it is left out below.
  private static func experiment(_ context: ReportContext) -> Chart? {
    switch context.package.activity.command.first {
    case "sweep": Chart.winners(context) ?? Chart.sensitivity(context)
    case "attribute": Chart.waterfalls(context).first
    case "flip": Chart.flips(context) ?? Chart.flipMap(context) ?? Chart.leadsAtEnds(context)
    case "optimize": Chart.paretoFronts(context).first ?? Chart.confirmation(context)
    case "select": Chart.replicationsSpent(context) ?? Chart.selection(context)
    default: Chart.selection(context)
    }
  }
}
