import CGSL

/// Discrete Fourier transforms of one length, a power of two, by the GNU Scientific Library.
///
/// The library keeps complex numbers as interleaved pairs; here the parts are separate, as those
/// who tilt and untilt them need them.
struct FourierTransform {
  /// Number of points.
  let count: Int

  /// Prepares transforms of `count` points.
  init(count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "the length must be a power of two")
    self.count = count
  }

  /// Replaces x by its transform, the sum over j of x[j] e^(-2 pi i j k / n).
  ///
  /// - Complexity: O(n log n)
  func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
    apply(gsl_fft_complex_radix2_forward, to: &real, &imaginary)
  }

  /// Undoes ``transform(_:_:)``, division by the number of points included.
  func invert(_ real: inout [Double], _ imaginary: inout [Double]) {
    apply(gsl_fft_complex_radix2_inverse, to: &real, &imaginary)
  }

  private func apply(
    _ routine: (UnsafeMutablePointer<Double>?, Int, Int) -> Int32, to real: inout [Double],
    _ imaginary: inout [Double]
  ) {
    precondition(real.count == count && imaginary.count == count, "one number for every point")
    var packed = [Double](repeating: 0, count: 2 * count)
    for index in 0..<count {
      packed[2 * index] = real[index]
      packed[2 * index + 1] = imaginary[index]
    }
    let status = routine(&packed, 1, count)
    precondition(status == 0, "the transform refuses only lengths that are not powers of two")
    for index in 0..<count {
      real[index] = packed[2 * index]
      imaginary[index] = packed[2 * index + 1]
    }
  }
}
