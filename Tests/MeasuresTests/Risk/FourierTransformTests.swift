import Foundation
import Randomness
import Testing

@testable import Measures

@Suite struct FourierTransformTests {
  @Test(arguments: [1, 2, 4, 8, 64])
  func `it agrees with the definition`(count: Int) {
    let (real, imaginary) = signal(count)
    var transformedReal = real
    var transformedImaginary = imaginary
    FourierTransform(count: count).transform(&transformedReal, &transformedImaginary)
    for frequency in 0..<count {
      var expected = (real: 0.0, imaginary: 0.0)
      for index in 0..<count {
        let angle = -2 * Double.pi * Double(index * frequency) / Double(count)
        expected.real += real[index] * cos(angle) - imaginary[index] * sin(angle)
        expected.imaginary += real[index] * sin(angle) + imaginary[index] * cos(angle)
      }
      #expect(abs(transformedReal[frequency] - expected.real) < 1e-12)
      #expect(abs(transformedImaginary[frequency] - expected.imaginary) < 1e-12)
    }
  }

  @Test func `inversion brings the signal back`() {
    let (real, imaginary) = signal(1024)
    var backReal = real
    var backImaginary = imaginary
    let transform = FourierTransform(count: 1024)
    transform.transform(&backReal, &backImaginary)
    transform.invert(&backReal, &backImaginary)
    #expect(zip(real, backReal).allSatisfy { abs($0 - $1) < 1e-13 })
    #expect(zip(imaginary, backImaginary).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  private func signal(_ count: Int) -> ([Double], [Double]) {
    var stream = RandomStream(
      StreamKey(seed: 3, replication: 0), purpose: 3, entity: 0, index: 0)
    let real = (0..<count).map { _ in stream.gaussian() }
    return (real, (0..<count).map { _ in stream.gaussian() })
  }
}
