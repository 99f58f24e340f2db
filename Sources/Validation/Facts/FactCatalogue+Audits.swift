extension FactCatalogue {
  /// Labels and audits.
  static let audits: [StylisedFact] = [
    StylisedFact(
      number: "11",
      statement: "Intent accounting moves gaming into mislabelled intent unless audited.",
      source: "Courty and Marschke 2004",
      claims: [
        .init(
          "gaming tokens labelled productive", unit: "share", .positive, band: 0.9...1, in: [main]
        ) {
          try $0[0].values("mislabel_rate_share", "intent")
        },
        .init("people gaming, labels less board", unit: "share", .negative, in: [main]) {
          try $0[0].difference(gamers, "intent", "board")
        },
        .init("people gaming, audited labels less labels", unit: "share", .negative, in: [main]) {
          try $0[0].difference(gamers, "intentAudited", "intent")
        },
      ]),
    StylisedFact(
      number: "12",
      statement: "Audits deter with diminishing returns and never fully.",
      source: "Olken 2007; Nagin et al. 2002; Pomeranz 2015",
      claims: [
        .init("people gaming, no audit less 5 % a week", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "board", "audit5")
        },
        .init("people gaming, 5 % less 20 % a week", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "audit5", "audit20")
        },
        .init("people gaming, 20 % less 40 % a week", unit: "share", .positive, in: [main]) {
          try $0[0].difference(gamers, "audit20", "audit40")
        },
        .init(
          "deterrence a point of audit rate, first 20 points less the next 20", unit: "share",
          .positive, in: [main]
        ) { data in
          let early = try data[0].difference(gamers, "board", "audit20").map { $0 / 20 }
          let late = try data[0].difference(gamers, "audit20", "audit40").map { $0 / 20 }
          return zip(early, late).map { $0 - $1 }
        },
        .init("people gaming at 40 % a week", unit: "share", .positive, in: [main]) {
          try $0[0].values(gamers, "audit40")
        },
      ]),
    StylisedFact(
      number: "13",
      statement: "Raising sanctions with strategic auditors lowers audits, not gaming.",
      source: "inspection game, Tsebelis 1989; Avenhaus, von Stengel and Zamir 2002",
      claims: [
        .init(
          "equilibrium gaming at sanction 9 less at sanction 4", unit: "share", .inBand,
          band: -1e-6...1e-6, in: []
        ) {
          _ in [try auditGame("gaming", sanction: 9, less: 4)]
        },
        .init(
          "equilibrium audits at sanction 9 less at sanction 4", unit: "share", .negative, in: []
        ) {
          _ in [try auditGame("audited", sanction: 9, less: 4)]
        },
      ]),
  ]
}
