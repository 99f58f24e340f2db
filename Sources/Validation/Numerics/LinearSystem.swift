import CGSL

/// Small dense systems of linear equations, by the library's LU decomposition.
enum LinearSystem {
  /// The solution x of `matrix` x = `right`.
  ///
  /// - Throws: `NumericalFailure` if the matrix is singular.
  static func solve(_ matrix: [[Double]], _ right: [Double]) throws -> [Double] {
    _ = LibraryFunction.handlerIsOff
    let size = right.count
    let entries = gsl_matrix_alloc(size, size)
    let given = gsl_vector_alloc(size)
    let solution = gsl_vector_alloc(size)
    let permutation = gsl_permutation_alloc(size)
    defer {
      gsl_matrix_free(entries)
      gsl_vector_free(given)
      gsl_vector_free(solution)
      gsl_permutation_free(permutation)
    }
    for row in 0..<size {
      gsl_vector_set(given, row, right[row])
      for column in 0..<size { gsl_matrix_set(entries, row, column, matrix[row][column]) }
    }
    var sign: Int32 = 0
    try NumericalFailure.check(
      gsl_linalg_LU_decomp(entries, permutation, &sign), "linear equations")
    try NumericalFailure.check(
      gsl_linalg_LU_solve(entries, permutation, given, solution), "linear equations")
    return (0..<size).map { gsl_vector_get(solution, $0) }
  }

  /// Whether a symmetric matrix is positive definite (Cholesky decomposition succeeds).
  static func isPositiveDefinite(_ matrix: [[Double]]) -> Bool {
    _ = LibraryFunction.handlerIsOff
    let size = matrix.count
    let entries = gsl_matrix_alloc(size, size)
    defer { gsl_matrix_free(entries) }
    for row in 0..<size {
      for column in 0..<size { gsl_matrix_set(entries, row, column, matrix[row][column]) }
    }
    return gsl_linalg_cholesky_decomp1(entries) == Int32(GSL_SUCCESS)
  }
}
