namespace Voltloop.Tracing.Model.Custody;

/// <summary>What is assumed where nothing is stated, and how sure a finding must be. Every answer shows it.</summary>
internal sealed record CustodyPolicy
{
    /// <summary>Where settings come from.</summary>
    public const string Section = "Balance";

    /// <summary>Relative standard uncertainty of a mass whose event states none.</summary>
    public double WeighingUncertainty { get; init; } = 0.005;

    /// <summary>Relative standard uncertainty of a content whose event states none.</summary>
    public double AssayUncertainty { get; init; } = 0.02;

    /// <summary>Relative standard uncertainty that all weighings of one scale share, which no repetition averages out.</summary>
    public double CommonUncertainty { get; init; } = 0.003;

    /// <summary>Part of an element that a transformation keeps, where the site states none: anywhere from 90 to 100 %.</summary>
    public double Recovery { get; init; } = 0.95;

    /// <summary>Standard uncertainty of <see cref="Recovery"/>: that of a rectangle from 90 to 100 %.</summary>
    public double RecoveryUncertainty { get; init; } = 0.0289;

    /// <summary>Standard uncertainty of the change of a stock that nobody counted, as part of what goes through the site.</summary>
    public double StockUncertainty { get; init; } = 0.25;

    /// <summary>Standard uncertainties by which a sum must be exceeded.</summary>
    public double Coverage { get; init; } = 3;

    /// <summary>Probability that a whole network without fault gives any finding.</summary>
    public double NetworkProbability { get; init; } = 0.01;

    /// <summary>Periods between two false alarms of one series (average run length): 600 months are 50 years.</summary>
    public double RunLength { get; init; } = 600;

    /// <summary>Shift that a series is watched for, in standard deviations.</summary>
    public double Shift { get; init; } = 1;

    /// <summary>Fastest credible transport between two sites, km/h: a freight plane.</summary>
    public double MaxSpeed { get; init; } = 900;

    /// <summary>Clocks of partners may differ by so much, in minutes.</summary>
    public double ClockTolerance { get; init; } = 10;

    /// <summary>How claims are accounted.</summary>
    public ClaimMethod ClaimMethod { get; init; }

    /// <summary>Credit: months after which one that was not used expires. Rolling average: months it looks back over.</summary>
    public int CreditMonths { get; init; } = 12;
}
