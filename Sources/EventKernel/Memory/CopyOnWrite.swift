/// A bundle of buffers that are copied together and freed together.
@usableFromInline
protocol BufferBundle: BitwiseCopyable {
  /// A bundle with buffers of its own and the same contents.
  func duplicate() -> Self
  /// Frees the buffers; nothing may be used afterwards.
  func deallocate()
}

/// Gives a bundle of buffers the semantics of a value: copies share it until one of them writes.
@usableFromInline
struct CopyOnWrite<Bundle: BufferBundle>: @unchecked Sendable {
  /// The shared owner, which frees the bundle when the last copy is gone.
  ///
  /// The bundle lies in memory of its own, not in a property, so that access to it is not checked
  /// for exclusivity at run time; the value around it is `inout` whenever it is written.
  @usableFromInline final class Owner {
    @usableFromInline let bundle: UnsafeMutablePointer<Bundle>

    @inlinable init(_ bundle: Bundle) {
      self.bundle = .allocate(capacity: 1)
      self.bundle.initialize(to: bundle)
    }

    @inlinable deinit {
      bundle.pointee.deallocate()
      bundle.deallocate()
    }
  }

  @usableFromInline var owner: Owner

  @inlinable init(_ bundle: Bundle) { owner = Owner(bundle) }

  /// The bundle, for reading.
  @inlinable var reading: UnsafePointer<Bundle> { UnsafePointer(owner.bundle) }

  /// The bundle, for writing: unshared first when a copy exists.
  @inlinable var writing: UnsafeMutablePointer<Bundle> {
    mutating get {
      if !isKnownUniquelyReferenced(&owner) { unshare() }
      return owner.bundle
    }
  }

  @inline(never) @inlinable mutating func unshare() {
    owner = Owner(owner.bundle.pointee.duplicate())
  }
}
