using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Lifetime;
using Voltloop.Record.Statements;

namespace Voltloop.Health.ForecastLife;

/// <summary>A forecast with what it rests on.</summary>
/// <param name="SeriesId">Series of the capacity per cycle.</param>
/// <param name="History">The whole history.</param>
/// <param name="At">Last cycle that was looked at; <c>null</c> for all.</param>
/// <param name="Outlook">What can be said.</param>
internal sealed record LifeReport(string SeriesId, CapacityHistory History, double? At, LifeOutlook Outlook)
{
    /// <summary>Where the cell did reach its end, when an earlier moment was asked for and it did.</summary>
    public double? Happened { get; init; }

    /// <summary>The statement for the record; <c>null</c> when nothing can be said.</summary>
    public Statement? Statement(ThingId thing, DateTimeOffset now)
    {
        if (Outlook.Method is not { } method || (Outlook.Reached ?? Outlook.Forecast?.Cycle) is not { } cycle || !double.IsFinite(cycle)) return null;
        var stated = new StatementContext(thing, now, [SeriesId]).Number(HealthTerms.ExpectedLife, Math.Round(cycle), "{cycle}", method);
        return Outlook.Forecast is { } forecast && double.IsFinite(forecast.Interval.Upper)
            ? stated with { Uncertainty = new Interval(Math.Floor(forecast.Interval.Lower), Math.Ceiling(forecast.Interval.Upper), Math.Round(forecast.Level, 3)) }
            : stated;
    }
}
