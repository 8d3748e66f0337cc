namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Wakes those who wait for new events. Who misses a signal finds the events in the record anyway.</summary>
internal sealed class EventSignal
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Says that events were captured.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Ends with the next signal that comes after this call, or when the time is over.</summary>
    /// <param name="longest">Longest wait.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await _next.Task.WaitAsync(longest, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Nothing came; the caller looks for itself.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
