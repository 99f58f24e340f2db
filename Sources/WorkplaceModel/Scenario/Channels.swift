/// The ways by which a policy's metric acts on what is achieved; each can be switched off alone, on
/// the same random numbers, so that its part in the whole can be computed.
///
/// The first three are Goodhart's law in the terms of Manheim and Garrabrant (arXiv 1803.04585):
/// regressional, causal, adversarial. The fourth is what agents break on the way.
public struct Channels: OptionSet, Hashable, Sendable {
  /// One bit for each channel.
  public let rawValue: UInt8

  /// Creates a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Selection on noise (regressional): luck in the metric decides who is ranked, paid and audited.
  ///
  /// Off, everybody is judged by what their metric is expected to be, given what they do.
  public static let noise = Channels(rawValue: 1)
  /// Redirected honest effort (causal, multitask): people work where it is measured.
  ///
  /// Off, honest choices are those people would make without the metric.
  public static let redirection = Channels(rawValue: 2)
  /// Gaming (adversarial): people serve the metric instead of the work.
  ///
  /// Off, no technique is available.
  public static let gaming = Channels(rawValue: 4)
  /// Harm done by agents and by defects that escape.
  ///
  /// Off, no call of a tool and no defect does harm.
  public static let risk = Channels(rawValue: 8)

  /// Every channel.
  public static let all: Channels = [.noise, .redirection, .gaming, .risk]

  /// The channels one by one, in the order of reports.
  public static let each: [Channels] = [.noise, .redirection, .gaming, .risk]

  /// The names of the channels in the set, in the order of reports.
  public var names: [String] {
    zip(Self.each, ["noise", "redirection", "gaming", "risk"]).filter { contains($0.0) }.map(\.1)
  }
}
