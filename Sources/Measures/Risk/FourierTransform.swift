import Foundation

/// Discrete Fourier transforms of one length, a power of two, with their roots of unity at hand.
///
/// Iterative radix-2 transform (Cooley and Tukey 1965) in place over separate real and imaginary
/// parts. It lives here because a target may import only what stands above it, and this one needs
/// nothing else of a numerical library.
struct FourierTransform {
  /// Number of points.
  let count: Int

  private let cosines: [Double]
  private let sines: [Double]

  /// Prepares transforms of `count` points.
  init(count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "the length must be a power of two")
    self.count = count
    let angles = (0..<max(1, count / 2)).map { -2 * Double.pi * Double($0) / Double(count) }
    cosines = angles.map { cos($0) }
    sines = angles.map { sin($0) }
  }

  /// Replaces x by its transform, the sum over j of x[j] e^(-2 pi i j k / n).
  ///
  /// - Complexity: O(n log n)
  func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
    precondition(real.count == count && imaginary.count == count, "one number for every point")
    reorder(&real, &imaginary)
    var half = 1
    while half < count {
      let stride = count / (2 * half)
      for start in Swift.stride(from: 0, to: count, by: 2 * half) {
        for offset in 0..<half {
          let low = start + offset
          let high = low + half
          let cosine = cosines[offset * stride]
          let sine = sines[offset * stride]
          let turnedReal = real[high] * cosine - imaginary[high] * sine
          let turnedImaginary = real[high] * sine + imaginary[high] * cosine
          real[high] = real[low] - turnedReal
          imaginary[high] = imaginary[low] - turnedImaginary
          real[low] += turnedReal
          imaginary[low] += turnedImaginary
        }
      }
      half *= 2
    }
  }

  /// Undoes ``transform(_:_:)``, division by the number of points included.
  func invert(_ real: inout [Double], _ imaginary: inout [Double]) {
    transform(&imaginary, &real)
    let factor = 1 / Double(count)
    for index in 0..<count {
      real[index] *= factor
      imaginary[index] *= factor
    }
  }

  /// Puts every element where its index with reversed bits points.
  private func reorder(_ real: inout [Double], _ imaginary: inout [Double]) {
    var reversed = 0
    for index in 1..<max(1, count) {
      var bit = count >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if index < reversed {
        real.swapAt(index, reversed)
        imaginary.swapAt(index, reversed)
      }
    }
  }
}
