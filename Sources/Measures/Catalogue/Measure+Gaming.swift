import WorkplaceModel

extension Measure {
  /// What was done for the metric alone.
  static let gamings: [Measure] =
    [
      Measure(
        "gaming_people_share", "People gaming", .share, .gaming, .lower,
        "Person-weeks in which the chosen profile uses at least one technique, over all.",
        source: "gaming prevalence, MODEL 4; Jacob and Levitt 2003",
        formula: .ofWeeks { $0.gamers / $0.personWeeks }),
      Measure(
        "gaming_token_share", "Tokens that are gaming", .share, .gaming, .lower,
        "Tokens burnt for the metric alone over all tokens.",
        source: "gaming token share, MODEL 4",
        formula: .ofWeeks { $0.gamingTokens / $0.tokens }),
      Measure(
        "gaming_hours_share", "Hours that are gaming", .share, .gaming, .lower,
        "Hours spent on gaming over all hours spent.",
        source: "gaming intensity, MODEL 4",
        formula: .ofWeeks { $0.gamingHours / ($0.workedHours + $0.gamingHours) }),
      Measure(
        "mislabel_rate_share", "Mislabel rate", .share, .gaming, .lower,
        "Gaming tokens labelled productive over all gaming tokens; 0 where nothing is gamed.",
        source: "MODEL 4; Courty and Marschke 2004",
        formula: .ofWeeks { $0.gamingTokens > 0 ? $0.mislabelledTokens / $0.gamingTokens : 0 }),
      Measure(
        "cherry_pick_rate_share", "Cherry-pick rate", .share, .gaming, .lower,
        "Person-weeks in which the easiest item in sight was taken on purpose, over all.",
        source: "MODEL 4; Dranove, Kessler, McClellan and Satterthwaite 2003",
        formula: .ofWeeks { $0.using[Technique.cherryPicking.rawValue] / $0.personWeeks }),
      Measure(
        "hidden_error_rate_share", "Hidden-error rate", .share, .gaming, .lower,
        "Defects noticed by their maker and neither reported nor mended, over all noticed.",
        source: "MODEL 4; Bevan and Hood 2006",
        formula: .ofWeeks { $0.defectsHidden / $0.defectsNoticed }),
      Measure(
        "easy_task_share", "Easy tasks", .share, .gaming, .neutral,
        "Finished tasks of difficulty below one half, over all finished tasks.",
        source: "cherry-picking, MODEL 4",
        formula: .ofWeeks { $0.easyTasks / $0.tasksFinished }),
      Measure(
        "top_decile_gaming_share", "Badge holders who gamed", .share, .gaming, .lower,
        "Share of the top decile by the leading metric that gamed, by four-week block.",
        source: "MODEL 4",
        formula: .ofQuality { $0.topDecileGaming }),
      Measure(
        "near_target_share", "Just above the target", .share, .gaming, .neutral,
        "Person-weeks whose value of the target's metric lies between the threshold and 1.1 times "
          + "it, over those with a value; missing for conditions. The difference from the same "
          + "people without the target is the bunching mass.",
        source: "Saez 2010; Kleven and Waseem 2013, with an exact counterfactual",
        formula: .ofDashboard { $0.targetNear / $0.targetScored }),
    ] + Technique.allCases.flatMap { technique in [using(technique), knowing(technique)] }

  private static func using(_ technique: Technique) -> Measure {
    Measure(
      "using_\(columnName(of: technique.name))_share", "Using: \(technique.summary)", .share,
      .gaming,
      .lower, "Person-weeks whose profile uses the technique (\(technique.summary)), over all.",
      source: "MODEL 1.2", formula: .ofWeeks { $0.using[technique.rawValue] / $0.personWeeks })
  }

  private static func knowing(_ technique: Technique) -> Measure {
    Measure(
      "knowing_\(columnName(of: technique.name))_share", "Knowing: \(technique.summary)", .share,
      .gaming, .lower,
      "Person-weeks in which the technique (\(technique.summary)) is known, over all.",
      source: "technique spread, MODEL 1.8; Bass 1969",
      formula: .ofWeeks { $0.knowing[technique.rawValue] / $0.personWeeks })
  }

  /// The part of a column name that stands for a name, such as `cherry_picking` for `cherryPicking`.
  public static func columnName(of name: String) -> String {
    var result = ""
    var previousIsLower = false
    for character in name {
      if character.isUppercase, previousIsLower { result.append("_") }
      previousIsLower = character.isLowercase || character.isNumber
      result.append(
        character.isLetter || character.isNumber ? character.lowercased() : "_")
    }
    return result
  }
}

extension PeriodTotals {
  /// Hours spent on work of any kind.
  var workedHours: Double {
    manualHours + agentHours + messageHours + reviewHours + reworkHours + incidentHours
      + buildingHours
  }
}
