import Foundation

/// A file being written: buffered, and hashed on the way out.
///
/// Every failed write is an error; nothing is dropped silently.
public struct ResultsFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = SHA256()

  /// Creates the file, or empties it when it exists.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - exclusively: Whether it is an error when something stands there.
  /// - Throws: `FileSystemError`.
  public init(creatingAt path: String, exclusively: Bool = false) throws {
    let existing = exclusively ? O_EXCL : O_TRUNC
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | existing, 0o666)
    guard descriptor >= 0 else { throw FileSystemError(.create, path: path, code: errno) }
    self.path = path
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { _ = Foundation.close(descriptor) }

  /// Appends text.
  ///
  /// - Throws: `FileSystemError`, at once or later, when the system refuses to store it.
  public mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands everything to the disk and returns the SHA-256 of the file in hexadecimal.
  ///
  /// - Throws: `FileSystemError`.
  public consuming func finish() throws -> String {
    try flush()
    // A device that cannot be synchronised (EINVAL, as for a pipe) has nothing to lose.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileSystemError(.write, path: path, code: errno)
    }
    return hash.finalizedHexDigest()
  }

  private mutating func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FileSystemError(.write, path: path, code: errno)
      }
    }
    hash.update(with: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static let bufferSize = 1 << 16
}
