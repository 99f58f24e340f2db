import Testing
import WorkplaceModel

@testable import Measures

@Suite struct MeasureCatalogueTests {
  @Test func `identifiers are unique and carry their unit`() throws {
    let measures = MeasureCatalogue(try SampleScenario.make()).measures
    #expect(Set(measures.map(\.identifier)).count == measures.count)
    for measure in measures {
      #expect(measure.identifier.hasSuffix("_\(measure.unit.suffix)"), "\(measure.identifier)")
      #expect(measure.identifier == measure.identifier.lowercased())
    }
  }

  @Test func `every measure is explained`() throws {
    for measure in MeasureCatalogue(try SampleScenario.make()).measures {
      #expect(!measure.title.isEmpty)
      #expect(measure.definition.hasSuffix("."), "\(measure.identifier)")
      #expect(!measure.source.isEmpty)
    }
  }

  @Test func `all headline measures exist, in order`() {
    let catalogue = MeasureCatalogue.common
    #expect(catalogue.headline.map(\.identifier) == Measure.headline)
  }

  @Test func `every kind of work has its queueing measures`() throws {
    let catalogue = MeasureCatalogue(try SampleScenario.make())
    for kind in ["feature", "urgent_ticket"] {
      #expect(catalogue.measure("wait_\(kind)_h") != nil)
      #expect(catalogue.measure("queue_length_\(kind)_count") != nil)
      #expect(catalogue.measure("wait_probability_\(kind)_share") != nil)
      #expect(catalogue.measure("sojourn_\(kind)_h") != nil)
    }
  }

  @Test func `queues are counted by who owns them`() throws {
    let scenario = try SampleScenario.make()
    // Four people in teams of three: four inboxes, two common queues.
    #expect(scenario.queues(ofWorkKind: 0) == 4)
    #expect(scenario.queues(ofWorkKind: 1) == 2)
  }

  @Test func `column names are in snake case`() {
    #expect(Measure.columnName(of: "cherryPicking") == "cherry_picking")
    #expect(Measure.columnName(of: "email") == "email")
    #expect(Measure.columnName(of: "tier-2 Ticket") == "tier_2_ticket")
  }

  @Test func `policies do not change which measures there are`() throws {
    let scenario = try SampleScenario.make()
    let more = try SampleScenario.make(extraPolicies: [SampleScenario.policy("other", [2])])
    #expect(
      MeasureCatalogue(scenario).measures.map(\.identifier)
        == MeasureCatalogue(more).measures.map(\.identifier))
  }
}
