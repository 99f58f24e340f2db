import Experiments
import Foundation
import Mustache

/// `report.html`: the results of a folder as one page that needs nothing else.
///
/// The page is made from the tables alone, holds its script and its data, opens no connection, and
/// takes every text of the scenario as text.
public struct ReportPage: Sendable {
  /// Every picture of the page in order.
  public let charts: [Chart]
  private let package: ResultsPackage
  private let activities: [RecordedActivity]
  private let context: ReportContext
  private let answer: ReportSection
  private let sections: [ReportSection]

  /// Reads what is to be shown.
  ///
  /// - Parameters:
  ///   - package: the folder that is reported on.
  ///   - others: folders of further experiments on the same scenario, whose parts are shown as well.
  /// - Throws: ``ResultsPackageError`` where another folder is about policies that this one lacks.
  public init(
    _ package: ResultsPackage, with others: [ResultsPackage] = []
  ) throws(ResultsPackageError) {
    let package = try package.adding(others)
    activities = [package.activity] + others.map(\.activity)
    let context = ReportContext(package)
    self.package = package
    self.context = context
    answer = AnswerSection.section(context)
    let shown = Set(answer.charts.map(\.name))
    sections = ReportSections.all.compactMap { $0(context)?.leavingOut(shown) }
      .filter { !$0.isEmpty }
    charts = answer.charts + sections.flatMap(\.charts)
  }

  /// The page as HTML.
  ///
  /// - Parameter drawing: who draws the charts.
  /// - Throws: what reading or parsing the template throws.
  public func html(_ drawing: ChartDrawing) throws -> String {
    let template = try PageTemplate.load()
    let scripts: [String] =
      switch drawing {
      case .script(let bundle): [bundle.script, template.script]
      case .pictures: []
      }
    let others = Array((context.findings("finding") + context.findings("distortion")).dropFirst())
    let cautions = context.findings("caution")
    let view = PageView(
      title: package.title.isEmpty ? package.name : package.title, name: package.name,
      label: package.activity.label,
      question: ReportQuestion(
        command: package.activity.command.first ?? "",
        policies: context.policies.count + context.hiddenPolicies
      ).text,
      design: DesignSentence(package.activity).text,
      contentSecurityPolicy: ContentSecurityPolicy(scripts: scripts).text, style: template.style,
      scripts: scripts, answer: SectionView(answer, drawing), findings: others,
      hasFindings: !others.isEmpty, cautions: cautions, hasCautions: !cautions.isEmpty,
      sections: sections.map { SectionView($0, drawing) },
      policies: context.policies.map(PolicyView.init),
      hiddenPolicies: context.hiddenPolicies == 0 ? nil : context.hiddenPolicies,
      provenance: activities.map(ProvenanceView.init), version: GoodhartVersion.current,
      specifications: scripts.isEmpty ? [] : charts.map(SpecificationView.init))
    return template.page(view)
  }

  /// The name of the page in a results folder.
  public static let fileName = "report.html"
}

/// Who draws the charts of a page.
public enum ChartDrawing: Sendable {
  /// The browser, by a script that the page carries: charts fit the width and answer the pointer.
  case script(VegaBundle)
  /// Pictures that were drawn before, as SVG by the names of charts: no script.
  case pictures([String: String])
}
