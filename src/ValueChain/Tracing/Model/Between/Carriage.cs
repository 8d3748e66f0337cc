namespace Voltloop.Tracing.Model.Between;

/// <summary>A time that a thing spent in a pallet or box, as events tell it.</summary>
/// <param name="Carrier">The pallet or box.</param>
/// <param name="Told">Events of both, in the order of time.</param>
internal sealed record Carriage(string Carrier, IReadOnlyList<StepEvent> Told)
{
    /// <summary>The carriages of a thing.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="standing">Events that name it.</param>
    public static IReadOnlyList<Carriage> Of(string thing, IEnumerable<StepEvent> standing) =>
        [.. standing.Where(one => one.Names.Carrier(thing) is not null).GroupBy(one => one.Names.Carrier(thing)!, StringComparer.Ordinal)
            .Select(same => new Carriage(same.Key, [.. same.OrderBy(one => one.Names.At)]))];

    /// <summary>Whether the thing was inside at a moment: put in or seen before and not taken out since; or only seen or taken out later.</summary>
    public bool HoldsAt(DateTimeOffset at)
    {
        var before = Told.LastOrDefault(one => one.Names.At <= at);
        return before is not null ? !before.Names.TakesOut : Told.FirstOrDefault(one => one.Names.At > at) is { Names.PutsIn: false };
    }
}
