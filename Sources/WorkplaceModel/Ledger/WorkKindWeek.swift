/// Queueing statistics of one kind of work in one week, over all teams.
public struct WorkKindWeek: Sendable {
  /// Items that arrived or were pulled.
  public var arrived: Int
  /// Items whose service started.
  public var started: Int
  /// Items whose service ended.
  public var finished: Int
  /// Started items that had to wait at all.
  public var waited: Int
  /// Sum over started items of clock hours from arrival to start.
  public var waitHours: Double
  /// Sum over finished items of clock hours from arrival to end of service.
  public var sojournHours: Double
  /// Integral over the week of the number waiting, in item-hours.
  public var queueHours: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    arrived: Int,
    started: Int,
    finished: Int,
    waited: Int,
    waitHours: Double,
    sojournHours: Double,
    queueHours: Double
  ) {
    self.arrived = arrived
    self.started = started
    self.finished = finished
    self.waited = waited
    self.waitHours = waitHours
    self.sojournHours = sojournHours
    self.queueHours = queueHours
  }
}
