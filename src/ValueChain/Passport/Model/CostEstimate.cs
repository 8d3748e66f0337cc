namespace Voltloop.Passport.Model;

/// <summary>What keeping passports costs over years.</summary>
/// <param name="Assumptions">What it was calculated from.</param>
/// <param name="Years">Year by year.</param>
internal sealed record CostEstimate(CostAssumptions Assumptions, IReadOnlyList<CostYear> Years)
{
    private const double BytesPerGigabyte = 1e9;
    private const double MonthsPerYear = 12;
    private const double MillisecondsPerHour = 3_600_000;

    /// <summary>Over all years.</summary>
    public double Total => Years.Sum(year => year.Cost);

    /// <summary>For one passport in one year, on average.</summary>
    public double PerPassportYear => Total / (Assumptions.Batteries * Years.Count);

    /// <summary>For one passport over all years.</summary>
    public double PerPassport => Total / Assumptions.Batteries;

    /// <summary>
    /// History only grows: at time t in years a node holds N (s + b u t) bytes, so the mean over year y has t = y − 1/2.
    /// Making a passport counts as one update. Every copy is paid for; every further node does each write once more.
    /// </summary>
    public static CostEstimate Of(CostAssumptions assumptions) =>
        new(assumptions, [.. Enumerable.Range(1, (int)assumptions.Years).Select(year => YearOf(assumptions, year))]);

    private static CostYear YearOf(CostAssumptions with, int year)
    {
        var copies = 1 + with.SecondNodes + with.Backups;
        var gigabyteMonths = BytesAt(with, year - 0.5) * copies * MonthsPerYear / BytesPerGigabyte;
        var writes = with.Batteries * (with.UpdatesPerYear + (year == 1 ? 1 : 0)) * (1 + with.SecondNodes);
        var hours = writes * with.CpuMillisecondsPerUpdate / MillisecondsPerHour;
        return new CostYear(year, BytesAt(with, year), gigabyteMonths, hours, gigabyteMonths * with.PricePerGigabyteMonth, hours * with.PricePerCpuHour);
    }

    private static double BytesAt(CostAssumptions with, double years) =>
        with.Batteries * (with.BytesPerPassport + with.BytesPerUpdate * with.UpdatesPerYear * years);
}
