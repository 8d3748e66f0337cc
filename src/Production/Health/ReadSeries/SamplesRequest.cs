using Voltloop.Core.Problems;
using Voltloop.Record.Series;

namespace Voltloop.Health.ReadSeries;

/// <summary>Query parameters of the samples of a series.</summary>
/// <param name="From">First sample, from 0.</param>
/// <param name="Count">Samples wanted, 1 to <see cref="MaxCount"/>.</param>
/// <param name="Channels">Names of channels, separated by commas; all when absent.</param>
internal sealed record SamplesRequest(long? From, int? Count, string? Channels)
{
    /// <summary>Most samples in one answer.</summary>
    public const int MaxCount = 100_000;

    private const int UsualCount = 10_000;

    /// <summary>The range behind the parameters.</summary>
    /// <exception cref="ProblemException">A parameter is out of range.</exception>
    public SeriesRange ToRange()
    {
        if (From is < 0)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"from is {From}; it must be 0 or more.", "from");
        }

        if (Count is < 1 or > MaxCount)
        {
            throw new ProblemException(CommonProblems.BadRequest, $"count is {Count}; it must be 1 to {MaxCount}.", "count");
        }

        var names = Channels?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new SeriesRange(From ?? 0, Count ?? UsualCount, names is { Length: > 0 } ? names : null);
    }
}
