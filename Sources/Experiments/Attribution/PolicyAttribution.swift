import WorkplaceModel

/// The net effect of a policy on one measure, split by the channels through which it acts.
///
/// With S a set of channels, e(S) is the measure under the policy with these channels alone, less
/// the measure without the metric, on the same random numbers. e(all) is the net effect. e(none) is
/// what running the policy does by itself: overhead, audits, rewards, dislike of control. The rest
/// is divided among the channels by their Shapley values, so that in every replication
///
///     e(all) = e(none) + phi(noise) + phi(redirection) + phi(gaming) + phi(risk).
public struct PolicyAttribution: Sendable {
  /// Name of the policy.
  public let policy: String
  /// Identifier of the measure.
  public let measure: String
  /// The channels that can act under the policy.
  public let acting: Channels
  /// One game for each replication.
  private let games: [CoalitionGame]

  /// Creates the attribution.
  ///
  /// - Parameter effects: e(S) by the bits of S, then replication; NaN where undefined.
  init(policy: String, measure: String, acting: Channels, effects: [[Double]]) {
    self.policy = policy
    self.measure = measure
    self.acting = acting
    games = (effects.first ?? []).indices.map { replication in
      CoalitionGame(worth: effects.map { $0[replication] })
    }
  }

  /// The net effect with some channels only.
  public func effect(of channels: Channels) -> Estimate {
    Estimate(games.map { $0.worth[Int(channels.rawValue)] })
  }

  /// The net effect of the policy.
  public var total: Estimate { effect(of: .all) }

  /// What running the policy does without any channel.
  public var running: Estimate { effect(of: []) }

  /// What running the policy does, by replication.
  public var runningByReplication: [Double] { games.map { $0.worth[0] } }

  /// The part of a channel: its Shapley value.
  public func part(of channel: Channels) -> Estimate { Estimate(partByReplication(of: channel)) }

  /// The part of a channel, by replication.
  public func partByReplication(of channel: Channels) -> [Double] {
    games.map { $0.shapleyValue(of: channel.player) }
  }

  /// What a channel does where no other acts.
  public func alone(_ channel: Channels) -> Estimate { joining([], channel) }

  /// What a channel does where all others act.
  public func last(_ channel: Channels) -> Estimate {
    joining(Channels.all.subtracting(channel), channel)
  }

  /// What a channel does last, less what it does alone: not 0 where the order matters.
  public func orderEffect(of channel: Channels) -> Estimate {
    let others = Int(Channels.all.subtracting(channel).rawValue)
    return Estimate(
      games.map {
        $0.marginal(of: channel.player, joining: others)
          - $0.marginal(of: channel.player, joining: 0)
      })
  }

  /// The least and the most that a channel does on average, over all orders in which channels may
  /// be added; nil where the measure is undefined.
  public func range(over channel: Channels) -> ClosedRange<Double>? {
    let others = Channels.all.subtracting(channel)
    let means = (0...Channels.all.rawValue).map { Channels(rawValue: $0) }
      .filter { others.isSuperset(of: $0) }.compactMap { joining($0, channel).mean }
    guard let least = means.min(), let most = means.max() else { return nil }
    return least...most
  }

  /// How much more two channels do together than each by itself, averaged over orders.
  public func interaction(of first: Channels, _ second: Channels) -> Estimate {
    Estimate(games.map { $0.interaction(of: first.player, second.player) })
  }

  private func joining(_ before: Channels, _ channel: Channels) -> Estimate {
    Estimate(games.map { $0.marginal(of: channel.player, joining: Int(before.rawValue)) })
  }
}

extension Channels {
  /// The player of the game that a single channel is.
  fileprivate var player: Int { rawValue.trailingZeroBitCount }
}
