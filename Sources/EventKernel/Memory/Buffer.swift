/// A growing array in memory that its owner must free.
///
/// `Array` asks before every write whether its storage is shared, which costs as much as pushing
/// an event. The kernel asks once per operation instead: a scheduler, a waiting room or a pool
/// keeps all its buffers behind one `CopyOnWrite`, which copies them together and frees them. No
/// buffer leaves its owner. Indices are checked in debug builds.
@usableFromInline
struct Buffer<Element: BitwiseCopyable>: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int

  /// Allocates an empty buffer.
  @inlinable init(capacity: Int = 8) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  /// Allocates a buffer filled with copies of one element.
  @inlinable init(repeating element: Element, count: Int) {
    self.init(capacity: Swift.max(count, 1))
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  @inlinable var isEmpty: Bool { count == 0 }

  @inlinable subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index outside the buffer")
      return base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "index outside the buffer")
      yield &base[index]
    }
  }

  /// Complexity: O(1) amortised.
  @inlinable mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    base.advanced(by: count).initialize(to: element)
    count &+= 1
  }

  @inlinable mutating func append(repeating element: Element, count number: Int) {
    if count &+ number > capacity { grow(to: count &+ number) }
    base.advanced(by: count).initialize(repeating: element, count: number)
    count &+= number
  }

  @inlinable mutating func append(from source: UnsafePointer<Element>, count number: Int) {
    if count &+ number > capacity { grow(to: count &+ number) }
    base.advanced(by: count).initialize(from: source, count: number)
    count &+= number
  }

  /// Makes room for elements that are written before they are read.
  @inlinable mutating func appendUninitialised(count number: Int) {
    if count &+ number > capacity { grow(to: count &+ number) }
    count &+= number
  }

  @inlinable mutating func append(contentsOf other: Buffer<Element>) {
    append(from: other.base, count: other.count)
  }

  @inlinable mutating func removeLast(_ number: Int = 1) {
    assert(number <= count, "fewer elements than are removed")
    count &-= number
  }

  /// Forgets the elements and keeps the memory.
  @inlinable mutating func removeAll() { count = 0 }

  @inlinable mutating func removeFirst(_ number: Int) {
    assert(number <= count, "fewer elements than are removed")
    base.update(from: base.advanced(by: number), count: count &- number)
    count &-= number
  }

  @inline(never) @inlinable mutating func grow(to needed: Int) {
    capacity = Swift.max(needed, capacity * 2, 8)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.initialize(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// A buffer of its own with the same elements.
  @inlinable func duplicate() -> Buffer {
    var copy = Buffer(capacity: Swift.max(count, 8))
    copy.append(contentsOf: self)
    return copy
  }

  @inlinable func deallocate() { base.deallocate() }
}
