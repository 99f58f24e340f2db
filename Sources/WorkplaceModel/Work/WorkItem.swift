import EventKernel

/// What an item asks of the person who works on it.
enum Activity: UInt8, Sendable {
  /// Work that counts as a task: features, bugs, tickets.
  case task
  /// Work that does not: e-mail, chat.
  case message
  /// Looking at a team-mate's change.
  case review
  /// Mending a defect before or after review, or reopened work.
  case rework
  /// Repairing an incident.
  case repair
  /// Work done for the metric alone.
  case gaming
  /// Building automation.
  case building
}

/// What has happened to an item.
struct ItemFlags: OptionSet, Sendable, BitwiseCopyable {
  var rawValue: UInt16
  static let usesAgent = ItemFlags(rawValue: 1 << 0)
  static let untrusted = ItemFlags(rawValue: 1 << 1)
  static let defective = ItemFlags(rawValue: 1 << 2)
  static let reworked = ItemFlags(rawValue: 1 << 3)
  static let junk = ItemFlags(rawValue: 1 << 4)
  static let humanPartDone = ItemFlags(rawValue: 1 << 5)
  static let agentPartPending = ItemFlags(rawValue: 1 << 6)
  static let submitted = ItemFlags(rawValue: 1 << 7)
  static let accepted = ItemFlags(rawValue: 1 << 8)
  static let started = ItemFlags(rawValue: 1 << 9)
  static let fasterWithAgent = ItemFlags(rawValue: 1 << 10)
}

/// The luck an item is born with.
///
/// Every uniform that decides an item's fate is drawn when the item appears, from the stream of its
/// source, so that it meets the same fate under every policy that treats it the same way.
struct ItemLuck: Sendable, BitwiseCopyable {
  var agent: Float
  var success: Float
  var defect: Float
  var notice: Float
  var catching: Float
  var harmCatching: Float
  var deploy: Float
  var incident: Float
}

/// One item of work, in a slot of its office.
struct WorkItem: Sendable, BitwiseCopyable {
  /// Index of the work kind; for reviews, rework and gaming that of the item it stems from.
  var kind: Int16
  var activity: Activity
  var priority: UInt8
  var flags: ItemFlags
  /// Member of the office who made, or will make, the item; -1 while it is the team's.
  var maker: Int32
  /// Team of the office.
  var team: Int32
  /// Slot of the item that a review or rework is about; -1 for none.
  var subject: Int32
  /// Standard hours of work for task, message and rework; plain hours for the rest.
  var size: Double
  /// Working hours left once started.
  var remainingHours: Double
  /// Standard hours of value credited on acceptance.
  var value: Double
  var difficulty: Float
  var successProbability: Float
  var luck: ItemLuck
  /// Clock hours.
  var arrivedAt: Double
  /// Clock hours of opening for review.
  var openedAt: Double
  /// Expected harmful actions hidden in the change, by reviewable tool class.
  var latentWrite: Float
  var latentDeploy: Float
  /// Address of the item's own streams.
  var sourceEntity: UInt32
  var identity: UInt32
  /// Place in a waiting line, while it waits.
  var ticket: WaitingRoom<Int32>.Ticket?
  /// The event that merges a change nobody reviewed.
  var overdue: EventHandle?
  /// Hours a review of the item takes, drawn with the item.
  var reviewHours: Float
  /// Rework hours per standard hour, drawn with the item.
  var reworkFactor: Float
  /// Probability that the review the item had stops what is hidden in it; 0 without a review.
  var catchProbability: Float = 0
}

extension ItemLuck {
  /// For items whose fate nothing depends on.
  static let none = ItemLuck(
    agent: 1, success: 1, defect: 1, notice: 1, catching: 1, harmCatching: 1, deploy: 1,
    incident: 1)
}
