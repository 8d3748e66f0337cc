using Voltloop.Quality.Model;

namespace Voltloop.Quality.DesignChart;

/// <summary>A designed chart.</summary>
/// <param name="Chart">Name of the chart.</param>
/// <param name="Limit">Limit, standard deviations: L of an EWMA, h of a CUSUM.</param>
/// <param name="Honesty">What it costs.</param>
internal sealed record DesignResource(string Chart, double Limit, HonestyResource Honesty)
{
    /// <summary>Weight of an EWMA; absent for others.</summary>
    public double? Lambda { get; init; }

    /// <summary>Signals of a multivariate EWMA; absent for others. Its limit is one of T².</summary>
    public int? Variables { get; init; }

    /// <summary>Reference value of a CUSUM; absent for others.</summary>
    public double? K { get; init; }

    /// <summary>Rules of a Shewhart chart.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>False alarms of the whole line in a day; absent when no budget was asked for.</summary>
    public double? FalseAlarmsPerDay { get; init; }

    /// <summary>Designs a chart.</summary>
    public static DesignResource Of(DesignRequest request)
    {
        if (MewmaDesign.Is(request)) return MewmaDesign.Of(request);
        var settings = request.Settings();
        var honesty = HonestyResource.Of(settings);
        return new DesignResource(ChartKinds.NameOf(settings.Kind), settings.Reach, honesty)
        {
            Lambda = settings.Kind == ChartKind.Ewma ? settings.Weight : null,
            K = settings.Kind == ChartKind.Cusum ? settings.Reference : null,
            Rules = RuleWords.NamesOf(settings.Rules),
            FalseAlarmsPerDay = request.PointsPerDay is { } points ? (request.Charts ?? 1) * points / honesty.RunLengths[0].Points : null,
        };
    }
}
