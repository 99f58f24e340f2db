/// Every stylised fact, in the order of the reference.
public enum FactCatalogue {
  /// Behaviour of people under metrics, then what real data say.
  public static let all: [StylisedFact] =
    visibility + targets + rankings + audits + outcomes + dynamics + people + telemetry

  static let main = FactStudy("facts.yaml")
  static let gamers = "gaming_people_share"
  static let gamingTokens = "gaming_token_share"

  /// Boards, promises and what outlasts them.
  private static let visibility: [StylisedFact] = [
    StylisedFact(
      number: "1",
      statement: "Hiding the board lowers gaming and does not eliminate it, because managers still "
        + "see the numbers.",
      source: "Blanes i Vidal and Nossol 2011; Barankay 2012; Financial Times 2026",
      claims: [
        .init("people gaming, public less managers only", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "board", "managerBoard")
        },
        .init("people gaming, managers only", unit: "share", .positive, in: [main]) {
          try $0[0].values(gamers, "managerBoard")
        },
        .init(
          "people gaming, managers only over public", unit: "ratio", .positive, band: 0.3...0.8,
          in: [main]
        ) {
          try $0[0].relative(gamers, "managerBoard", "board").map { $0 + 1 }
        },
        .init("people gaming where nobody sees the metric", unit: "share", .zero, in: [main]) {
          try $0[0].values(gamers, "hiddenBoard")
        },
      ]),
    StylisedFact(
      number: "2",
      statement:
        "A promise of non-use lowers gaming in proportion to its credibility; only a fully "
        + "credible promise on an invisible board ends it.",
      source: "credibility logic of MODEL 1.7; 404 Media 2026",
      claims: [
        .init("people gaming, credibility 0 less 0.5", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "credibility0", "credibility50")
        },
        .init("people gaming, credibility 0.5 less 1", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "credibility50", "credibility100")
        },
        .init(
          "people gaming for managers' eyes under a credible promise", unit: "share", .inBand,
          band: 0...0.03, in: [main]
        ) {
          try $0[0].values(gamers, "credibleManagerBoard")
        },
      ]),
    StylisedFact(
      number: "4",
      statement: "Withdrawing the board after techniques have spread leaves more gaming than never "
        + "having had it; not if the techniques are patched.",
      source: "contagion of misconduct, Dimmock, Gerken and Graham 2018",
      claims: [
        .init("people gaming, withdrawn less never public", unit: "share", .positive, in: [fuse]) {
          try $0[0].difference(gamers, "withdrawn", "neverPublic")
        },
        .init("tokens gaming, withdrawn less never public", unit: "share", .positive, in: [fuse]) {
          try $0[0].difference(gamingTokens, "withdrawn", "neverPublic")
        },
        .init(
          "people gaming, patched less never public", unit: "share", .inBand, band: -0.05...0.01,
          in: [fuse]
        ) {
          try $0[0].difference(gamers, "patched", "neverPublic")
        },
      ]),
  ]

  static let fuse = FactStudy("facts/hysteresis.yaml")
}
