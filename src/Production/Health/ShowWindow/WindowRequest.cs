using Microsoft.AspNetCore.Mvc;
using Voltloop.Core.Problems;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Series;

namespace Voltloop.Health.ShowWindow;

/// <summary>Which part of a series is wanted, and how finely.</summary>
/// <param name="From">First value of the axis, in its unit; the beginning when absent.</param>
/// <param name="To">Last value of the axis; the end when absent.</param>
/// <param name="Points">Columns of the plot, 10 to 2,000; 600 when absent.</param>
/// <param name="Channels">Names of channels, separated by commas; voltage and current when absent.</param>
internal sealed record WindowRequest(
    [FromQuery(Name = "from")] double? From, [FromQuery(Name = "to")] double? To, [FromQuery(Name = "points")] int? Points, [FromQuery(Name = "channels")] string? Channels)
{
    /// <summary>Most columns of a plot.</summary>
    public const int MostPoints = 2000;

    /// <summary>Most channels of a window.</summary>
    public const int MostChannels = 6;

    private const int FewestPoints = 10;
    private const int UsualPoints = 600;
    private const int UsualChannels = 2;

    /// <summary>The whole, as a page draws it without scripts.</summary>
    public static readonly WindowRequest Whole = new(null, null, null, null);

    /// <summary>Columns of the plot.</summary>
    /// <exception cref="ProblemException">It is out of range.</exception>
    public int ReadPoints() => Points is null or >= FewestPoints and <= MostPoints ? Points ?? UsualPoints
        : throw new ProblemException(CommonProblems.InvalidValue, $"points is {Points}; {FewestPoints} to {MostPoints} are possible.", "points");

    /// <summary>The ends on the axis.</summary>
    /// <exception cref="ProblemException">They are no numbers, or the wrong way round.</exception>
    public (double From, double To) ReadEnds(double first, double last)
    {
        var (from, to) = (From ?? first, To ?? last);
        if (!double.IsFinite(from) || !double.IsFinite(to)) throw new ProblemException(CommonProblems.InvalidValue, "from and to must be numbers.", "from");
        // A series of one moment has a window all the same.
        if (From is null && To is null && from >= to) to = from + 1;
        return from < to ? (from, to) : throw new ProblemException(CommonProblems.InvalidValue, FormattableString.Invariant($"from is {from} and to is {to}; from must be smaller."), "from");
    }

    /// <summary>The channels wanted, without the axis.</summary>
    /// <exception cref="ProblemException">The series has no such channel, or too many are wanted.</exception>
    public IReadOnlyList<ChannelSpec> ReadChannels(SeriesSpec spec)
    {
        ChannelSpec[] all = [.. spec.Channels.Skip(1)];
        var names = Channels?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (names is not { Length: > 0 }) return Usual(all);
        if (names.Length > MostChannels) throw new ProblemException(CommonProblems.LimitExceeded, $"{names.Length} channels are asked for; at most {MostChannels} are possible.", "channels");
        return [.. names.Select(name => Array.Find(all, channel => string.Equals(channel.Name, name, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.InvalidValue, $"The series has no channel \"{name}\"; it has {string.Join(", ", all.Select(channel => channel.Name))}.", "channels"))];
    }

    private static ChannelSpec[] Usual(ChannelSpec[] all)
    {
        ChannelSpec[] usual = [.. all.Where(channel => channel.Name is BdfColumns.Voltage or BdfColumns.Current).OrderByDescending(channel => channel.Name, StringComparer.Ordinal)];
        return usual.Length > 0 ? usual : [.. all.Take(UsualChannels)];
    }
}
