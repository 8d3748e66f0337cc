using Voltloop.Passport.Model;
using Voltloop.Record.Ports;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>Measures the store, at most once in a while, since measuring itself takes a second.</summary>
internal sealed class CostReader(IStoreMeter meter, TimeProvider clock) : IDisposable
{
    /// <summary>Updates that are written to measure what one takes.</summary>
    public const int Updates = 500;

    /// <summary>How long sizes are shown again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    /// <summary>How long the effort of updates is shown again: the machine changes less than the store.</summary>
    public static readonly TimeSpan EffortFreshness = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1);
    private CostReport? _last;
    private (DateTimeOffset At, UpdateEffort Effort)? _effort;

    /// <summary>The measured figures.</summary>
    public async Task<CostReport> MeasureAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_last is { } last && clock.GetUtcNow() - last.MeasuredAt < Freshness) return last;
            if (_effort is not { } known || clock.GetUtcNow() - known.At > EffortFreshness)
                _effort = known = (clock.GetUtcNow(), await meter.MeasureUpdatesAsync(Updates, cancellation).ConfigureAwait(false));
            return _last = new CostReport(clock.GetUtcNow(), await meter.MeasureSizesAsync(cancellation).ConfigureAwait(false), known.Effort);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The measured figures with a calculation over them.</summary>
    /// <exception cref="Core.Problems.ProblemException">A figure that was entered is none, or out of range.</exception>
    public async Task<CostReport> EstimateAsync(Func<string, string?> entered, CancellationToken cancellation)
    {
        var report = await MeasureAsync(cancellation).ConfigureAwait(false);
        return report with { Estimate = CostEstimate.Of(CostFields.Require(report.Proposal(), entered)) };
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
