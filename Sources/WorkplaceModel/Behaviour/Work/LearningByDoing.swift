import Foundation

/// Learning by doing with agents (Arrow 1962; MODEL 1.3).
///
/// `epsilon_t = epsilon - drop + gain (1 - exp(-E / E0))`, with E the hours of agent-assisted work
/// so far: a beginner is slower than later, and some people never gain.
struct LearningByDoing: Sendable {
  let drop: Double
  let gain: Double
  let scaleHours: Double

  init(_ behaviour: BehaviourParameters) {
    drop = behaviour.learningDrop
    gain = behaviour.learningGain
    scaleHours = behaviour.learningHours
  }

  /// Gain of agent-assisted over manual work per hour, as a fraction; may be negative.
  func effect(longRun: Double, experienceHours: Double) -> Double {
    max(-0.9, longRun - drop + gain * (1 - inexperience(experienceHours)))
  }

  /// What is left of a beginner's difficulties: 1 at the start, 0 in the long run.
  func inexperience(_ experienceHours: Double) -> Double {
    scaleHours > 0 ? exp(-experienceHours / scaleHours) : 0
  }
}
