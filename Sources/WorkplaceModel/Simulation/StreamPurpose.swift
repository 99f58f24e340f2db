import Randomness

/// What a random stream is for: the second coordinate of its address.
///
/// Streams are addressed by (purpose, entity, index), never by policy, so that the same employee,
/// item or session meets the same luck under every policy: common random numbers by construction.
enum StreamPurpose: UInt32 {
  case traits
  case arrivals
  case backlog
  case agentRun
  case gamingRun
  case weeklyTokens
  case choice
  case contagion
  case promise
  case audit
  case incident
  case injection
  case reopening
  case leaving
  case attackSuccess
  case rewardWeights
}

extension StreamKey {
  /// The one uniform that belongs to a purpose of an entity.
  func uniform(
    _ purpose: StreamPurpose, entity: some BinaryInteger, index: some BinaryInteger
  ) -> Double {
    var stream = stream(purpose, entity: entity, index: index)
    return stream.uniform()
  }

  /// The stream for a purpose of an entity.
  func stream(
    _ purpose: StreamPurpose, entity: some BinaryInteger, index: some BinaryInteger
  ) -> RandomStream {
    RandomStream(
      self, purpose: purpose.rawValue, entity: UInt32(truncatingIfNeeded: entity),
      index: UInt32(truncatingIfNeeded: index))
  }
}
