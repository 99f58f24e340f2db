extension Array {
  /// The columns cut into stretches that fit beside the names of rows into a line; none is empty.
  ///
  /// - Parameters:
  ///   - lineWidth: characters of a line.
  ///   - nameWidth: characters that the names of rows take.
  ///   - width: characters that a column takes, its gap included.
  func chunks(
    within lineWidth: Int, besideNamesOf nameWidth: Int, width: (Element) -> Int
  ) -> [[Element]] {
    var chunks: [[Element]] = []
    var taken = nameWidth
    for column in self {
      let wanted = width(column)
      if chunks.isEmpty || taken + wanted > lineWidth {
        chunks.append([])
        taken = nameWidth
      }
      chunks[chunks.count - 1].append(column)
      taken += wanted
    }
    return chunks
  }
}
