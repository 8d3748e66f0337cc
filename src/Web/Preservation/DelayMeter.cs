namespace Voltloop.Web.Preservation;

/// <summary>Remembers the latest delays between the record's moment at the primary and durable here, in milliseconds.</summary>
public sealed class DelayMeter
{
    private const int Kept = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<double> _latest = new();

    /// <summary>Adds a delay.</summary>
    public void Add(double milliseconds)
    {
        lock (_lock)
        {
            _latest.Enqueue(milliseconds);
            if (_latest.Count > Kept)
            {
                _latest.Dequeue();
            }
        }
    }

    /// <summary>Median, 99th percentile and greatest of the latest delays; <c>null</c> before the first.</summary>
    public Delays? Read()
    {
        lock (_lock)
        {
            double[] sorted = [.. _latest.Order()];
            return sorted.Length == 0 ? null : new Delays(sorted.Length, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)], sorted[^1]);
        }
    }
}
