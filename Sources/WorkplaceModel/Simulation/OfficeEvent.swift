/// What can happen in an office, in twelve bytes.
enum OfficeEvent: Sendable, BitwiseCopyable {
  /// A source of work brings its next item.
  case arrival(source: Int32)
  /// A member finishes what they are working on.
  case finish(member: Int32)
  /// The platform's reply to an agent run arrives.
  case reply(run: Int32)
  /// An agent run asks the rate-limited platform for its next reply.
  case request(run: Int32)
  /// A change has waited for review longer than the patience.
  case overdue(item: Int32)
  /// An escaped defect surfaces.
  case surface(item: Int32)
  /// An incident is noticed and must be repaired by the team.
  case noticed(item: Int32)
  /// A working day starts for a team.
  case dayStarts(team: Int32)
  /// Working hours begin again for a team with somebody idle.
  case opens(team: Int32)
  /// A member looks whether the threshold is met, on the last day.
  case checkThreshold(member: Int32)

  /// What identifies the event in a trajectory's fingerprint.
  var fingerprintKey: UInt64 {
    switch self {
    case .arrival(let id): 1 << 32 | UInt64(UInt32(bitPattern: id))
    case .finish(let id): 2 << 32 | UInt64(UInt32(bitPattern: id))
    case .reply(let id): 3 << 32 | UInt64(UInt32(bitPattern: id))
    case .request(let id): 4 << 32 | UInt64(UInt32(bitPattern: id))
    case .overdue(let id): 5 << 32 | UInt64(UInt32(bitPattern: id))
    case .surface(let id): 6 << 32 | UInt64(UInt32(bitPattern: id))
    case .noticed(let id): 7 << 32 | UInt64(UInt32(bitPattern: id))
    case .dayStarts(let id): 8 << 32 | UInt64(UInt32(bitPattern: id))
    case .opens(let id): 9 << 32 | UInt64(UInt32(bitPattern: id))
    case .checkThreshold(let id): 10 << 32 | UInt64(UInt32(bitPattern: id))
    }
  }
}
