import Foundation
import Randomness

/// The measured tables that travel with the program.
enum CarriedTables {
  /// Distributions fitted to public data, with the source of each.
  static let fits = FittedDistributions(table: table(named: "fitted_defaults"))

  /// Commits of office workers by hour of the week (20,068 commits, 11 public repositories).
  static let officeProfile: HourOfWeekProfile = {
    let commits = table(named: "hour_of_week_commits")
    let shares = (commits.column("share") ?? []).compactMap(Double.init)
    guard let profile = try? HourOfWeekProfile(shares: shares) else {
      preconditionFailure("hour_of_week_commits.csv holds 168 shares")
    }
    return profile
  }()

  /// Trials of attacks by injected content, by surface and defence (949 attacks a defence).
  static let injectionTrials = InjectionTrials.attacks(from: table(named: "injection_trials"))

  private static func table(named name: String) -> CommaSeparatedTable {
    guard
      let address = Bundle.module.url(
        forResource: name, withExtension: "csv", subdirectory: "Data"),
      let text = try? String(contentsOf: address, encoding: .utf8),
      let read = try? CommaSeparatedTable(text)
    else { preconditionFailure("the program is installed with its table \(name).csv") }
    return read
  }
}
