import EventKernel
import Testing

@Suite struct ProcessTableTests {
  @Test func `the first wake-up delivered resumes the process, the others are stale`() {
    var processes = ProcessTable<Int>()
    let process = processes.start(7)
    let wake = processes.beginWait(process)
    #expect(processes.isWaiting(process))
    #expect(processes.resume(wake) == process)
    #expect(processes.resume(wake) == nil)
    let next = processes.beginWait(process)
    #expect(processes.resume(wake) == nil, "an old wake-up cut the next wait short")
    #expect(processes.resume(next) == process)
  }

  @Test func `an interrupt ends the wait and makes its wake-ups stale`() {
    var processes = ProcessTable<Int>()
    let process = processes.start(0)
    #expect(processes.interrupt(process) == false, "it was not waiting")
    let wake = processes.beginWait(process)
    #expect(processes.interrupt(process) == true)
    #expect(processes.interrupt(process) == false)
    #expect(processes.resume(wake) == nil)
  }

  @Test func `a wake-up never reaches the successor of an ended process`() {
    var processes = ProcessTable<Int>()
    let first = processes.start(1)
    let wake = processes.beginWait(first)
    processes.end(first)
    let second = processes.start(2)
    #expect(second.slot == first.slot, "the place is used again")
    #expect(!processes.isAlive(first) && processes.isAlive(second))
    _ = processes.beginWait(second)
    #expect(processes.resume(wake) == nil)
    #expect(processes.interrupt(first) == false)
    #expect(processes[second] == 2)
    #expect(processes.count == 1)
  }

  @Test func `a copy is independent`() {
    var processes = ProcessTable<Int>()
    let process = processes.start(1)
    let wake = processes.beginWait(process)
    var copy = processes
    copy[process] = 5
    #expect(copy.resume(wake) == process)
    #expect(processes[process] == 1)
    #expect(processes.isWaiting(process))
  }
}
