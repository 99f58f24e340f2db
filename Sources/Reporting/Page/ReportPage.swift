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
  private let context: ReportContext
  private let answer: ReportSection
  private let sections: [ReportSection]

  /// Reads what is to be shown.
  ///
  /// - Parameters:
  ///   - package: the folder that is reported on.
  ///   - others: folders of further experiments on the same scenario, whose parts are shown as well.
  public init(_ package: ResultsPackage, with others: [ResultsPackage] = []) {
    let package = package.adding(others)
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
  /// - Parameter bundle: the script that draws Vega-Lite specifications.
  /// - Throws: what reading or parsing the template throws.
  public func html(bundle: VegaBundle) throws -> String {
    let template = try PageTemplate.load()
    let policy = ContentSecurityPolicy(scripts: [bundle.script, template.script])
    let view = PageView(
      title: package.title.isEmpty ? package.name : package.title, name: package.name,
      label: package.activity.label, design: DesignSentence(package.activity).text,
      contentSecurityPolicy: policy.text, style: template.style, bundle: bundle.script,
      script: template.script, answer: SectionView(answer),
      sections: sections.map(SectionView.init),
      policies: context.policies.map(PolicyView.init),
      hiddenPolicies: context.hiddenPolicies == 0 ? "" : "\(context.hiddenPolicies)",
      provenance: ProvenanceView(package.activity), version: GoodhartVersion.current,
      specifications: charts.map(SpecificationView.init))
    return template.page(view)
  }

  /// The name of the page in a results folder.
  public static let fileName = "report.html"
}

/// What a page may load and run: its own two scripts, nothing from anywhere.
///
/// `unsafe-eval` is what Vega needs to compile expressions of specifications, which are the
/// program's own; no inline script but the two is run, whatever text gets into the page.
///
/// Source: W3C Content Security Policy Level 3.
struct ContentSecurityPolicy {
  let scripts: [String]

  var text: String {
    let hashes = scripts.map { "'sha256-\(SHA256.digest(of: $0).base64EncodedString())'" }
    return """
      default-src 'none'; script-src \(hashes.joined(separator: " ")) 'unsafe-eval'; \
      style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'
      """
  }
}
