using Voltloop.Health.Model.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Late samples merged with what is known; of a moment that is known already, the first values stay.</summary>
/// <param name="All">Known and new, in the order of time.</param>
/// <param name="New">The new ones.</param>
internal sealed record SampleMerge(SampleColumns All, SampleColumns New)
{
    private int[] _mainBefore = [];

    /// <summary>Samples that were there with the same values.</summary>
    public int Repeated { get; private init; }

    /// <summary>Samples of a known moment with other values.</summary>
    public int Contradicted { get; private init; }

    /// <summary>Merges.</summary>
    public static SampleMerge Of(KnownSamples known, SampleColumns late)
    {
        var (fresh, repeated) = (new List<int>(), 0);
        for (var i = 0; i < late.Count; i++)
        {
            var at = Array.BinarySearch(known.Samples.Time, late.Time[i]);
            if (at < 0) fresh.Add(i);
            else if (late.Says(i, known.Samples, at)) repeated++;
        }

        var added = late.Pick([.. fresh]);
        var both = SampleColumns.Join([known.Samples, added]);
        int[] order = [.. Enumerable.Range(0, both.Count).OrderBy(i => both.Time[i])];
        return new SampleMerge(both.Pick(order), added)
        {
            Repeated = repeated, Contradicted = late.Count - fresh.Count - repeated, _mainBefore = Before(order, known.IsMain),
        };
    }

    /// <summary>Samples of the series of what came in order before one of <see cref="All"/>.</summary>
    public int MainBefore(int row) => _mainBefore[row];

    private static int[] Before(int[] order, bool[] isMain)
    {
        var (before, count) = (new int[order.Length], 0);
        for (var i = 0; i < order.Length; i++)
        {
            before[i] = count;
            if (order[i] < isMain.Length && isMain[order[i]]) count++;
        }

        return before;
    }
}
