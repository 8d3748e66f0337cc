using System.Collections.Concurrent;

namespace Voltloop.Bench.Fuzz;

/// <summary>Reads inputs one after another on a thread of its own, so that one that does not end can be left behind.</summary>
internal sealed class FuzzWorker : IDisposable
{
    /// <summary>Time for an input.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Memory that an input below <see cref="SmallInput"/> may take, in bytes.</summary>
    public const long MaxAllocated = 2L << 30;

    private const int SmallInput = 1 << 20;
    private const int StackBytes = 1 << 20;

    private readonly BlockingCollection<byte[]> _inputs = new(1);
    private readonly BlockingCollection<FuzzVerdict> _verdicts = new(1);
    private readonly FuzzTarget _target;

    public FuzzWorker(FuzzTarget target)
    {
        _target = target;
        // The stack is that of a thread of the pool: what overflows there must overflow here.
        new Thread(Work, StackBytes) { IsBackground = true, Name = target.Name }.Start();
    }

    /// <summary>True after an input did not end: the thread is lost.</summary>
    public bool IsStuck { get; private set; }

    public FuzzVerdict Try(byte[] input)
    {
        _inputs.Add(input);
        if (_verdicts.TryTake(out var verdict, Limit)) return verdict;
        IsStuck = true;
        return new FuzzVerdict(null, "no answer in time", $"No answer within {Limit.TotalSeconds} s.");
    }

    public void Dispose() => _inputs.CompleteAdding();

    private void Work()
    {
        foreach (var input in _inputs.GetConsumingEnumerable()) _verdicts.Add(Read(input));
    }

    // All threads are counted, since a parser may go on elsewhere after an await; nothing else works meanwhile.
    private FuzzVerdict Read(byte[] input)
    {
        var before = GC.GetTotalAllocatedBytes();
        var verdict = Judge(input);
        var taken = GC.GetTotalAllocatedBytes() - before;
        return verdict.Finding is null && input.Length < SmallInput && taken > MaxAllocated ? new FuzzVerdict(null, "too much memory", $"{input.Length} bytes took {taken} bytes of memory.") : verdict;
    }

    private FuzzVerdict Judge(byte[] input)
    {
        try
        {
            _target.Try(input);
            return FuzzVerdict.Accepted;
        }
        catch (Exception error)
        {
            return FuzzVerdict.Of(error);
        }
    }
}
