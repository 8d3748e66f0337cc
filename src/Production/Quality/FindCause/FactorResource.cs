using Voltloop.Kernels.Commonality;
using Voltloop.Quality.ReadProcessSignals;

namespace Voltloop.Quality.FindCause;

/// <summary>A possible cause with its contingency table.</summary>
/// <param name="Name">In words.</param>
/// <param name="Step">Step.</param>
/// <param name="Level">Machine, lot, position or shift.</param>
/// <param name="Kind">level, window or pair.</param>
internal sealed record FactorResource(string Name, string Step, string Level, string Kind)
{
    /// <summary>First moment of a window (UTC).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Last moment of a window (UTC).</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Bad units with it.</summary>
    public int BadWith { get; init; }

    /// <summary>Good units with it.</summary>
    public int GoodWith { get; init; }

    /// <summary>Bad units without it.</summary>
    public int BadWithout { get; init; }

    /// <summary>Good units without it.</summary>
    public int GoodWithout { get; init; }

    /// <summary>Bad share with it over bad share without it.</summary>
    public double RiskRatio { get; init; }

    /// <summary>95 % interval of that.</summary>
    public required IReadOnlyList<double> RiskRatioInterval { get; init; }

    /// <summary>Probability by chance.</summary>
    public double Probability { get; init; }

    /// <summary>The same after Holm's correction for everything that was looked at.</summary>
    public double Adjusted { get; init; }

    /// <summary>In words.</summary>
    public static FactorResource Of(CommonalityFactor factor, IReadOnlyList<StepColumn> columns)
    {
        var (column, table) = (columns[factor.Column], factor.Table);
        var (from, to) = (Moment(factor.Window?.From), Moment(factor.Window?.To));
        var second = factor.Second is { } pair ? " together with " + Words(columns[pair.Column], pair.Level) : "";
        var (lower, upper) = table.RiskRatioInterval(0.95);
        return new FactorResource(Words(column, factor.Level) + second + Span(from, to), column.Name, column.Levels[factor.Level], factor.Kind.ToString().ToLowerInvariant())
        {
            From = from, To = to, BadWith = table.BadWith, GoodWith = table.GoodWith, BadWithout = table.BadWithout, GoodWithout = table.GoodWithout,
            RiskRatio = table.RiskRatio, RiskRatioInterval = [lower, upper], Probability = factor.Probability, Adjusted = factor.Adjusted,
        };
    }

    /// <summary>A moment from seconds since 1970.</summary>
    public static DateTimeOffset? Moment(double? seconds) => seconds is { } known && double.IsFinite(known) ? DateTimeOffset.UnixEpoch.AddSeconds(known) : null;

    /// <summary>A window in words.</summary>
    public static string Span(DateTimeOffset? from, DateTimeOffset? to) => (from, to) switch
    {
        ({ } start, { } end) when start.UtcDateTime.Date == end.UtcDateTime.Date => FormattableString.Invariant($", {start:yyyy-MM-dd HH:mm} to {end:HH:mm} UTC"),
        ({ } start, { } end) => FormattableString.Invariant($", {start:yyyy-MM-dd HH:mm} to {end:yyyy-MM-dd HH:mm} UTC"),
        _ => "",
    };

    private static string Words(StepColumn column, int level)
    {
        var (step, name) = (MachineName.Short(column.Name), MachineName.Short(column.Levels[level]));
        if (column.Name.Contains('/', StringComparison.Ordinal)) return $"{name} ({step})";
        return name.Contains(step, StringComparison.OrdinalIgnoreCase) ? name : $"{step} {name}";
    }
}
